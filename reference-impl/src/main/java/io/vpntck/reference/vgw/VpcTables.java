package io.vpntck.reference.vgw;

import io.vpntck.reference.ec2.Route;
import io.vpntck.reference.ec2.RouteTarget;
import io.vpntck.reference.ec2.TargetKind;
import io.vpntck.reference.ec2.TunnelInventory;
import io.vpntck.reference.ec2.VpcRoutes;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.routing.RouteSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The route tables of the VPCs, made ready for look-ups; made anew only when one may have changed. */
final class VpcTables {
    private final VpcRoutes routes;
    private final VpcSurroundings surroundings;
    private final RouteMisbehaviour misbehaviour;
    private final Map<Key, RouteLookUp<Route>> ready = new HashMap<>();
    private long revision = TunnelInventory.UNKNOWN;

    private record Key(String vpcId, Ipv4Address host) {}

    VpcTables(VpcRoutes routes, VpcSurroundings surroundings, RouteMisbehaviour misbehaviour) {
        this.routes = routes;
        this.surroundings = surroundings;
        this.misbehaviour = misbehaviour;
    }

    /** The route that a packet of a host takes; one whose target is gone is still the one that it takes. */
    Optional<Route> select(String vpcId, Ipv4Address host, Ipv4Address destination) {
        return table(vpcId, host).select(destination).map(io.vpntck.reference.routing.Route::target);
    }

    /** The route that it would take if none led to a virtual private gateway. */
    Optional<Route> selectBesideGateway(String vpcId, Ipv4Address host, Ipv4Address destination) {
        return table(vpcId, host)
                .without(route -> route.target().isVpnGateway())
                .select(destination)
                .map(io.vpntck.reference.routing.Route::target);
    }

    private RouteLookUp<Route> table(String vpcId, Ipv4Address host) {
        long now = routes.revision();
        if (now == TunnelInventory.UNKNOWN || now != revision) {
            ready.clear();
            revision = now;
        }
        return ready.computeIfAbsent(new Key(vpcId, misbehaviour.asking(host)), this::lookUp);
    }

    /** To be called when the surroundings have changed. */
    void forget() {
        ready.clear();
    }

    private RouteLookUp<Route> lookUp(Key key) {
        List<io.vpntck.reference.routing.Route<Route>> all = new ArrayList<>();
        for (Route route : routes.of(key.vpcId(), key.host())) {
            if (route.destination() instanceof Ipv4Prefix prefix) {
                all.add(new io.vpntck.reference.routing.Route<>(prefix, source(route.origin()), route));
            }
        }
        surroundings.endpoints(key.vpcId()).forEach((prefix, id) -> all.add(endpoint(prefix, id)));
        return new RouteLookUp<>(all, misbehaviour);
    }

    private static io.vpntck.reference.routing.Route<Route> endpoint(Ipv4Prefix prefix, String id) {
        RouteTarget target = new RouteTarget(TargetKind.GATEWAY, id);
        return new io.vpntck.reference.routing.Route<>(
                prefix, RouteSource.ENTERED, new Route(prefix, target, Route.Origin.ENTERED, true));
    }

    private RouteSource source(Route.Origin origin) {
        return switch (origin) {
            case LOCAL -> misbehaviour.local();
            case ENTERED -> misbehaviour.entered();
            case PROPAGATED -> misbehaviour.propagated();
        };
    }
}
