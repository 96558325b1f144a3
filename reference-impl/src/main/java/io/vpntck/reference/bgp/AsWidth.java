package io.vpntck.reference.bgp;

import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.OctetWriter;

/**
 * How many octets an AS number takes in AS_PATH and AGGREGATOR: four between neighbours that both announced the capability.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6793#section-4.1">RFC 6793, section 4.1</a>
 */
public enum AsWidth {
    TWO(2),
    FOUR(4);

    /** Stands for a number that does not fit in two octets (RFC 6793, section 9). */
    public static final int AS_TRANS = 23456;

    private final int octets;

    AsWidth(int octets) {
        this.octets = octets;
    }

    public int octets() {
        return octets;
    }

    /** Whether {@code as} can be written in this width as itself. */
    public boolean holds(long as) {
        return this == FOUR || as <= 0xffff;
    }

    long read(OctetReader in, String field) throws MalformedMessageException {
        return this == FOUR ? in.uint32(field) : in.uint16(field);
    }

    void write(OctetWriter out, long as) {
        if (this == FOUR) {
            out.uint32(as);
        } else {
            out.uint16(holds(as) ? (int) as : AS_TRANS);
        }
    }

    static void requireAs(long as) {
        if (as < 0 || as > 0xffff_ffffL) {
            throw new IllegalArgumentException("AS number " + as);
        }
    }
}
