package io.vpntck.reports.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a scenario that ran went.
 *
 * @param began by the wall clock
 * @param took by the wall clock
 * @param simulated how far the testbed's clock went
 */
public record ScenarioOutcome(
        String scenarioId, Instant began, Duration took, Duration simulated, List<StepOutcome> steps) {
    public ScenarioOutcome {
        steps = List.copyOf(steps);
    }

    /** The first step that did not pass; what comes after it was not tried. */
    public Optional<StepOutcome> broken() {
        return steps.stream().filter(StepOutcome::broke).findFirst();
    }
}
