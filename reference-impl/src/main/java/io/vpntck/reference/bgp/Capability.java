package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.OptionalLong;

/**
 * Something the sender of an OPEN can do.
 *
 * <pre>
 * +---------------+---------------+-------------------------------+
 * |     Code      |    Length     |            Value …
 * +---------------+---------------+-------------------------------+
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5492#section-4">RFC 5492, section 4</a>
 */
public record Capability(int code, Octets value) {
    public static final int MULTIPROTOCOL = 1;
    public static final int ROUTE_REFRESH_CODE = 2;
    public static final int GRACEFUL_RESTART = 64;
    public static final int FOUR_OCTET_AS = 65;

    /** AFI 1, SAFI 1 (RFC 4760, section 8). */
    public static final Capability IPV4_UNICAST = new Capability(MULTIPROTOCOL, Octets.ofHex("00010001"));

    public static final Capability ROUTE_REFRESH = new Capability(ROUTE_REFRESH_CODE, Octets.EMPTY);

    public Capability {
        if (code < 0 || code > 255 || value.length() > 255) {
            throw new IllegalArgumentException("capability " + code + " of " + value.length() + " octets");
        }
    }

    /** RFC 6793, section 3: the number of the sender's AS in four octets. */
    public static Capability fourOctetAs(long as) {
        return new Capability(FOUR_OCTET_AS, new OctetWriter().uint32(as).toOctets());
    }

    static Capability decode(OctetReader in) throws MalformedMessageException {
        int code = in.uint8("Capability Code");
        return new Capability(code, in.octets("Capability Value", in.uint8("Capability Length")));
    }

    void encode(OctetWriter out) {
        out.uint8(code).uint8(value.length()).octets(value);
    }

    /** The AS number of capability 65; empty for any other, and for one that has not four octets. */
    public OptionalLong as() {
        return code == FOUR_OCTET_AS && value.length() == 4
                ? OptionalLong.of(
                        Integer.toUnsignedLong(value.at(0) << 24 | value.at(1) << 16 | value.at(2) << 8 | value.at(3)))
                : OptionalLong.empty();
    }

    /** Seconds for which the sender asks its routes to be kept while it restarts (RFC 4724, section 3). */
    public OptionalLong restartSeconds() {
        return code == GRACEFUL_RESTART && value.length() >= 2
                ? OptionalLong.of((value.at(0) & 0x0f) << 8 | value.at(1))
                : OptionalLong.empty();
    }
}
