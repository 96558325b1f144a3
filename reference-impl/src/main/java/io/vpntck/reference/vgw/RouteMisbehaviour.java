package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.routing.Route;
import io.vpntck.reference.routing.RouteSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** How an AWS side with faults takes a route among several. */
final class RouteMisbehaviour {
    /** In no subnet, so that the main table decides. */
    private static final Ipv4Address NOWHERE = new Ipv4Address(0);

    private final Set<AwsSideFault> faults;

    RouteMisbehaviour(Set<AwsSideFault> faults) {
        this.faults = faults;
    }

    /** Whether routes are searched by {@link #shortest}. */
    boolean searchesShortest() {
        return faults.contains(AwsSideFault.IGNORES_LONGEST_PREFIX);
    }

    <T> Optional<Route<T>> shortest(Collection<Route<T>> routes, Ipv4Address destination) {
        return routes.stream()
                .filter(route -> route.destination().contains(destination))
                .min(Comparator.comparing(
                                (Route<T> route) -> route.destination().length())
                        .thenComparing(Route::source));
    }

    /** What the local route of a VPC's table counts as. */
    RouteSource local() {
        return faults.contains(AwsSideFault.LOCAL_ROUTE_LAST) ? RouteSource.VPN_BGP : RouteSource.LOCAL;
    }

    /** What a propagated route of a VPC's table counts as. */
    RouteSource propagated() {
        if (faults.contains(AwsSideFault.LETS_PROPAGATED_OVER_LOCAL)) {
            return RouteSource.ENTERED;
        }
        return faults.contains(AwsSideFault.PREFERS_PROPAGATED) ? RouteSource.DIRECT_CONNECT : RouteSource.VPN_STATIC;
    }

    /** What an entered route of a VPC's table counts as. */
    RouteSource entered() {
        return faults.contains(AwsSideFault.PREFERS_PROPAGATED) ? RouteSource.VPN_BGP : RouteSource.ENTERED;
    }

    /** What a route of Direct Connect counts as within the virtual private gateway. */
    RouteSource directConnect() {
        return faults.contains(AwsSideFault.STATIC_BEFORE_DIRECT_CONNECT)
                ? RouteSource.VPN_BGP
                : RouteSource.DIRECT_CONNECT;
    }

    /** What a route of a VPN connection counts as within the virtual private gateway. */
    RouteSource vpn(boolean isStatic) {
        return isStatic == faults.contains(AwsSideFault.BGP_BEFORE_STATIC)
                ? RouteSource.VPN_BGP
                : RouteSource.VPN_STATIC;
    }

    /** The address by which the table of a host is found. */
    Ipv4Address asking(Ipv4Address host) {
        return faults.contains(AwsSideFault.ASKS_MAIN_TABLE_ONLY) ? NOWHERE : host;
    }

    /** Whether a tunnel carries the static prefixes of its connection. */
    boolean carriesStatic(AwsTunnel tunnel) {
        return tunnel.endpoint().index() == 1 || !faults.contains(AwsSideFault.STATIC_THROUGH_TUNNEL_1);
    }

    /** Whether another route is looked for when nothing is up behind the best. */
    boolean leavesDeadRoutes() {
        return faults.contains(AwsSideFault.LEAVES_DEAD_ROUTES);
    }

    /** Whether packets of a VPC go to the virtual private gateway whatever its tables say. */
    boolean leadsAnyway(AwsTunnel tunnel, Ipv4Address destination) {
        return faults.contains(AwsSideFault.IGNORES_ROUTE_TABLES)
                || (faults.contains(AwsSideFault.SERVES_DETACHED_VPC)
                                || faults.contains(AwsSideFault.KEEPS_DELETED_CONNECTIONS))
                        && tunnel.endpoint().returnRoutes().stream().anyMatch(r -> r.contains(destination));
    }

    /** Whether the virtual private gateway takes every prefix for a known one. */
    boolean knowsEverything() {
        return faults.contains(AwsSideFault.SENDS_UNKNOWN_PREFIXES);
    }

    boolean forwardsUnknown() {
        return faults.contains(AwsSideFault.FORWARDS_UNKNOWN);
    }

    boolean usesBothTunnels() {
        return faults.contains(AwsSideFault.USES_BOTH_TUNNELS);
    }
}
