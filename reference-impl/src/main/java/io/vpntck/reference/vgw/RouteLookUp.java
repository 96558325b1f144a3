package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.routing.PathSelection;
import io.vpntck.reference.routing.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Routes as they were at one moment, for look-ups. */
final class RouteLookUp<T> {
    private final List<Route<T>> routes;
    private final RouteMisbehaviour misbehaviour;
    private final PathSelection<T> selection;

    RouteLookUp(List<Route<T>> routes, RouteMisbehaviour misbehaviour) {
        this.routes = List.copyOf(routes);
        this.misbehaviour = misbehaviour;
        this.selection = PathSelection.among(this.routes);
    }

    /** The route that a packet to this address takes. */
    Optional<Route<T>> select(Ipv4Address destination) {
        return misbehaviour.searchesShortest()
                ? misbehaviour.shortest(routes, destination)
                : selection.select(destination);
    }

    /** The same without the routes of some targets. */
    RouteLookUp<T> without(Predicate<T> target) {
        return new RouteLookUp<>(
                routes.stream().filter(route -> !target.test(route.target())).toList(), misbehaviour);
    }
}
