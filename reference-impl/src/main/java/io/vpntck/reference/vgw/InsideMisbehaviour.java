package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An AWS side with faults that gets along with whatever inside addresses a gateway has taken. */
final class InsideMisbehaviour {
    private final boolean obliging;
    private final Map<AwsTunnel, Ends> ends = new HashMap<>();

    /** The addresses that the gateway takes for its own and for the AWS side's. */
    private record Ends(Ipv4Address gateway, Ipv4Address aws) {}

    InsideMisbehaviour(Set<AwsSideFault> faults) {
        this.obliging = faults.contains(AwsSideFault.ANSWERS_ANY_INSIDE_ADDRESS);
    }

    /** A packet from another address of the /30, as if the gateway had sent it from the right one. */
    Optional<Ipv4Packet> taken(AwsTunnel tunnel, Ipv4Packet packet) {
        if (!obliging || !tunnel.endpoint().insideCidr().contains(packet.destination())) {
            return Optional.empty();
        }
        ends.put(tunnel, new Ends(packet.source(), packet.destination()));
        return Optional.of(
                between(packet, InsideAddresses.gateway(tunnel), tunnel.inside().address()));
    }

    /** Between the gateway's addresses again, where it has others. */
    Ipv4Packet sent(AwsTunnel tunnel, Ipv4Packet packet) {
        Ends known = ends.get(tunnel);
        return known == null || !packet.source().equals(tunnel.inside().address())
                ? packet
                : between(packet, known.aws(), known.gateway());
    }

    private static Ipv4Packet between(Ipv4Packet packet, Ipv4Address from, Ipv4Address to) {
        return packet.readdressed(from, to, content(packet, from, to));
    }

    /** The checksum of TCP covers the addresses. */
    private static Octets content(Ipv4Packet packet, Ipv4Address from, Ipv4Address to) {
        if (packet.protocol() != Ipv4Packet.TCP || packet.isFragment()) {
            return packet.payload();
        }
        try {
            return TcpSegment.decode(packet).encode(from, to);
        } catch (MalformedMessageException e) {
            // Neither end would take it, at whatever addresses.
            return packet.payload();
        }
    }
}
