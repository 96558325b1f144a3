package io.vpntck.reference.bgp;

import java.util.List;
import java.util.OptionalLong;

/**
 * Which of several routes to one prefix is the best, by the rules of an edition of the documents; what comes first decides.
 *
 * <pre>
 * EDITION_2018_09   not leaving, shortest AS_PATH, lowest origin, lowest identifier, lowest address
 * LATER             not leaving, shortest AS_PATH, lowest MED of routes through one AS, lowest identifier, lowest address
 * </pre>
 *
 * <p>A route whose sender is about to shut down comes after all others (RFC 8326, section 4.2); the documents do not speak of it.
 *
 * <p>Identifier and address are not in the documents; RFC 4271 settles with them what is equal otherwise, and so two runs agree.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_VPN.html">Amazon VPC User Guide, "VPN Routing Options"</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-9.1.2.2">RFC 4271, section 9.1.2.2</a>
 */
public enum BestPath {
    EDITION_2018_09 {
        @Override
        int afterLength(LearnedRoute one, LearnedRoute other) {
            return one.attributes().origin().compareTo(other.attributes().origin());
        }

        @Override
        boolean isBeaten(LearnedRoute route, List<LearnedRoute> all) {
            return false;
        }
    },
    LATER {
        @Override
        int afterLength(LearnedRoute one, LearnedRoute other) {
            return 0;
        }

        @Override
        boolean isBeaten(LearnedRoute route, List<LearnedRoute> all) {
            return all.stream()
                    .anyMatch(other ->
                            med(other) < med(route) && upToLength(other, route) == 0 && throughOneAs(other, route));
        }
    };

    /** What decides between paths of one length, other than MED. */
    abstract int afterLength(LearnedRoute one, LearnedRoute other);

    /**
     * Whether one of these routes is out of the choice by its MED. This is no matter of two routes alone: of a worse MED
     * than one, it may have been better than a third.
     */
    abstract boolean isBeaten(LearnedRoute route, List<LearnedRoute> all);

    /** The index of the best of some routes, one at least; their order is of no account. */
    int best(List<LearnedRoute> routes) {
        int best = -1;
        for (int i = 0; i < routes.size(); i++) {
            LearnedRoute route = routes.get(i);
            if ((best < 0 || compare(route, routes.get(best)) < 0) && !isBeaten(route, routes)) {
                best = i;
            }
        }
        return best;
    }

    /** Without MED. */
    private int compare(LearnedRoute one, LearnedRoute other) {
        int order = upToLength(one, other);
        if (order == 0) {
            order = afterLength(one, other);
        }
        if (order == 0) {
            order = one.from().identifier().compareTo(other.from().identifier());
        }
        return order != 0 ? order : one.from().address().compareTo(other.from().address());
    }

    private static int upToLength(LearnedRoute one, LearnedRoute other) {
        int order =
                Boolean.compare(one.attributes().isLeaving(), other.attributes().isLeaving());
        return order != 0
                ? order
                : Integer.compare(
                        one.attributes().asPath().length(),
                        other.attributes().asPath().length());
    }

    private static boolean throughOneAs(LearnedRoute one, LearnedRoute other) {
        OptionalLong first = one.attributes().asPath().first();
        return first.isPresent() && first.equals(other.attributes().asPath().first());
    }

    /** RFC 4271, section 9.1.2.2 (c): a route without MED counts as one with the lowest. */
    private static long med(LearnedRoute route) {
        return route.attributes().med().orElse(0);
    }
}
