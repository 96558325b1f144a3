package io.vpntck.reports.run;

import io.vpntck.reference.simulation.Shrinker;
import io.vpntck.steps.run.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Finds, for a scenario that failed while packets were lost, duplicated and delayed, the smallest list of such events
 * with which it still fails at the same step, and adds it to the evidence.
 *
 * <p>The scenario runs again for each list that is tried: in simulation a run follows from its seed and that list.
 */
public final class FailureShrinking {
    private static final int MOST_SCENARIOS = 3;
    private static final int MOST_TRIALS = 300;

    private final Suite suite;
    private final RunSettings settings;

    public FailureShrinking(Suite suite, RunSettings settings) {
        this.suite = suite;
        this.settings = settings;
    }

    /** Explains the first few such failures among {@code outcomes}. */
    public void explain(List<ScenarioOutcome> outcomes, PacketEventMemory memory) {
        outcomes.stream()
                .filter(o ->
                        o.broken().isPresent() && !memory.of(o.scenarioId()).isEmpty())
                .limit(MOST_SCENARIOS)
                .forEach(o -> memory.accept(o.scenarioId(), List.of(attachment(shrink(o, memory)))));
    }

    private Shrinker.Shrunk<String> shrink(ScenarioOutcome failed, PacketEventMemory memory) {
        Optional<String> step = failed.broken().map(StepOutcome::text);
        return new Shrinker<String>(
                        events -> brokenStep(failed.scenarioId(), events).equals(step), MOST_TRIALS)
                .shrink(memory.of(failed.scenarioId()));
    }

    private Optional<String> brokenStep(String scenarioId, List<String> events) {
        return new SuiteRun(suite, settings.replaying(scenarioId, events))
                .execute((id, attachments) -> {}, ProgressListener.SILENT).outcomes().stream()
                        .flatMap(outcome -> outcome.broken().stream())
                        .map(StepOutcome::text)
                        .findFirst();
    }

    private static Attachment attachment(Shrinker.Shrunk<String> shrunk) {
        String head = "# " + shrunk.smallest().size() + " events, after " + shrunk.trials() + " trials"
                + (shrunk.minimal() ? ": none can be taken out" : ": the search was not at its end") + "\n";
        return new Attachment(
                "Smallest list of packet events that still fails",
                "smallest-packet-events.txt",
                "text/plain",
                (head + String.join("\n", shrunk.smallest()) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
