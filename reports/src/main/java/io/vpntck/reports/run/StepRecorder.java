package io.vpntck.reports.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.HookTestStep;
import io.cucumber.plugin.event.HookType;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStep;
import io.cucumber.plugin.event.TestStepFinished;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Notes how each step went; Cucumber makes it by name, so what it notes goes to the {@link RunInProgress}.
 *
 * <p>Scenarios run one after the other: one is under way at a time.
 */
public final class StepRecorder implements ConcurrentEventListener {
    private final List<StepOutcome> steps = new ArrayList<>();
    private StepOutcome.Kind kind = StepOutcome.Kind.GIVEN;
    private Instant began = Instant.EPOCH;

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, this::started);
        publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
        publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
    }

    private void started(TestCaseStarted event) {
        steps.clear();
        kind = StepOutcome.Kind.GIVEN;
        began = event.getInstant();
        RunInProgress.current().scenarioBegins(idOf(event.getTestCase()));
    }

    private void stepFinished(TestStepFinished event) {
        TestStep step = event.getTestStep();
        Result result = event.getResult();
        String error = result.getError() == null ? "" : describe(result.getError());
        if (step instanceof PickleStepTestStep pickle) {
            kind = kindOf(pickle.getStep().getKeyword(), kind);
            String text = pickle.getStep().getKeyword() + pickle.getStep().getText();
            steps.add(new StepOutcome(kind, text, statusOf(result), millis(result), error));
        } else if (step instanceof HookTestStep hook) {
            boolean after = hook.getHookType() == HookType.AFTER || hook.getHookType() == HookType.AFTER_STEP;
            StepOutcome.Kind hookKind = after ? StepOutcome.Kind.TEAR_DOWN : StepOutcome.Kind.SET_UP;
            String text = after ? "Collect the evidence and clear up" : "Set up the testbed";
            steps.add(new StepOutcome(hookKind, text, statusOf(result), millis(result), error));
        }
    }

    private void finished(TestCaseFinished event) {
        String id = idOf(event.getTestCase());
        Duration took = Duration.between(began, event.getInstant());
        RunInProgress.current().scenarioEnds(id, began, took, steps);
    }

    private static String idOf(TestCase testCase) {
        return testCase.getUri() + ":" + testCase.getLocation().getLine();
    }

    /** And, But and the asterisk are of the kind of the step before them. */
    private static StepOutcome.Kind kindOf(String keyword, StepOutcome.Kind before) {
        return switch (keyword.strip().toLowerCase(Locale.ROOT)) {
            case "given" -> StepOutcome.Kind.GIVEN;
            case "when" -> StepOutcome.Kind.WHEN;
            case "then" -> StepOutcome.Kind.THEN;
            default -> before;
        };
    }

    private static StepOutcome.Status statusOf(Result result) {
        return switch (result.getStatus()) {
            case PASSED -> StepOutcome.Status.PASSED;
            case FAILED -> StepOutcome.Status.FAILED;
            // Cucumber says skipped both of a step not tried and of one that gave up by an assumption.
            case SKIPPED, UNUSED -> result.getError() == null ? StepOutcome.Status.SKIPPED : StepOutcome.Status.ABORTED;
            case PENDING, UNDEFINED, AMBIGUOUS -> StepOutcome.Status.UNDEFINED;
        };
    }

    private static long millis(Result result) {
        return result.getDuration().toMillis();
    }

    private static String describe(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
