package io.vpntck.reference.vgw;

import io.vpntck.reference.ec2.VpcRules;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.DropReason;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
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
    private final HostFirewall firewall;
    private final EventLog events;
    private final Set<AwsSideFault> faults;
    private final VpcMisbehaviour misbehaviour;
    private final Set<AwsTunnel> preferred = new LinkedHashSet<>();

    VpcForwarding(AwsTunnels tunnels, VpcHosts hosts, VpcRules rules, EventLog events, Set<AwsSideFault> faults) {
        this.tunnels = tunnels;
        this.hosts = hosts;
        this.firewall = new HostFirewall(rules, faults);
        this.events = events;
        this.faults = faults;
        this.misbehaviour = new VpcMisbehaviour(faults);
    }

    /** Has traffic of the VPC go through this tunnel while it is up, or no longer prefer it. */
    void prefer(AwsTunnel tunnel, boolean on) {
        if (on) {
            preferred.add(tunnel);
        } else {
            preferred.remove(tunnel);
        }
    }

    /**
     * What is to be done with packets.
     *
     * @param in packets, each with the tunnel that it goes into
     * @param raise tunnels to be begun from here
     * @param clear packets that go out as they are
     */
    record Way(List<Entry> in, List<AwsTunnel> raise, List<Ipv4Packet> clear) {
        static final Way NOWHERE = new Way(List.of(), List.of(), List.of());

        static Way into(AwsTunnel tunnel, Ipv4Packet packet) {
            return new Way(List.of(new Entry(tunnel, packet)), List.of(), List.of());
        }
    }

    record Entry(AwsTunnel tunnel, Ipv4Packet packet) {}

    /** The ways of the answers to a packet that came out of a tunnel. */
    List<Way> fromTunnel(AwsTunnel tunnel, Ipv4Packet packet, Instant now) {
        if (packet.destination().equals(tunnel.inside().address())) {
            List<Ipv4Packet> answers =
                    misbehaviour.ignores(packet) ? List.of() : tunnel.inside().receive(packet, now);
            return answers.stream()
                    .map(answer -> Way.into(answering(tunnel), answer))
                    .toList();
        }
        String vpcId = tunnel.endpoint().vpcId().orElse("no VPC");
        boolean inVpc = tunnel.endpoint().vpcCidrs().stream().anyMatch(cidr -> cidr.contains(packet.destination()));
        if (!inVpc || !hosts.has(vpcId, packet.destination())) {
            events.dropped(now, DropReason.NO_HOST, packet, "no such host in " + vpcId);
            return List.of();
        }
        Optional<DropReason> refused = firewall.refuses(vpcId, packet, false);
        if (refused.isPresent()) {
            events.dropped(now, refused.get(), packet, "refused on its way to the host");
            return List.of();
        }
        Optional<Ipv4Packet> delivered = misbehaviour.delivers(packet);
        if (delivered.isEmpty()) {
            return List.of();
        }
        String words = packet.source() + " to " + packet.destination() + " through ";
        events.note(now, "delivered", words + tunnel.endpoint().outsideAddress());
        return fromHosts(hosts.receive(vpcId, delivered.get(), now), now);
    }

    /** Hands what a tunnel refused back to the hosts that sent it. */
    void back(AwsTunnel tunnel, List<Ipv4Packet> errors, Instant now) {
        for (Ipv4Packet error : errors) {
            tunnel.endpoint()
                    .vpcId()
                    .filter(vpcId -> hosts.has(vpcId, error.destination()))
                    .ifPresent(vpcId -> hosts.receive(vpcId, error, now));
        }
    }

    private AwsTunnel answering(AwsTunnel tunnel) {
        return misbehaviour.answersElsewhere()
                ? tunnels.all().stream()
                        .filter(other -> other != tunnel && other.end().isUp())
                        .findFirst()
                        .orElse(tunnel)
                : tunnel;
    }

    /** The ways of what hosts send. */
    List<Way> fromHosts(List<VpcHosts.Sent> sent, Instant now) {
        return sent.stream()
                .map(one -> fromHost(one.vpcId(), one.packet(), now))
                .toList();
    }

    /** The way of a packet of a VPC host: by the route tables, then through a tunnel that is up. */
    private Way fromHost(String vpcId, Ipv4Packet packet, Instant now) {
        Optional<DropReason> refused = firewall.refuses(vpcId, packet, true);
        if (refused.isPresent()) {
            events.dropped(now, refused.get(), packet, "refused on its way out of the host");
            return Way.NOWHERE;
        }
        List<AwsTunnel> routed = tunnels.all().stream()
                .filter(tunnel -> leadsTo(tunnel, vpcId, packet))
                .toList();
        List<AwsTunnel> up = routed.stream()
                .filter(t -> t.end().isUp())
                .sorted(Comparator.comparing(t -> !preferred.contains(t)))
                .toList();
        if (up.isEmpty()) {
            return unsent(packet, routed, now);
        }
        int copies = faults.contains(AwsSideFault.USES_BOTH_TUNNELS) ? up.size() : 1;
        return new Way(
                up.stream()
                        .limit(copies)
                        .map(tunnel -> new Entry(tunnel, packet))
                        .toList(),
                List.of(),
                List.of());
    }

    private Way unsent(Ipv4Packet packet, List<AwsTunnel> routed, Instant now) {
        if (routed.isEmpty()) {
            events.dropped(now, DropReason.NO_ROUTE, packet, "no route to the virtual private gateway");
            return new Way(List.of(), List.of(), misbehaviour.escapes(packet));
        }
        events.dropped(now, DropReason.NO_TUNNEL_UP, packet, "no tunnel is up");
        List<AwsTunnel> raised = faults.contains(AwsSideFault.AWS_SIDE_INITIATES) ? routed : List.of();
        return new Way(List.of(), raised, misbehaviour.escapesWhenDown(packet));
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
