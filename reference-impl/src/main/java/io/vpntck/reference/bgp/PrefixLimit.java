package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * How many prefixes of one peer are taken, and what is done about more. The documents of 2018-09 set a limit of 100 and leave the
 * reaction open.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4486#section-4">RFC 4486, section 4</a>
 */
public record PrefixLimit(int maximum, Reaction reaction) {

    /** What a prefix beyond the limit leads to. */
    public enum Reaction {
        IGNORE,
        CEASE
    }

    /** The data of the notification: AFI 1, SAFI 1 and the limit. */
    Octets data() {
        return new OctetWriter().uint16(1).uint8(1).uint32(maximum).toOctets();
    }
}
