package io.vpntck.reports.verdict;

import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.run.ScenarioOutcome;
import io.vpntck.reports.run.StepOutcome;
import java.util.Optional;

/**
 * What is said of one scenario.
 *
 * @param reason one line; empty for a scenario that passed
 * @param outcome empty for a scenario that did not run
 */
public record ScenarioVerdict(Scenario scenario, Verdict verdict, String reason, Optional<ScenarioOutcome> outcome) {

    /** The step at which it broke; empty where none did. */
    public Optional<StepOutcome> brokenStep() {
        return outcome.flatMap(ScenarioOutcome::broken);
    }
}
