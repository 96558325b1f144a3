package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * A path attribute as it is written: its flags, its type and a value that nobody has read yet.
 *
 * <pre>
 * +---------------+---------------+-------------------------------+
 * |     Flags     |     Type      |  Length (1 or 2 octets)  …
 * +---------------+---------------+-------------------------------+
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-4.3">RFC 4271, section 4.3</a>
 */
public record RawAttribute(int flags, int type, Octets value) {
    public static final int OPTIONAL = 0x80;
    public static final int TRANSITIVE = 0x40;
    public static final int PARTIAL = 0x20;
    public static final int EXTENDED_LENGTH = 0x10;

    public RawAttribute {
        if (value.length() > 0xff) {
            flags |= EXTENDED_LENGTH;
        }
    }

    static RawAttribute decode(OctetReader in) throws MalformedMessageException {
        int flags = in.uint8("Attribute Flags");
        int type = in.uint8("Attribute Type");
        int length = (flags & EXTENDED_LENGTH) != 0 ? in.uint16("Attribute Length") : in.uint8("Attribute Length");
        return new RawAttribute(flags, type, in.octets("Attribute Value", length));
    }

    void encode(OctetWriter out) {
        out.uint8(flags).uint8(type);
        if (has(EXTENDED_LENGTH)) {
            out.uint16(value.length());
        } else {
            out.uint8(value.length());
        }
        out.octets(value);
    }

    Octets encoded() {
        OctetWriter out = new OctetWriter();
        encode(out);
        return out.toOctets();
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** This attribute as a speaker that does not know it hands it on: marked as partial. */
    RawAttribute partial() {
        return new RawAttribute(flags | PARTIAL, type, value);
    }
}
