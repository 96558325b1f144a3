package io.vpntck.reference.vgw;

import io.vpntck.reference.bgp.AsWidth;
import io.vpntck.reference.bgp.BgpEffect;
import io.vpntck.reference.bgp.LearnedRoute;
import io.vpntck.reference.bgp.PathAttributes;
import io.vpntck.reference.bgp.SessionConduct;
import io.vpntck.reference.bgp.SessionConduct.Departure;
import io.vpntck.reference.bgp.SessionSettings;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How an AWS side with faults speaks BGP, and what it makes of the routes. */
final class BgpMisbehaviour {
    private static final long DEFAULT_AS = 64_512;
    private static final long LARGEST_OF_TWO_OCTETS = 65_535;

    private static final Map<AwsSideFault, Departure> DEPARTURES = new EnumMap<>(Map.of(
            AwsSideFault.TAKES_ANY_AS, Departure.TAKES_ANY_AS,
            AwsSideFault.IGNORES_LOOPS, Departure.USES_LOOPS,
            AwsSideFault.TAKES_UNKNOWN_ATTRIBUTES, Departure.TAKES_UNKNOWN_WELL_KNOWN,
            AwsSideFault.ENDS_BGP_WITHOUT_A_WORD, Departure.ENDS_WITHOUT_A_WORD,
            AwsSideFault.ONE_BGP_ERROR_FOR_ALL, Departure.NAMES_NO_ERROR));

    private final Set<AwsSideFault> faults;

    BgpMisbehaviour(Set<AwsSideFault> faults) {
        this.faults = faults;
    }

    SessionSettings bend(SessionSettings settings) {
        SessionSettings bent = settings.withConduct(conduct());
        if (faults.contains(AwsSideFault.TAKES_ANY_NUMBER_OF_ROUTES)) {
            bent = bent.withoutLimit();
        }
        if (faults.contains(AwsSideFault.SAYS_DEFAULT_AS)) {
            bent = bent.withLocalAs(DEFAULT_AS);
        }
        return faults.contains(AwsSideFault.TWO_OCTET_AS) ? bent.withoutFourOctetAs() : bent;
    }

    private SessionConduct conduct() {
        return new SessionConduct(faults.stream()
                .filter(DEPARTURES::containsKey)
                .map(DEPARTURES::get)
                .collect(Collectors.toSet()));
    }

    /** Whether no session is taken any more after one that ended like this. */
    boolean isOffended(BgpEffect.Down down) {
        return faults.contains(AwsSideFault.TAKES_NO_BGP_AGAIN) && down.sent().isPresent();
    }

    /** The AS at the front of the paths that are announced. */
    long frontOfPath(long own) {
        return own > LARGEST_OF_TWO_OCTETS && faults.contains(AwsSideFault.FORGETS_TRUE_PATH) ? AsWidth.AS_TRANS : own;
    }

    boolean isDeaf() {
        return faults.contains(AwsSideFault.SPEAKS_NO_BGP);
    }

    /** What is announced in the place of the blocks of a VPC. */
    List<Ipv4Prefix> announced(List<Ipv4Prefix> blocks) {
        if (faults.contains(AwsSideFault.ANNOUNCES_FIRST_BLOCK_ONLY)) {
            return blocks.stream().limit(1).toList();
        }
        boolean replaced = faults.contains(AwsSideFault.ANNOUNCES_DEFAULT_ROUTE) && !blocks.isEmpty();
        return replaced ? List.of(Ipv4Prefix.ALL) : blocks;
    }

    /** Of the prefixes that a gateway withdraws, those that are forgotten. */
    List<Ipv4Prefix> forgotten(List<Ipv4Prefix> withdrawn) {
        return faults.contains(AwsSideFault.KEEPS_WITHDRAWN_ROUTES) ? List.of() : withdrawn;
    }

    boolean ofOneLength(PathAttributes one, PathAttributes other) {
        return faults.contains(AwsSideFault.IGNORES_AS_PATH_LENGTH)
                || one.asPath().length() == other.asPath().length();
    }

    /** Which of the routes to a prefix, the best first, is taken. */
    LearnedRoute taken(List<LearnedRoute> routes) {
        LearnedRoute best = routes.get(0);
        return faults.contains(AwsSideFault.PREFERS_HIGHEST_ORIGIN)
                ? routes.stream()
                        .filter(route -> ofOneLength(route.attributes(), best.attributes()))
                        .max(Comparator.comparing(route -> route.attributes().origin()))
                        .orElse(best)
                : best;
    }

    boolean ofOneOrigin(PathAttributes one, PathAttributes other) {
        return faults.contains(AwsSideFault.IGNORES_ORIGIN) || one.origin() == other.origin();
    }

    /** What is sent through a tunnel in the place of what was announced there. */
    List<Ipv4Prefix> used(List<Ipv4Prefix> learned) {
        if (faults.contains(AwsSideFault.NEEDS_NO_ANNOUNCEMENT)) {
            return List.of(Ipv4Prefix.ALL);
        }
        return faults.contains(AwsSideFault.IGNORES_ANNOUNCEMENTS) ? List.of() : learned;
    }
}
