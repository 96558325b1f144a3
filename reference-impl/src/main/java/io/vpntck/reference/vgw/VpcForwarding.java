package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.DropReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where packets go on the AWS side: from a tunnel to the hosts of its VPC, and from them into a tunnel.
 *
 * <p>Traffic from a VPC to a prefix that the route tables lead to the virtual private gateway goes through the first
 * tunnel of the connection that is up; only a tunnel that is up is used (Amazon VPC User Guide, "VPN Connections": one
 * tunnel carries the traffic, the other takes over when it becomes unavailable).
 */
final class VpcForwarding {
    private final AwsTunnels tunnels;
    private final VpcHosts hosts;
    private final EventLog events;
    private final Set<AwsSideFault> faults;

    VpcForwarding(AwsTunnels tunnels, VpcHosts hosts, EventLog events, Set<AwsSideFault> faults) {
        this.tunnels = tunnels;
        this.hosts = hosts;
        this.events = events;
        this.faults = faults;
    }

    /**
     * What is to be done with packets.
     *
     * @param in packets, each with the tunnel that it goes into
     * @param raise tunnels to be begun from here
     */
    record Way(List<Entry> in, List<AwsTunnel> raise) {
        static final Way NOWHERE = new Way(List.of(), List.of());

        private static Way into(AwsTunnel tunnel, Ipv4Packet packet) {
            return new Way(List.of(new Entry(tunnel, packet)), List.of());
        }
    }

    record Entry(AwsTunnel tunnel, Ipv4Packet packet) {}

    /** The way of the answer to a packet that came out of a tunnel, if there is one. */
    Way fromTunnel(AwsTunnel tunnel, Ipv4Packet packet, Instant now) {
        if (packet.destination().equals(tunnel.insideAddress())) {
            return IcmpEcho.answerTo(packet)
                    .map(answer -> Way.into(tunnel, answer))
                    .orElse(Way.NOWHERE);
        }
        String vpcId = tunnel.endpoint().vpcId().orElse("no VPC");
        boolean inVpc = tunnel.endpoint().vpcCidrs().stream().anyMatch(cidr -> cidr.contains(packet.destination()));
        if (!inVpc || !hosts.has(vpcId, packet.destination())) {
            events.dropped(now, DropReason.NO_HOST, packet, "no such host in " + vpcId);
            return Way.NOWHERE;
        }
        events.note(
                now,
                "delivered",
                packet.source() + " to " + packet.destination() + " through "
                        + tunnel.endpoint().outsideAddress());
        return IcmpEcho.answerTo(packet)
                .map(answer -> fromHost(vpcId, answer, now))
                .orElse(Way.NOWHERE);
    }

    /** The way of a packet of a VPC host: by the route tables, then through a tunnel that is up. */
    Way fromHost(String vpcId, Ipv4Packet packet, Instant now) {
        List<AwsTunnel> routed = tunnels.all().stream()
                .filter(tunnel -> leadsTo(tunnel, vpcId, packet))
                .toList();
        List<AwsTunnel> up = routed.stream().filter(t -> t.end().isUp()).toList();
        if (up.isEmpty()) {
            if (routed.isEmpty()) {
                events.dropped(now, DropReason.NO_ROUTE, packet, "no route to the virtual private gateway");
            } else {
                events.dropped(now, DropReason.NO_TUNNEL_UP, packet, "no tunnel is up");
            }
            return new Way(List.of(), faults.contains(AwsSideFault.AWS_SIDE_INITIATES) ? routed : List.of());
        }
        int copies = faults.contains(AwsSideFault.USES_BOTH_TUNNELS) ? up.size() : 1;
        return new Way(
                up.stream()
                        .limit(copies)
                        .map(tunnel -> new Entry(tunnel, packet))
                        .toList(),
                List.of());
    }

    private boolean leadsTo(AwsTunnel tunnel, String vpcId, Ipv4Packet packet) {
        boolean routed = faults.contains(AwsSideFault.IGNORES_ROUTE_TABLES)
                || tunnel.endpoint().returnRoutes().stream().anyMatch(r -> r.contains(packet.destination()));
        boolean known = !tunnel.endpoint().staticRoutesOnly()
                || faults.contains(AwsSideFault.SENDS_UNKNOWN_PREFIXES)
                || tunnel.endpoint().staticRoutes().stream().anyMatch(r -> r.contains(packet.destination()));
        return tunnel.endpoint().vpcId().equals(Optional.of(vpcId)) && routed && known;
    }
}
