package io.vpntck.reference.bgp;

import java.util.Comparator;
import java.util.OptionalLong;

/**
 * Which of several routes to one prefix is the best, by the rules of an edition of the documents; the better comes first.
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
public enum BestPath implements Comparator<LearnedRoute> {
    EDITION_2018_09 {
        @Override
        int afterLength(LearnedRoute one, LearnedRoute other) {
            return one.attributes().origin().compareTo(other.attributes().origin());
        }
    },
    LATER {
        @Override
        int afterLength(LearnedRoute one, LearnedRoute other) {
            OptionalLong first = one.attributes().asPath().first();
            return first.isPresent() && first.equals(other.attributes().asPath().first())
                    ? Long.compare(med(one), med(other))
                    : 0;
        }
    };

    abstract int afterLength(LearnedRoute one, LearnedRoute other);

    @Override
    public int compare(LearnedRoute one, LearnedRoute other) {
        int order =
                Boolean.compare(one.attributes().isLeaving(), other.attributes().isLeaving());
        if (order == 0) {
            order = Integer.compare(
                    one.attributes().asPath().length(),
                    other.attributes().asPath().length());
        }
        if (order == 0) {
            order = afterLength(one, other);
        }
        if (order == 0) {
            order = one.from().identifier().compareTo(other.from().identifier());
        }
        return order != 0 ? order : one.from().address().compareTo(other.from().address());
    }

    /** RFC 4271, section 9.1.2.2 (c): a route without MED counts as one with the lowest. */
    private static long med(LearnedRoute route) {
        return route.attributes().med().orElse(0);
    }
}
