package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One way to protect an SA, as its attributes say in detail.
 *
 * <pre>
 * |  Transform #  |  Transform-Id |           RESERVED2           |
 * ~                        SA Attributes                          ~
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.6">RFC 2408, section 3.6</a>
 */
public record Transform(int number, int transformId, List<Attribute> attributes) {
    static final int TYPE = 3;

    public Transform {
        attributes = List.copyOf(attributes);
    }

    static Transform decodeBody(OctetReader in) throws MalformedMessageException {
        int number = in.uint8("Transform #");
        int transformId = in.uint8("Transform-Id");
        int reserved = in.uint16("RESERVED2");
        if (reserved != 0) {
            throw in.malformed("RESERVED2", "is " + reserved);
        }
        List<Attribute> attributes = new ArrayList<>();
        while (in.remaining() > 0) {
            attributes.add(Attribute.decode(in));
        }
        return new Transform(number, transformId, attributes);
    }

    void encodeBody(OctetWriter out) {
        out.uint8(number).uint8(transformId).uint16(0);
        attributes.forEach(attribute -> attribute.encode(out));
    }

    /** The number of the first attribute of this type. */
    public OptionalLong attribute(int attributeType) {
        return attributes.stream()
                .filter(attribute -> attribute.attributeType() == attributeType)
                .findFirst()
                .map(Attribute::number)
                .orElse(OptionalLong.empty());
    }
}
