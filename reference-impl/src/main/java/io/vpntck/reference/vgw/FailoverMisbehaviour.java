package io.vpntck.reference.vgw;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How an AWS side with faults moves, or does not move, what its VPCs send from tunnel to tunnel. */
final class FailoverMisbehaviour {
    private static final Duration HESITATION = Duration.ofSeconds(75);

    private final AwsTunnels tunnels;
    private final Set<AwsSideFault> faults;
    private final Map<String, AwsTunnel> firstUsed = new HashMap<>();
    private final Map<String, AwsTunnel> lastUsed = new HashMap<>();
    private final Map<String, Instant> heldUntil = new HashMap<>();

    FailoverMisbehaviour(AwsTunnels tunnels, Set<AwsSideFault> faults) {
        this.tunnels = tunnels;
        this.faults = faults;
    }

    /** What goes into which tunnel in the place of these. */
    List<VpcForwarding.Entry> bent(List<VpcForwarding.Entry> entries, Instant now) {
        return faults.isEmpty()
                ? entries
                : entries.stream().flatMap(entry -> bent(entry, now).stream()).toList();
    }

    private Optional<VpcForwarding.Entry> bent(VpcForwarding.Entry entry, Instant now) {
        AwsTunnel chosen = entry.tunnel();
        if (entry.packet().source().equals(chosen.inside().address())) {
            return Optional.of(entry);
        }
        AwsTunnel first = firstUsed.computeIfAbsent(chosen.endpoint().connectionId(), id -> chosen);
        if (faults.contains(AwsSideFault.STAYS_ON_FAILED_TUNNEL)) {
            return Optional.of(new VpcForwarding.Entry(first, entry.packet()));
        }
        if (faults.contains(AwsSideFault.MOVES_TO_ANOTHER_CONNECTION) && chosen != first) {
            return others(chosen).findFirst().map(other -> new VpcForwarding.Entry(other, entry.packet()));
        }
        if (faults.contains(AwsSideFault.SLOW_FAILOVER) && hesitates(chosen, now)) {
            return Optional.empty();
        }
        AwsTunnel oldest = tunnels.all().iterator().next();
        boolean keeps = !faults.contains(AwsSideFault.KNOWS_ONE_CONNECTION) || oldest.isOfConnectionOf(chosen);
        return Optional.of(keeps ? entry : new VpcForwarding.Entry(oldest, entry.packet()));
    }

    private boolean hesitates(AwsTunnel chosen, Instant now) {
        String connection = chosen.endpoint().connectionId();
        AwsTunnel before = lastUsed.put(connection, chosen);
        if (before != null && before != chosen) {
            heldUntil.put(connection, now.plus(HESITATION));
        }
        return heldUntil.getOrDefault(connection, Instant.MIN).isAfter(now);
    }

    private Stream<AwsTunnel> others(AwsTunnel chosen) {
        return tunnels.all().stream()
                .filter(other -> !other.isOfConnectionOf(chosen) && other.end().isUp());
    }
}
