package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.routing.Route;
import io.vpntck.reference.routing.RouteSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the virtual private gateway of each VPC knows: the longest prefix is taken, of one prefix Direct Connect before
 * static routes of VPN connections before what came by BGP; and only tunnels that are up.
 *
 * <p>A static prefix belongs to both tunnels of its connection, and the first tunnel that is up carries it (Amazon VPC
 * User Guide, "VPN Connections": one tunnel carries the traffic, the other takes over when it becomes unavailable).
 */
final class GatewayRoutes {
    private final AwsTunnels tunnels;
    private final VpcSurroundings surroundings;
    private final DynamicRoutes dynamic;
    private final RouteMisbehaviour misbehaviour;
    private final HubMisbehaviour hub;
    private final Set<AwsTunnel> preferred = new LinkedHashSet<>();
    /** By VPC. */
    private final Map<String, RouteLookUp<Hop>> ready = new HashMap<>();
    /** By connection, to the sites of all others. */
    private final Map<String, RouteLookUp<Hop>> others = new HashMap<>();

    GatewayRoutes(
            AwsTunnels tunnels,
            VpcSurroundings surroundings,
            DynamicRoutes dynamic,
            RouteMisbehaviour misbehaviour,
            HubMisbehaviour hub) {
        this.tunnels = tunnels;
        this.surroundings = surroundings;
        this.dynamic = dynamic;
        this.misbehaviour = misbehaviour;
        this.hub = hub;
    }

    /** Where a route of the gateway leads: into a tunnel, or over Direct Connect, by its id. */
    record Hop(Optional<AwsTunnel> tunnel, String id) {
        static Hop into(AwsTunnel tunnel) {
            return new Hop(Optional.of(tunnel), tunnel.endpoint().connectionId());
        }
    }

    /** Has traffic of the VPC go through this tunnel while it is up, or no longer prefer it. */
    void prefer(AwsTunnel tunnel, boolean on) {
        if (on) {
            preferred.add(tunnel);
        } else {
            preferred.remove(tunnel);
        }
        forget();
    }

    /** To be called when tunnels, their state or their routes have changed. */
    void forget() {
        ready.clear();
        others.clear();
    }

    /** The best way of what a VPC sends to this address; empty where nothing that is up leads there. */
    Optional<Hop> select(String vpcId, Ipv4Address destination) {
        return ready.computeIfAbsent(vpcId, id -> new RouteLookUp<>(routes(id), misbehaviour))
                .select(destination)
                .map(Route::target);
    }

    private List<Route<Hop>> routes(String vpcId) {
        List<Route<Hop>> all = new ArrayList<>(direct(vpcId));
        attached(vpcId).stream()
                .filter(tunnel -> tunnel.end().isUp())
                .sorted(Comparator.comparing(tunnel -> !preferred.contains(tunnel)))
                .forEach(tunnel -> all.addAll(routes(tunnel)));
        return all;
    }

    private List<Route<Hop>> direct(String vpcId) {
        return surroundings.directConnect(vpcId).entrySet().stream()
                .map(entry -> new Route<>(
                        entry.getKey(), misbehaviour.directConnect(), new Hop(Optional.empty(), entry.getValue())))
                .toList();
    }

    private List<Route<Hop>> routes(AwsTunnel tunnel) {
        RouteSource source = misbehaviour.vpn(tunnel.endpoint().staticRoutesOnly());
        return prefixes(tunnel).stream()
                .map(prefix -> new Route<>(prefix, source, Hop.into(tunnel)))
                .toList();
    }

    private List<Ipv4Prefix> prefixes(AwsTunnel tunnel) {
        if (misbehaviour.knowsEverything()) {
            return List.of(Ipv4Prefix.ALL);
        }
        if (!tunnel.endpoint().staticRoutesOnly()) {
            return dynamic.of(tunnel);
        }
        return misbehaviour.carriesStatic(tunnel) ? tunnel.endpoint().staticRoutes() : List.of();
    }

    /** The best way to what another peer of the same gateway has announced, be it a site or Direct Connect. */
    Optional<Hop> toSite(AwsTunnel from, Ipv4Address destination) {
        if (from.endpoint().bgp().isEmpty() || !hub.carries(from)) {
            return Optional.empty();
        }
        return others.computeIfAbsent(
                        from.endpoint().connectionId(), id -> new RouteLookUp<>(toOthers(from), misbehaviour))
                .select(destination)
                .map(Route::target);
    }

    private List<Route<Hop>> toOthers(AwsTunnel from) {
        String gatewayId = from.endpoint().bgp().orElseThrow().vpnGatewayId();
        List<Route<Hop>> all = new ArrayList<>();
        from.endpoint().vpcId().ifPresent(vpcId -> all.addAll(direct(vpcId)));
        tunnels.all().stream()
                .filter(other -> other.endpoint()
                        .bgp()
                        .filter(bgp -> hub.reachesEachOther(gatewayId, bgp.vpnGatewayId()))
                        .isPresent())
                .filter(other -> !other.isOfConnectionOf(from) && other.end().isUp())
                .forEach(other -> all.addAll(routes(other)));
        return all;
    }

    /** Tunnels of the VPC's gateway that would carry this, were they up. */
    List<AwsTunnel> knowing(String vpcId, Ipv4Address destination) {
        return attached(vpcId).stream()
                .filter(tunnel -> prefixes(tunnel).stream().anyMatch(p -> p.contains(destination)))
                .toList();
    }

    /** The tunnels of the VPC's gateway. */
    List<AwsTunnel> attached(String vpcId) {
        return tunnels.all().stream()
                .filter(tunnel ->
                        tunnel.endpoint().vpcId().filter(vpcId::equals).isPresent())
                .toList();
    }
}
