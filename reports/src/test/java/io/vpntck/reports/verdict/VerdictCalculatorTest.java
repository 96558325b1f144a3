package io.vpntck.reports.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.run.ScenarioOutcome;
import io.vpntck.reports.run.StepOutcome;
import io.vpntck.reports.run.StepOutcome.Kind;
import io.vpntck.reports.run.StepOutcome.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictCalculatorTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Clause CLAUSE = new Clause("A", "T", "S.", "d", "MUST", "aws-side", "2018-09", "");

    private static Scenario scenario(int line) {
        return new Scenario("f:" + line, "[" + line + "] x", "F", "f", line, Set.of("tmsLink=A"));
    }

    private static ScenarioOutcome outcome(int line, Kind kind, Status status) {
        List<StepOutcome> steps = List.of(
                new StepOutcome(Kind.SET_UP, "Set up", Status.PASSED, 1, ""),
                new StepOutcome(
                        kind, "A step", status, 1, status == Status.PASSED ? "" : "java.lang.AssertionError: no"));
        return new ScenarioOutcome("f:" + line, Instant.EPOCH, Duration.ZERO, Duration.ZERO, steps);
    }

    private static Judgement judge(List<Waiver> waivers, ScenarioOutcome... outcomes) {
        List<Scenario> scenarios = List.of(scenario(1), scenario(2));
        return new VerdictCalculator(List.of(CLAUSE), Set.of(), waivers, TODAY)
                .judge(scenarios, Set.of("f:1", "f:2"), List.of(outcomes));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "SET_UP,    FAILED,    INCONCLUSIVE",
        "GIVEN,     FAILED,    INCONCLUSIVE",
        "WHEN,      FAILED,    FAILED",
        "THEN,      FAILED,    FAILED",
        "TEAR_DOWN, FAILED,    INCONCLUSIVE",
        "THEN,      ABORTED,   INCONCLUSIVE",
        "THEN,      UNDEFINED, INCONCLUSIVE",
        "THEN,      PASSED,    PASSED",
    })
    void theFirstBrokenStepDecides(Kind kind, Status status, Verdict expected) {
        Judgement judgement = judge(List.of(), outcome(1, kind, status), outcome(2, Kind.THEN, Status.PASSED));

        assertThat(judgement.scenarios().get(0).verdict()).isEqualTo(expected);
        assertThat(judgement.requirements().get(0).verdict()).isEqualTo(expected);
        assertThat(judgement.exitCode()).isEqualTo(expected == Verdict.PASSED ? 0 : 1);
    }

    @Test
    void whatWasChosenAndNeverStartedIsInconclusive() {
        Judgement judgement = judge(List.of(), outcome(1, Kind.THEN, Status.PASSED));

        assertThat(judgement.requirements().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.requirements().get(0).reason()).isEqualTo("chosen, but never started");
    }

    @Test
    void aSlowScenarioThatWasNotAskedForLeavesNothingOpen() {
        Scenario slow = new Scenario("f:2", "[2] x", "F", "f", 2, Set.of("tmsLink=A", "slow"));
        VerdictCalculator calculator = new VerdictCalculator(List.of(CLAUSE), Set.of(), List.of(), TODAY);
        List<ScenarioOutcome> passed = List.of(outcome(1, Kind.THEN, Status.PASSED));

        Judgement judgement = calculator.judge(List.of(scenario(1), slow), Set.of("f:1"), passed);
        assertThat(judgement.scenarios().get(1).verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(judgement.requirements().get(0).verdict()).isEqualTo(Verdict.PASSED);

        Judgement asked = calculator.judge(List.of(scenario(1), slow), Set.of("f:1", "f:2"), passed);
        assertThat(asked.requirements().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aKnownFailureIsWaivedUntilItExpires() {
        Waiver waiver = new Waiver("A", "known", "https://example.org/1", TODAY);
        Waiver expired = new Waiver("A", "known", "https://example.org/1", TODAY.minusDays(1));
        ScenarioOutcome[] outcomes = {outcome(1, Kind.THEN, Status.FAILED), outcome(2, Kind.THEN, Status.PASSED)};

        assertThat(judge(List.of(waiver), outcomes).requirements().get(0).verdict())
                .isEqualTo(Verdict.WAIVED);
        assertThat(judge(List.of(waiver), outcomes).exitCode()).isZero();
        assertThat(judge(List.of(expired), outcomes).requirements().get(0).reason())
                .startsWith("the waiver expired on 2026-11-23");
        assertThat(judge(List.of(expired), outcomes).exitCode()).isEqualTo(1);
    }

    @Test
    void anUnexpectedPassTurnsTheRunRed() {
        Waiver waiver = new Waiver("A", "known", "https://example.org/1", TODAY);

        Judgement judgement =
                judge(List.of(waiver), outcome(1, Kind.THEN, Status.PASSED), outcome(2, Kind.THEN, Status.PASSED));

        assertThat(judgement.exitCode()).isEqualTo(1);
        assertThat(judgement.requirements().get(0).reason()).contains("remove the waiver of A");
    }

    @Test
    void completeOnlyWhenEveryMustOfTheEditionHasAVerdict() {
        ScenarioOutcome passed = outcome(1, Kind.THEN, Status.PASSED);
        Clause later = new Clause("B", "T", "S.", "d", "MUST", "aws-side", "later-edition", "not yet: later");
        Clause open = new Clause("C", "T", "S.", "d", "MUST", "aws-side", "2018-09", "not yet: now");

        assertThat(new VerdictCalculator(List.of(CLAUSE, later), Set.of(), List.of(), TODAY)
                        .judge(List.of(scenario(1)), Set.of("f:1"), List.of(passed))
                        .complete("2018-09"))
                .isTrue();
        assertThat(new VerdictCalculator(List.of(CLAUSE, open), Set.of(), List.of(), TODAY)
                        .judge(List.of(scenario(1)), Set.of("f:1"), List.of(passed))
                        .complete("2018-09"))
                .isFalse();
    }
}
