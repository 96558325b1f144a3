package io.vpntck.steps.diagnosis;

import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The first layer that is not in order; one tunnel of the two is enough for a layer to be. */
public record Diagnosis(Layer first, Observations observations) {

    public static Diagnosis of(Observations seen) {
        return new Diagnosis(first(seen), seen);
    }

    private static Layer first(Observations seen) {
        if (none(seen, Observations.Tunnel::ike)) {
            return Layer.IKE;
        }
        if (none(seen, tunnel -> tunnel.ike() && tunnel.ipsec())) {
            return Layer.IPSEC;
        }
        if (none(seen, tunnel -> tunnel.ike() && tunnel.ipsec() && tunnel.answers())) {
            return Layer.TUNNEL;
        }
        if (!seen.prefixes()) {
            return Layer.ROUTING;
        }
        if (!seen.attached()) {
            return Layer.ATTACHMENT;
        }
        return seen.routed() ? Layer.HOST : Layer.ROUTE_TABLE;
    }

    private static boolean none(Observations seen, Predicate<Observations.Tunnel> inOrder) {
        return seen.tunnels().stream().noneMatch(inOrder);
    }

    /** For a person: the layer, and what was seen of each. */
    public String text() {
        return "first not in order: " + first.word() + " (" + first.explanation() + ")\n"
                + observations.tunnels().stream()
                        .map(tunnel -> "tunnel at " + tunnel.outside() + ": IKE " + yes(tunnel.ike()) + ", IPsec "
                                + yes(tunnel.ipsec()) + ", answers pings " + yes(tunnel.answers()) + "\n")
                        .collect(Collectors.joining())
                + "prefixes known " + yes(observations.prefixes()) + ", attached " + yes(observations.attached())
                + ", route table " + yes(observations.routed()) + "\n";
    }

    private static String yes(boolean inOrder) {
        return inOrder ? "yes" : "NO";
    }
}
