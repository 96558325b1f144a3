package io.vpntck.reference.vgw;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What an AWS side with faults tells of its tunnels. */
final class TelemetryMisbehaviour {
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final AwsTunnels tunnels;
    private final Set<AwsSideFault> faults;
    private final Map<AwsTunnel, Integer> counts = new HashMap<>();

    TelemetryMisbehaviour(AwsTunnels tunnels, Set<AwsSideFault> faults) {
        this.tunnels = tunnels;
        this.faults = faults;
    }

    /** When something is said to have happened that happens now. */
    Instant dated(Instant now) {
        return faults.contains(AwsSideFault.PREDATES_CHANGES) ? now.minus(EARLY) : now;
    }

    /** How many routes are said to be accepted. */
    int accepted(AwsTunnel tunnel, int count) {
        if (!faults.contains(AwsSideFault.KEEPS_ACCEPTED_COUNT)) {
            return count;
        }
        return counts.merge(tunnel, count, (before, now) -> now == 0 ? before : now);
    }

    /** The tunnel that octets are counted for. */
    AwsTunnel counted(AwsTunnel tunnel) {
        if (!faults.contains(AwsSideFault.COUNTS_FOR_FIRST_CONNECTION)) {
            return tunnel;
        }
        String first = tunnels.all().iterator().next().endpoint().connectionId();
        return tunnels.all().stream()
                .filter(other -> other.endpoint().connectionId().equals(first)
                        && other.endpoint().index() == tunnel.endpoint().index())
                .findFirst()
                .orElse(tunnel);
    }

    /** Whether what is sent counts as received, too. */
    boolean countsTwice() {
        return faults.contains(AwsSideFault.COUNTS_SENT_AS_RECEIVED);
    }
}
