package io.vpntck.reference.vgw;

import io.vpntck.reference.bgp.BestPath;
import io.vpntck.reference.bgp.LearnedRoute;
import io.vpntck.reference.bgp.Neighbour;
import io.vpntck.reference.bgp.PathAttributes;
import io.vpntck.reference.bgp.RoutingTable;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the virtual private gateways have learned by BGP, a table for each. */
final class BgpRoutes implements DynamicRoutes {
    private static final RoutingTable NOTHING = new RoutingTable(BestPath.EDITION_2018_09);

    private final Map<String, RoutingTable> tables = new HashMap<>();
    private final BgpMisbehaviour misbehaviour;

    BgpRoutes(BgpMisbehaviour misbehaviour) {
        this.misbehaviour = misbehaviour;
    }

    List<RoutingTable.Change> learn(
            String gatewayId, Neighbour from, List<Ipv4Prefix> prefixes, PathAttributes attributes) {
        return tables.computeIfAbsent(gatewayId, id -> new RoutingTable(BestPath.EDITION_2018_09))
                .learn(from, prefixes, attributes);
    }

    RoutingTable of(String gatewayId) {
        return tables.getOrDefault(gatewayId, NOTHING);
    }

    /** Those of its prefixes to which no other path is better; equal ones are all in use. */
    @Override
    public List<Ipv4Prefix> of(AwsTunnel tunnel) {
        return tunnel.peering()
                .map(peering -> misbehaviour.used(tunnel.accepted().stream()
                        .filter(prefix -> isUsed(tunnel, prefix, peering.peer()))
                        .toList()))
                .orElse(List.of());
    }

    private boolean isUsed(AwsTunnel tunnel, Ipv4Prefix prefix, Ipv4Address peer) {
        List<LearnedRoute> routes =
                of(tunnel.endpoint().bgp().orElseThrow().vpnGatewayId()).routes(prefix);
        return routes.stream()
                .filter(route -> route.from().address().equals(peer))
                .anyMatch(route -> equal(route, misbehaviour.taken(routes)));
    }

    /** The documents of 2018-09 tell paths apart by length, then by origin; RFC 8326 by whether the sender stays. */
    private boolean equal(LearnedRoute one, LearnedRoute other) {
        return one.attributes().isLeaving() == other.attributes().isLeaving()
                && misbehaviour.ofOneLength(one.attributes(), other.attributes())
                && misbehaviour.ofOneOrigin(one.attributes(), other.attributes());
    }
}
