package io.vpntck.reference.vgw;

import io.vpntck.reference.ec2.Route;
import io.vpntck.reference.ec2.RouteTarget;
import io.vpntck.reference.ec2.VpcRoutes;
import io.vpntck.reference.ec2.VpcRules;
import io.vpntck.reference.ip.IcmpTimeExceeded;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.DropReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where packets go on the AWS side: from a tunnel to the hosts of its VPC, and from them by the route table of their
 * subnet, to other hosts, other targets or into a tunnel.
 */
final class VpcForwarding {
    private final AwsTunnels tunnels;
    private final HostDelivery delivery;
    private final EventLog events;
    private final EgressNotes egress;
    private final Set<AwsSideFault> faults;
    private final VpcMisbehaviour misbehaviour;
    private final RouteMisbehaviour routing;
    private final HubMisbehaviour hub;
    private final VpcSurroundings surroundings = new VpcSurroundings();
    private final VpcTables tables;
    private final GatewayRoutes gateway;

    VpcForwarding(
            AwsTunnels tunnels,
            DynamicRoutes dynamic,
            VpcHosts hosts,
            VpcRules rules,
            VpcRoutes routes,
            EventLog events,
            Set<AwsSideFault> faults) {
        this.tunnels = tunnels;
        this.events = events;
        this.egress = new EgressNotes(events);
        this.faults = faults;
        this.misbehaviour = new VpcMisbehaviour(faults);
        this.delivery = new HostDelivery(hosts, new HostFirewall(rules, faults), misbehaviour, events);
        this.routing = new RouteMisbehaviour(faults);
        this.hub = new HubMisbehaviour(faults);
        this.tables = new VpcTables(routes, surroundings, routing);
        this.gateway = new GatewayRoutes(tunnels, surroundings, dynamic, routing, hub);
    }

    /** To be called when tunnels, their state or their surroundings have changed. */
    void changed() {
        tables.forget();
        gateway.forget();
    }

    VpcSurroundings surroundings() {
        return surroundings;
    }

    /** Has traffic of the VPC go through this tunnel while it is up, or no longer prefer it. */
    void prefer(AwsTunnel tunnel, boolean on) {
        gateway.prefer(tunnel, on);
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
            List<Ipv4Packet> answers = misbehaviour.ignores(tunnel, packet)
                    ? List.of()
                    : tunnel.inside().receive(packet, now);
            return answers.stream()
                    .map(answer -> Way.into(answering(tunnel), answer))
                    .toList();
        }
        Optional<GatewayRoutes.Hop> site =
                isInVpc(tunnel, packet) ? Optional.empty() : gateway.toSite(tunnel, packet.destination());
        if (site.isPresent() && packet.timeToLive() <= 1) {
            events.dropped(now, DropReason.TIME_TO_LIVE, packet, "on its way to another site");
            return IcmpTimeExceeded.about(packet, tunnel.inside().address()).stream()
                    .map(error -> Way.into(tunnel, error))
                    .toList();
        }
        if (site.isPresent()) {
            return List.of(onward(tunnel.endpoint().vpcId(), site.get(), hub.forwarded(packet), now));
        }
        Optional<String> vpcId = tunnel.endpoint().vpcId();
        if (vpcId.isEmpty()) {
            events.dropped(now, DropReason.NOT_ATTACHED, packet, "the gateway is attached to no VPC");
            return List.of();
        }
        if (isInVpc(tunnel, packet)) {
            return toHost(vpcId.get(), packet, tunnel, now);
        }
        if (routing.forwardsUnknown()) {
            return surroundings
                    .hostOf(vpcId.get(), packet.destination())
                    .map(host -> toHost(vpcId.get(), packet.withAddresses(packet.source(), host), tunnel, now))
                    .orElseGet(() -> routed(vpcId.get(), packet, now));
        }
        events.dropped(now, DropReason.UNKNOWN_PREFIX, packet, "in no block of " + vpcId.get());
        return List.of();
    }

    private Way onward(Optional<String> vpcId, GatewayRoutes.Hop hop, Ipv4Packet packet, Instant now) {
        if (hop.tunnel().isEmpty()) {
            surroundings.arrive(vpcId.orElseThrow(), hop.id(), packet, now);
        }
        return hop.tunnel().map(tunnel -> Way.into(tunnel, packet)).orElse(Way.NOWHERE);
    }

    /** The ways of what comes over Direct Connect of a VPC's gateway: to a host, or to a site. */
    List<Way> fromDirectConnect(DirectConnectPeers.Sent sent, Instant now) {
        String vpcId = sent.vpcId();
        Ipv4Packet packet = hub.forwarded(sent.packet());
        boolean inVpc = gateway.attached(vpcId).stream()
                .findFirst()
                .filter(t -> isInVpc(t, packet))
                .isPresent();
        return inVpc ? toHost(vpcId, packet, "over Direct Connect", now) : List.of(toGateway(vpcId, packet, now));
    }

    private static boolean isInVpc(AwsTunnel tunnel, Ipv4Packet packet) {
        return tunnel.endpoint().vpcCidrs().stream().anyMatch(cidr -> cidr.contains(packet.destination()));
    }

    private List<Way> toHost(String vpcId, Ipv4Packet packet, AwsTunnel tunnel, Instant now) {
        return toHost(vpcId, packet, "through " + tunnel.endpoint().outsideAddress(), now);
    }

    private List<Way> toHost(String vpcId, Ipv4Packet packet, String way, Instant now) {
        return fromHosts(delivery.deliver(vpcId, packet, way, now), now);
    }

    /** Hands what a tunnel refused back to the hosts that sent it. */
    void back(AwsTunnel tunnel, List<Ipv4Packet> errors, Instant now) {
        tunnel.endpoint().vpcId().ifPresent(vpcId -> delivery.back(vpcId, errors, now));
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
                .flatMap(one -> fromHost(one.vpcId(), one.packet(), now).stream())
                .toList();
    }

    private List<Way> fromHost(String vpcId, Ipv4Packet packet, Instant now) {
        if (!delivery.letsOut(vpcId, packet, now)) {
            return List.of();
        }
        boolean anyway = gateway.attached(vpcId).stream().anyMatch(t -> routing.leadsAnyway(t, packet.destination()));
        return anyway ? List.of(toGateway(vpcId, packet, now)) : routed(vpcId, packet, now);
    }

    /** By the route table of the sender's subnet. */
    private List<Way> routed(String vpcId, Ipv4Packet packet, Instant now) {
        Optional<Route> route = tables.select(vpcId, packet.source(), packet.destination());
        if (route.filter(r -> r.target().isVpnGateway()).isPresent()
                && routing.leavesDeadRoutes()
                && gateway.select(vpcId, packet.destination()).isEmpty()) {
            route = tables.selectBesideGateway(vpcId, packet.source(), packet.destination());
        }
        if (route.isEmpty()) {
            events.dropped(now, DropReason.NO_ROUTE, packet, "no route of the VPC");
            return List.of(new Way(List.of(), List.of(), misbehaviour.escapes(packet)));
        }
        RouteTarget target = route.get().target();
        if (!route.get().active()) {
            events.dropped(now, DropReason.BLACKHOLE, packet, "the route leads to what is gone, " + target.id());
            return List.of();
        }
        if (target.equals(RouteTarget.LOCAL)) {
            return toHost(vpcId, packet, "within " + vpcId, now);
        }
        if (target.isVpnGateway()) {
            egress.by(vpcId, route.get(), now);
            return List.of(toGateway(vpcId, packet, now));
        }
        surroundings.arrive(vpcId, target.id(), packet, now);
        return List.of();
    }

    /** By the routes of the virtual private gateway. */
    private Way toGateway(String vpcId, Ipv4Packet packet, Instant now) {
        Optional<GatewayRoutes.Hop> hop = gateway.select(vpcId, packet.destination());
        if (hop.isEmpty()) {
            return unsent(packet, gateway.knowing(vpcId, packet.destination()), now);
        }
        Optional<AwsTunnel> tunnel = hop.get().tunnel();
        if (tunnel.isEmpty()) {
            surroundings.arrive(vpcId, hop.get().id(), packet, now);
            return Way.NOWHERE;
        }
        egress.through(tunnel.get(), now);
        return routing.usesBothTunnels() ? intoBoth(tunnel.get(), packet) : Way.into(tunnel.get(), packet);
    }

    private Way intoBoth(AwsTunnel tunnel, Ipv4Packet packet) {
        return new Way(
                tunnels.ofConnectionOf(tunnel).stream()
                        .filter(other -> other.end().isUp())
                        .map(other -> new Entry(other, packet))
                        .toList(),
                List.of(),
                List.of());
    }

    private Way unsent(Ipv4Packet packet, List<AwsTunnel> knowing, Instant now) {
        if (knowing.isEmpty()) {
            events.dropped(now, DropReason.UNKNOWN_PREFIX, packet, "the virtual private gateway knows no such prefix");
            return new Way(List.of(), List.of(), misbehaviour.escapes(packet));
        }
        events.dropped(now, DropReason.NO_TUNNEL_UP, packet, "no tunnel is up");
        List<AwsTunnel> raised = faults.contains(AwsSideFault.AWS_SIDE_INITIATES) ? knowing : List.of();
        return new Way(List.of(), raised, misbehaviour.escapesWhenDown(packet));
    }
}
