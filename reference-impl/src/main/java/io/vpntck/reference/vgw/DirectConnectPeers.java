package io.vpntck.reference.vgw;

import io.vpntck.reference.bgp.AsPath;
import io.vpntck.reference.bgp.Neighbour;
import io.vpntck.reference.bgp.Origin;
import io.vpntck.reference.bgp.PathAttributes;
import io.vpntck.reference.bgp.RoutingTable;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Direct Connect as a peer of the virtual private gateways: what it announces is learned beside what tunnels bring, and
 * it is told what they are told. It has AS 65100, and no session that could end.
 */
final class DirectConnectPeers {
    private static final long AS = 65_100;
    /** Of a block that is not for tunnels, so that no peer there has it. */
    private static final Ipv4Address ADDRESS = Ipv4Address.of("169.254.0.2");

    private static final Neighbour PEER = new Neighbour(ADDRESS, ADDRESS, AS);
    private static final PathAttributes ATTRIBUTES = PathAttributes.of(Origin.IGP, AsPath.of(AS), ADDRESS);

    private final AwsTunnels tunnels;
    private final VpcSurroundings surroundings;
    private final BgpRoutes routes;
    private final HubMisbehaviour misbehaviour;
    /** By virtual private gateway. */
    private final Map<String, Set<Ipv4Prefix>> learned = new LinkedHashMap<>();

    private final List<Sent> sent = new ArrayList<>();
    private boolean stale;

    /** A packet that came over Direct Connect of a VPC's gateway. */
    record Sent(String vpcId, Ipv4Packet packet) {}

    /** What a peer is told of a prefix. */
    record Told(Ipv4Prefix prefix, AsPath path) {}

    DirectConnectPeers(
            AwsTunnels tunnels, VpcSurroundings surroundings, BgpRoutes routes, HubMisbehaviour misbehaviour) {
        this.tunnels = tunnels;
        this.surroundings = surroundings;
        this.routes = routes;
        this.misbehaviour = misbehaviour;
    }

    static boolean isFrom(Neighbour neighbour) {
        return neighbour.equals(PEER);
    }

    /** To be called when tunnels, attachments or announcements have changed. */
    void changed() {
        stale = true;
    }

    /** Hands a packet over with the next tick, which is due at once. */
    void send(String vpcId, Ipv4Packet packet) {
        sent.add(new Sent(vpcId, packet));
    }

    List<Sent> takeSent() {
        List<Sent> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    Optional<Instant> wakeAt() {
        return stale || !sent.isEmpty() ? Optional.of(Instant.MIN) : Optional.empty();
    }

    /** Brings the routes up to date; returns what is new to peers, by virtual private gateway. */
    Map<String, List<RoutingTable.Change>> follow() {
        Map<String, List<RoutingTable.Change>> changes = new LinkedHashMap<>();
        if (stale) {
            stale = false;
            vpcs().forEach((gateway, vpc) -> {
                List<RoutingTable.Change> ofGateway = follow(gateway, wanted(vpc));
                if (!ofGateway.isEmpty()) {
                    changes.put(gateway, ofGateway);
                }
            });
        }
        return changes;
    }

    /** By the virtual private gateways of dynamic connections. */
    private Map<String, Optional<String>> vpcs() {
        Map<String, Optional<String>> all = new LinkedHashMap<>();
        for (AwsTunnel tunnel : tunnels.all()) {
            TunnelEndpoint endpoint = tunnel.endpoint();
            endpoint.bgp().ifPresent(bgp -> all.put(bgp.vpnGatewayId(), endpoint.vpcId()));
        }
        return all;
    }

    private Set<Ipv4Prefix> wanted(Optional<String> vpcId) {
        return vpcId.map(id -> surroundings.directConnect(id).keySet()).orElse(Set.of());
    }

    private List<RoutingTable.Change> follow(String gateway, Set<Ipv4Prefix> wanted) {
        Set<Ipv4Prefix> known = learned.computeIfAbsent(gateway, id -> new LinkedHashSet<>());
        List<Ipv4Prefix> gone =
                known.stream().filter(prefix -> !wanted.contains(prefix)).toList();
        List<Ipv4Prefix> fresh =
                wanted.stream().filter(prefix -> !known.contains(prefix)).toList();
        List<RoutingTable.Change> changes = new ArrayList<>(routes.of(gateway).withdraw(PEER, gone));
        if (!fresh.isEmpty()) {
            changes.addAll(routes.learn(gateway, PEER, fresh, ATTRIBUTES));
        }
        gone.forEach(known::remove);
        known.addAll(fresh);
        return changes;
    }

    /** What Direct Connect of a VPC's gateway is told: the blocks of the VPC, and what sites announced. */
    List<Told> told(String vpcId) {
        Optional<TunnelEndpoint> endpoint = tunnels.all().stream()
                .map(AwsTunnel::endpoint)
                .filter(e -> e.bgp().isPresent() && e.vpcId().equals(Optional.of(vpcId)))
                .findFirst();
        List<Told> told = new ArrayList<>();
        endpoint.ifPresent(found -> {
            TunnelEndpoint.Bgp bgp = found.bgp().orElseThrow();
            found.vpcCidrs().forEach(block -> told.add(new Told(block, AsPath.of(bgp.amazonSideAsn()))));
            if (misbehaviour.tellsDirectConnectOfSites()) {
                told.addAll(ofSites(bgp));
            }
        });
        return told;
    }

    private List<Told> ofSites(TunnelEndpoint.Bgp bgp) {
        return routes.of(bgp.vpnGatewayId()).everything().stream()
                .flatMap(change -> change.now().stream())
                .filter(route -> !isFrom(route.from()))
                .map(route ->
                        new Told(route.prefix(), route.attributes().asPath().prepended(bgp.amazonSideAsn(), 1)))
                .toList();
    }
}
