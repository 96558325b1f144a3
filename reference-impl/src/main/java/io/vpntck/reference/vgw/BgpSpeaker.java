package io.vpntck.reference.vgw;

import io.vpntck.reference.bgp.AsPath;
import io.vpntck.reference.bgp.BgpEffect;
import io.vpntck.reference.bgp.Neighbour;
import io.vpntck.reference.bgp.Origin;
import io.vpntck.reference.bgp.PathAttributes;
import io.vpntck.reference.bgp.RoutingTable;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.peering.BgpPeering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the peerings of the AWS side have to do with each other: what one tunnel's peer announces is told through the
 * other tunnels of the same virtual private gateway (AWS VPN CloudHub), with the CIDR blocks of the attached VPC.
 */
final class BgpSpeaker {
    private final AwsTunnels tunnels;
    private final BgpRoutes routes;
    private final Runnable changed;
    private final TunnelReports reports;
    private final EventLog events;
    private final BgpMisbehaviour misbehaviour;
    private final HubMisbehaviour hub;

    /** @param changed to be run when other routes are in use than before */
    BgpSpeaker(
            AwsTunnels tunnels,
            BgpRoutes routes,
            Runnable changed,
            TunnelReports reports,
            EventLog events,
            BgpMisbehaviour misbehaviour,
            HubMisbehaviour hub) {
        this.changed = changed;
        this.tunnels = tunnels;
        this.routes = routes;
        this.reports = reports;
        this.events = events;
        this.misbehaviour = misbehaviour;
        this.hub = hub;
    }

    /** Whether a packet out of this tunnel is for its peering. */
    static boolean concerns(AwsTunnel tunnel, Ipv4Packet packet) {
        return tunnel.peering().filter(peering -> peering.concerns(packet)).isPresent();
    }

    List<VpcForwarding.Way> receive(AwsTunnel tunnel, Ipv4Packet packet, Instant now) {
        return misbehaviour.isDeaf()
                ? List.of()
                : carriedOut(tunnel, tunnel.peering().orElseThrow().receive(packet, now), now);
    }

    List<VpcForwarding.Way> tick(AwsTunnel tunnel, Instant now) {
        if (tunnel.peering().isEmpty()) {
            return List.of();
        }
        BgpPeering peering = tunnel.peering().get();
        List<VpcForwarding.Way> ways = new ArrayList<>();
        if (tunnel.isToAnnounce()) {
            announce(tunnel, peering, now, ways);
        }
        ways.addAll(carriedOut(tunnel, peering.tick(now), now));
        return ways;
    }

    private void announce(AwsTunnel tunnel, BgpPeering peering, Instant now, List<VpcForwarding.Way> ways) {
        ways.addAll(carriedOut(tunnel, peering.start(now), now));
        List<Ipv4Prefix> gone = new ArrayList<>(tunnel.announced());
        List<Ipv4Prefix> wanted =
                hub.blocks(misbehaviour.announced(tunnel.endpoint().vpcCidrs()), isOfFirstConnection(tunnel));
        gone.removeAll(wanted);
        ways.addAll(carriedOut(tunnel, peering.withdraw(gone, now), now));
        ways.addAll(carriedOut(tunnel, peering.announce(wanted, own(tunnel), now), now));
        if (tunnel.announced().isEmpty()) {
            routes.of(gatewayOf(tunnel))
                    .everything()
                    .forEach(change -> ways.addAll(tell(tunnel, peering, change, now)));
        }
        tunnel.hasAnnounced(wanted);
    }

    private boolean isOfFirstConnection(AwsTunnel tunnel) {
        return tunnels.all().stream()
                .findFirst()
                .filter(tunnel::isOfConnectionOf)
                .isPresent();
    }

    private PathAttributes own(AwsTunnel tunnel) {
        return PathAttributes.of(
                Origin.IGP,
                AsPath.of(misbehaviour.frontOfPath(
                        tunnel.endpoint().bgp().orElseThrow().amazonSideAsn())),
                tunnel.inside().address());
    }

    private static String gatewayOf(AwsTunnel tunnel) {
        return tunnel.endpoint().bgp().orElseThrow().vpnGatewayId();
    }

    /** Ends the session of a tunnel, telling the gateway, and takes no other. */
    List<VpcForwarding.Way> stop(AwsTunnel tunnel, Instant now) {
        return tunnel.peering()
                .map(peering -> carriedOut(tunnel, peering.stop("", now), now))
                .orElse(List.of());
    }

    /** Takes a session again after {@link #stop}. */
    List<VpcForwarding.Way> start(AwsTunnel tunnel, Instant now) {
        return tunnel.peering()
                .map(peering -> carriedOut(tunnel, peering.start(now), now))
                .orElse(List.of());
    }

    /** The tunnel is no more: neither is what came through it. */
    List<VpcForwarding.Way> forget(AwsTunnel tunnel, Instant now) {
        return tunnel.peering()
                .map(peering ->
                        toPeers(gatewayOf(tunnel), routes.of(gatewayOf(tunnel)).down(neighbour(tunnel, peering)), now))
                .orElse(List.of());
    }

    private List<VpcForwarding.Way> carriedOut(AwsTunnel tunnel, BgpPeering.Outcome outcome, Instant now) {
        List<VpcForwarding.Way> ways = new ArrayList<>();
        outcome.packets().forEach(packet -> ways.add(VpcForwarding.Way.into(tunnel, packet)));
        for (BgpEffect effect : outcome.news()) {
            ways.addAll(news(tunnel, effect, now));
        }
        return ways;
    }

    private List<VpcForwarding.Way> news(AwsTunnel tunnel, BgpEffect effect, Instant now) {
        BgpPeering peering = tunnel.peering().orElseThrow();
        String address = tunnel.endpoint().outsideAddress() + " ";
        List<RoutingTable.Change> changes = new ArrayList<>();
        if (effect instanceof BgpEffect.Established) {
            events.note(now, "bgp-up", address + "with " + peering.peer());
        } else if (effect instanceof BgpEffect.Down down) {
            events.note(now, "bgp-down", address + down.reason());
            changes.addAll(routes.of(gatewayOf(tunnel)).down(neighbour(tunnel, peering)));
            tunnel.accepted().clear();
            reports.count(tunnel, now);
            changed.run();
            if (misbehaviour.isOffended(down)) {
                peering.stop("", now);
            }
        } else if (effect instanceof BgpEffect.RoutesChanged news) {
            Neighbour from = neighbour(tunnel, peering);
            List<Ipv4Prefix> gone = misbehaviour.forgotten(news.withdrawn());
            gone.forEach(tunnel.accepted()::remove);
            tunnel.accepted().addAll(news.announced());
            reports.routes(tunnel, now);
            changed.run();
            changes.addAll(routes.of(gatewayOf(tunnel)).withdraw(from, gone));
            news.attributes()
                    .ifPresent(attributes ->
                            changes.addAll(routes.learn(gatewayOf(tunnel), from, news.announced(), attributes)));
        } else if (effect instanceof BgpEffect.Ignored ignored) {
            events.note(now, "bgp-ignored", address + ignored.reason());
        }
        return toPeers(gatewayOf(tunnel), changes, now);
    }

    private static Neighbour neighbour(AwsTunnel tunnel, BgpPeering peering) {
        return new Neighbour(
                peering.peer(),
                peering.peer(),
                tunnel.endpoint().bgp().orElseThrow().customerAsn());
    }

    /** What is new at Direct Connect goes to the peers of the same virtual private gateway. */
    List<VpcForwarding.Way> tell(Map<String, List<RoutingTable.Change>> byGateway, Instant now) {
        List<VpcForwarding.Way> ways = new ArrayList<>();
        byGateway.forEach((gateway, changes) -> ways.addAll(toPeers(gateway, changes, now)));
        return ways;
    }

    private List<VpcForwarding.Way> toPeers(String gatewayId, List<RoutingTable.Change> changes, Instant now) {
        List<VpcForwarding.Way> ways = new ArrayList<>();
        if (changes.isEmpty()) {
            return ways;
        }
        for (AwsTunnel other : tunnels.all()) {
            Optional<BgpPeering> peering = other.peering();
            if (peering.isPresent() && hub.tellsEachOther(gatewayId, gatewayOf(other))) {
                changes.forEach(change -> ways.addAll(tell(other, peering.get(), change, now)));
            }
        }
        return ways;
    }

    /** A route goes to all but the connection that it came from. */
    private List<VpcForwarding.Way> tell(
            AwsTunnel tunnel, BgpPeering peering, RoutingTable.Change change, Instant now) {
        boolean foreign = change.now()
                .filter(route -> !cameFromConnectionOf(tunnel, route.from()))
                .filter(route -> hub.tells(DirectConnectPeers.isFrom(route.from())))
                .isPresent();
        if (!foreign && !hub.withdraws()) {
            return List.of();
        }
        BgpPeering.Outcome outcome = foreign
                ? peering.announce(
                        List.of(change.prefix()),
                        hub.told(
                                change.now()
                                        .orElseThrow()
                                        .attributes()
                                        .toExternalPeer(
                                                tunnel.endpoint()
                                                        .bgp()
                                                        .orElseThrow()
                                                        .amazonSideAsn(),
                                                tunnel.inside().address()),
                                own(tunnel)),
                        now)
                : peering.withdraw(List.of(change.prefix()), now);
        return carriedOut(tunnel, outcome, now);
    }

    private boolean cameFromConnectionOf(AwsTunnel tunnel, Neighbour from) {
        return tunnels.ofConnectionOf(tunnel).stream().anyMatch(other -> other.peering()
                .filter(peering -> peering.peer().equals(from.address()))
                .isPresent());
    }
}
