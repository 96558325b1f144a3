package io.vpntck.reference.esp;

import java.util.EnumMap;
import java.util.Map;

/** How many packets were dropped, for each reason; the counts only grow. */
final class DropCounters {
    private final Map<EspDropReason, Long> counts = new EnumMap<>(EspDropReason.class);

    void count(EspDropReason reason) {
        counts.merge(reason, 1L, Long::sum);
    }

    /** The reasons that occurred. */
    Map<EspDropReason, Long> counts() {
        return Map.copyOf(counts);
    }
}
