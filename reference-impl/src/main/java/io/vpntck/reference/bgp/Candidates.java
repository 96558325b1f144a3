package io.vpntck.reference.bgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The routes of all neighbours to one prefix, one of each neighbour, and the best of them. */
final class Candidates {
    private final List<LearnedRoute> routes = new ArrayList<>(1);

    Optional<LearnedRoute> best() {
        return routes.isEmpty() ? Optional.empty() : Optional.of(routes.get(0));
    }

    List<LearnedRoute> all() {
        return List.copyOf(routes);
    }

    boolean isEmpty() {
        return routes.isEmpty();
    }

    /** Takes the place of the neighbour's former route. */
    void put(LearnedRoute route, BestPath rules) {
        take(route.from());
        routes.add(route);
        choose(rules);
    }

    void remove(Neighbour from, BestPath rules) {
        take(from);
        choose(rules);
    }

    private void take(Neighbour from) {
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i).from().equals(from)) {
                routes.remove(i);
                return;
            }
        }
    }

    /** Puts the best in front; all are compared, since the one that was taken away may have been it. */
    private void choose(BestPath rules) {
        int best = rules.best(routes);
        if (best > 0) {
            LearnedRoute front = routes.set(0, routes.get(best));
            routes.set(best, front);
        }
    }
}
