package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/**
 * What a filter sees of a packet behind its IP header.
 *
 * @param source and {@code destination}: ports, or type and code of ICMP; both empty where the packet has none
 * @param identifier of ICMP echo
 */
record Ports(Optional<Integer> source, Optional<Integer> destination, boolean icmp, int identifier) {
    private static final Ports NONE = new Ports(Optional.empty(), Optional.empty(), false, 0);

    static Ports of(Ipv4Packet packet) {
        Octets payload = packet.payload();
        boolean first = packet.fragmentOffset() == 0;
        if (first && packet.protocol() == Ipv4Packet.ICMP && payload.length() >= 8) {
            return new Ports(
                    Optional.of(payload.at(0)), Optional.of(payload.at(1)), true, payload.at(4) << 8 | payload.at(5));
        }
        boolean ports = packet.protocol() == Ipv4Packet.TCP || packet.protocol() == Ipv4Packet.UDP;
        return first && ports && payload.length() >= 4
                ? new Ports(
                        Optional.of(payload.at(0) << 8 | payload.at(1)),
                        Optional.of(payload.at(2) << 8 | payload.at(3)),
                        false,
                        0)
                : NONE;
    }

    /** Whether the destination port is one of these, as far as there is one. */
    boolean within(int from, int to) {
        return icmp || destination.map(port -> from <= port && port <= to).orElse(true);
    }

    /** Whether it is ICMP of this type and code, -1 being any. */
    boolean isIcmp(int type, int code) {
        return source.isEmpty()
                || (type == -1 || source.get() == type) && (code == -1 || destination.orElse(0) == code);
    }

    /** The same number for both directions of a conversation of the host. */
    int selector(boolean outbound) {
        if (icmp || source.isEmpty() || destination.isEmpty()) {
            return identifier;
        }
        int own = outbound ? source.get() : destination.get();
        int other = outbound ? destination.get() : source.get();
        return own << 16 | other;
    }
}
