package io.vpntck.reports.cli;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.run.StepOutcome;
import io.vpntck.reports.verdict.Judgement;
import io.vpntck.reports.verdict.ScenarioVerdict;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A run's verdicts as tests: red ones fail, those without a say are skipped with their reason. */
final class VerdictTests {
    private VerdictTests() {}

    static Stream<DynamicTest> of(Judgement judgement) {
        return judgement.scenarios().stream()
                .map(found -> DynamicTest.dynamicTest(nameOf(found.scenario()), () -> show(found)));
    }

    /**
     * The scenarios of a run that could not take place.
     *
     * @param log told of each: what is skipped must be seen where only the console is looked at
     */
    static Stream<DynamicTest> skipped(String gateway, List<Scenario> scenarios, String reason, Consumer<String> log) {
        return scenarios.stream()
                .map(s -> DynamicTest.dynamicTest(nameOf(s), () -> {
                    log.accept("SKIPPED with " + gateway + ": " + nameOf(s) + ": " + reason);
                    abort(reason);
                }));
    }

    static Stream<DynamicTest> failed(List<Scenario> scenarios, String reason) {
        return scenarios.stream().map(s -> DynamicTest.dynamicTest(nameOf(s), () -> fail(reason)));
    }

    static String nameOf(Scenario scenario) {
        return scenario.feature() + ": " + scenario.name();
    }

    private static void show(ScenarioVerdict found) {
        String line = found.verdict().word() + ": " + found.reason();
        switch (found.verdict()) {
            case FAILED, INCONCLUSIVE ->
                fail(line
                        + System.lineSeparator()
                        + found.brokenStep().map(StepOutcome::error).orElse(""));
            case NOT_APPLICABLE, NOT_RUN, WAIVED, NOT_COVERED -> abort(line);
            case PASSED -> {
                // Nothing to add.
            }
        }
    }
}
