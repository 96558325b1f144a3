package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Prefixes in an UPDATE: the length in bits, then as few octets as hold them. Bits beyond the length mean nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-4.3">RFC 4271, section 4.3</a>
 */
final class PrefixCodec {
    private PrefixCodec() {}

    static List<Ipv4Prefix> decodeAll(OctetReader in, String field) throws MalformedMessageException {
        List<Ipv4Prefix> prefixes = new ArrayList<>();
        while (in.remaining() > 0) {
            int length = in.uint8(field);
            if (length > 32) {
                throw in.malformed(field, "a prefix of " + length + " bits");
            }
            int bits = 0;
            for (int i = 0; i < octets(length); i++) {
                bits |= in.uint8(field) << 24 - 8 * i;
            }
            int mask = length == 0 ? 0 : -1 << 32 - length;
            prefixes.add(new Ipv4Prefix(new Ipv4Address(bits & mask), length));
        }
        return prefixes;
    }

    static void encode(OctetWriter out, Ipv4Prefix prefix) {
        out.uint8(prefix.length());
        for (int i = 0; i < octets(prefix.length()); i++) {
            out.uint8(prefix.network().bits() >>> 24 - 8 * i & 0xff);
        }
    }

    /** Octets that {@code prefix} takes, the one of its length included. */
    static int size(Ipv4Prefix prefix) {
        return 1 + octets(prefix.length());
    }

    private static int octets(int length) {
        return (length + 7) / 8;
    }
}
