package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.lab.DropReason;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who of a tunnel's /30 is heard at the AWS side's end: the customer gateway at its inside address, the second of the
 * block, and nobody else.
 */
final class InsideAddresses {
    private final EventLog events;
    private final InsideMisbehaviour misbehaviour;

    InsideAddresses(EventLog events, Set<AwsSideFault> faults) {
        this.events = events;
        this.misbehaviour = new InsideMisbehaviour(faults);
    }

    /** What a packet that came through a tunnel is taken for; empty where it is not taken at all. */
    Optional<Ipv4Packet> taken(AwsTunnel tunnel, Ipv4Packet packet, Instant now) {
        Ipv4Prefix block = tunnel.endpoint().insideCidr();
        if (!block.contains(packet.source()) || packet.source().equals(gateway(tunnel))) {
            return Optional.of(packet);
        }
        Optional<Ipv4Packet> anyway = misbehaviour.taken(tunnel, packet);
        if (anyway.isEmpty()) {
            events.dropped(now, DropReason.FOREIGN_SOURCE, packet, "not the inside address of the customer gateway");
        }
        return anyway;
    }

    /** What goes into a tunnel in the place of a packet. */
    Ipv4Packet sent(AwsTunnel tunnel, Ipv4Packet packet) {
        return misbehaviour.sent(tunnel, packet);
    }

    static Ipv4Address gateway(AwsTunnel tunnel) {
        return tunnel.inside().address().plus(1);
    }
}
