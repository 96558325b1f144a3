package io.vpntck.reports.write;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which kind of connection is advised for a gateway: a dynamic one where it speaks BGP, since BGP notices by itself that
 * a tunnel is dead.
 *
 * @param worstStatic milliseconds of the longest outage that this run has measured on static connections
 * @param worstDynamic likewise on dynamic ones
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_VPN.html">Amazon VPC User Guide, "Static and
 *     Dynamic Routing" (2018-09)</a>
 */
record RoutingAdvice(Routing advised, OptionalLong worstStatic, OptionalLong worstDynamic) {

    /** @param capabilities the words of what the gateway claims */
    static RoutingAdvice of(Set<String> capabilities, List<OutageSummary.Row> rows) {
        return new RoutingAdvice(
                capabilities.contains(Routing.BGP) ? Routing.DYNAMIC : Routing.STATIC,
                worst(Routing.STATIC, rows),
                worst(Routing.DYNAMIC, rows));
    }

    private static OptionalLong worst(Routing kind, List<OutageSummary.Row> rows) {
        return rows.stream()
                .filter(row -> row.routing() == kind)
                .mapToLong(OutageSummary.Row::worst)
                .max();
    }

    String text() {
        String advice = advised == Routing.DYNAMIC
                ? "Use a dynamic connection: this gateway speaks BGP, which notices by itself that a tunnel is dead."
                : "Use a static connection: this gateway claims no BGP. One that speaks it, where there is a choice, is to be"
                        + " preferred, since BGP notices by itself that a tunnel is dead.";
        return "%s The worst outage of this run: %s on static connections, %s on dynamic ones."
                .formatted(advice, words(worstStatic), words(worstDynamic));
    }

    private static String words(OptionalLong millis) {
        return Optional.of(millis)
                .filter(OptionalLong::isPresent)
                .map(m -> m.getAsLong() + " ms")
                .orElse("none measured");
    }
}
