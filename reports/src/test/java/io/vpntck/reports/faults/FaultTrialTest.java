package io.vpntck.reports.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vpntck.reports.run.ProgressListener;
import io.vpntck.reports.run.Suite;
import io.vpntck.reports.sample.SampleProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultTrialTest {
    private static final Suite SUITE = Suite.of("sample", "io.vpntck.reports.sample");

    private static ExpectedFault fault(ExpectedScenario... red) {
        return new ExpectedFault("noisy", "customer-gateway", "Logs.", List.of("VPN-AAA-05"), List.of(red), List.of());
    }

    private static ExpectedScenario expected(int number, String row, String step) {
        return new ExpectedScenario("sample/Sample1.feature", number, row, step);
    }

    private static FaultResult trial(ExpectedFault fault) {
        FaultBook book = new FaultBook(Map.of(), List.of(fault));
        return new FaultTrial(SUITE, book, new SampleProvider("").choice(), 1)
                .trial(fault, false, ProgressListener.SILENT);
    }

    @Test
    void aFaultIsCaughtAtItsStep() {
        FaultResult result = trial(fault(expected(5, "for 2", "Then it holds for 2")));

        assertThat(result.killed()).isTrue();
        assertThat(result.asExpected()).isTrue();
        assertThat(result.scenarios())
                .extracting(FaultResult.Seen::name, FaultResult.Seen::verdict, FaultResult.Seen::step)
                .containsExactly(tuple("[5] Hold for 2", "failed", "Then it holds for 2"));
    }

    @Test
    void redAtAnotherStepIsNotCaught() {
        FaultResult result = trial(fault(expected(5, "for 2", "When something is done")));

        assertThat(result.killed()).isFalse();
        assertThat(result.unexpected())
                .singleElement()
                .asString()
                .contains("expected failed at \"When something is done\"");
    }

    @Test
    void aScenarioThatStaysGreenHasNotCaughtIt() {
        FaultResult result = trial(fault(expected(5, "", "Then it holds for 2")));

        assertThat(result.killed()).isFalse();
        assertThat(result.unexpected())
                .singleElement()
                .asString()
                .contains("[5] Hold for 1")
                .contains("was passed");
    }

    @Test
    void aScenarioThatDoesNotExistIsUnexpected() {
        FaultResult result = trial(fault(expected(99, "", "Then it holds")));

        assertThat(result.killed()).isFalse();
        assertThat(result.unexpected()).containsExactly("no such scenario: sample/Sample1.feature [99]");
    }

    @Test
    void whatFailsBesidesIsUnexpected() {
        ExpectedFault fault = fault(expected(5, "for 2", "Then it holds for 2"));
        FaultBook book = new FaultBook(
                Map.of(fault.subject(), List.of(new CoreFeature("sample/Sample1.feature", List.of()))), List.of(fault));

        FaultTrial trial = new FaultTrial(SUITE, book, new SampleProvider("").choice(), 1);

        FaultResult result = trial.trial(fault, false, ProgressListener.SILENT);
        assertThat(result.killed()).isTrue();
        assertThat(result.asExpected()).isFalse();
        assertThat(result.unexpected()).hasSize(5).anyMatch(line -> line.contains("[2] Fail at the last step"));
        assertThat(trial.baseline(false, ProgressListener.SILENT)).hasSize(5);
    }

    @Test
    void aNamedPrerequisiteMayBreak() {
        ExpectedScenario prerequisite = expected(3, "", "Given a stage that cannot be set");
        ExpectedFault fault = new ExpectedFault(
                "noisy",
                "customer-gateway",
                "Logs.",
                List.of("VPN-AAA-05"),
                List.of(expected(5, "for 2", "Then it holds for 2")),
                List.of(prerequisite));

        assertThat(trial(fault).asExpected()).isTrue();
    }
}
