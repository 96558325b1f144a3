package io.vpntck.reference.ip;

import java.util.ArrayList;
import java.util.List;

/**
 * What a router does to a packet that does not fit the next link.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc791#section-3.2">RFC 791, section 3.2, fragmentation</a>
 */
public final class Fragmentation {
    private static final int UNIT = 8;

    private Fragmentation() {}

    /**
     * The packet itself where it fits {@code mtu} octets; its fragments where it may be fragmented; none otherwise.
     *
     * <p>Options are copied into every fragment, which no option of one octet forbids and none of the kit's packets has.
     *
     * @throws IllegalArgumentException when not even eight octets of payload fit
     */
    public static List<Ipv4Packet> fit(Ipv4Packet packet, int mtu) {
        if (packet.totalLength() <= mtu) {
            return List.of(packet);
        }
        if (packet.dontFragment()) {
            return List.of();
        }
        int header = packet.totalLength() - packet.payload().length();
        int size = (mtu - header) / UNIT * UNIT;
        if (size <= 0) {
            throw new IllegalArgumentException("an MTU of " + mtu + " octets with a header of " + header);
        }
        List<Ipv4Packet> fragments = new ArrayList<>();
        int length = packet.payload().length();
        for (int from = 0; from < length; from += size) {
            int to = Math.min(from + size, length);
            fragments.add(packet.part(
                    packet.fragmentOffset() + from / UNIT,
                    packet.moreFragments() || to < length,
                    packet.payload().slice(from, to)));
        }
        return fragments;
    }
}
