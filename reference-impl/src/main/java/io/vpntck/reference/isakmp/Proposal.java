package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * A protocol with the transforms that its sender would take, best first.
 *
 * <pre>
 * |  Proposal #   |  Protocol-Id  |    SPI Size   |# of Transforms|
 * ~                        SPI (variable)                         ~
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.5">RFC 2408, section 3.5</a>
 */
public record Proposal(int number, int protocol, Octets spi, List<Transform> transforms) {
    static final int TYPE = 2;
    public static final int ISAKMP = 1;
    public static final int AH = 2;
    public static final int ESP = 3;

    public Proposal {
        transforms = List.copyOf(transforms);
    }

    static Proposal decodeBody(OctetReader in) throws MalformedMessageException {
        int number = in.uint8("Proposal #");
        int protocol = in.uint8("Protocol-Id");
        int spiSize = in.uint8("SPI Size");
        int count = in.uint8("# of Transforms");
        Octets spi = in.octets("SPI", spiSize);
        List<Transform> transforms = new ArrayList<>();
        for (OctetReader inside : Substructure.decodeAll(in, Transform.TYPE)) {
            transforms.add(Transform.decodeBody(inside));
        }
        if (transforms.size() != count) {
            throw in.malformed("# of Transforms", count + ", but " + transforms.size() + " are there");
        }
        return new Proposal(number, protocol, spi, transforms);
    }

    void encodeBody(OctetWriter out) {
        out.uint8(number)
                .uint8(protocol)
                .uint8(spi.length())
                .uint8(transforms.size())
                .octets(spi);
        Substructure.encodeAll(out, Transform.TYPE, transforms, Transform::encodeBody);
    }
}
