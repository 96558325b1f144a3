package io.vpntck.reference.isakmp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.OptionalLong;

/**
 * A data attribute of a transform: a type with a value of two octets (TV), or with a length and a value (TLV).
 *
 * <pre>
 * |A|       Attribute Type        | A=0: Attribute Length, A=1: Attribute Value |
 * ~ A=0: Attribute Value                                                        ~
 * </pre>
 *
 * @param shortForm whether the first bit is set; {@code value} then has two octets
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2408#section-3.3">RFC 2408, section 3.3</a>
 */
public record Attribute(int attributeType, boolean shortForm, Octets value) {

    public Attribute {
        if (shortForm && value.length() != 2) {
            throw new IllegalArgumentException("a short attribute has two octets, not " + value.length());
        }
    }

    /** An attribute in its short form. */
    public static Attribute of(int attributeType, int value) {
        return new Attribute(
                attributeType, true, new OctetWriter(2).uint16(value).toOctets());
    }

    /** An attribute with a value of four octets. */
    public static Attribute ofLong(int attributeType, long value) {
        return new Attribute(
                attributeType, false, new OctetWriter(4).uint32(value).toOctets());
    }

    static Attribute decode(OctetReader in) throws MalformedMessageException {
        int first = in.uint16("Attribute Type");
        if ((first & 0x8000) != 0) {
            return new Attribute(first & 0x7fff, true, in.octets("Attribute Value", 2));
        }
        int length = in.uint16("Attribute Length");
        return new Attribute(first, false, in.octets("Attribute Value", length));
    }

    void encode(OctetWriter out) {
        out.uint16((shortForm ? 0x8000 : 0) | attributeType);
        if (!shortForm) {
            out.uint16(value.length());
        }
        out.octets(value);
    }

    /** The value as an unsigned number; empty for a value of more than seven octets. */
    public OptionalLong number() {
        if (value.isEmpty() || value.length() > 7) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int i = 0; i < value.length(); i++) {
            number = number << 8 | value.at(i);
        }
        return OptionalLong.of(number);
    }
}
