package io.vpntck.reports.run;

import java.time.Duration;
import java.time.Instant;

/** How far the testbed's clock went in the scenario under way. */
final class SimulatedTime {
    private Duration elapsed = Duration.ZERO;

    void reset() {
        elapsed = Duration.ZERO;
    }

    void add(Instant from, Instant to) {
        elapsed = elapsed.plus(Duration.between(from, to));
    }

    Duration elapsed() {
        return elapsed;
    }
}
