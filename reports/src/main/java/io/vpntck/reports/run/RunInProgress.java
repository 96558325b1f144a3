package io.vpntck.reports.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The run under way in this thread: where the recorder, which Cucumber makes by name, leaves what it saw.
 *
 * <p>Scenarios come one after the other, in the thread that started the run.
 */
final class RunInProgress {
    private static final ThreadLocal<RunInProgress> CURRENT = new ThreadLocal<>();

    private final ProgressListener progress;
    private final SimulatedTime simulated;
    private final List<ScenarioOutcome> outcomes = new ArrayList<>();

    RunInProgress(ProgressListener progress, SimulatedTime simulated) {
        this.progress = progress;
        this.simulated = simulated;
    }

    static void begin(RunInProgress run) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("a run is under way in this thread");
        }
        CURRENT.set(run);
    }

    static void end() {
        CURRENT.remove();
    }

    static RunInProgress current() {
        RunInProgress run = CURRENT.get();
        if (run == null) {
            throw new IllegalStateException("no run is under way");
        }
        return run;
    }

    void scenarioBegins(String id) {
        simulated.reset();
        progress.begins(id);
    }

    void scenarioEnds(String id, Instant began, Duration took, List<StepOutcome> steps) {
        ScenarioOutcome outcome = new ScenarioOutcome(id, began, took, simulated.elapsed(), steps);
        outcomes.add(outcome);
        progress.ends(outcome);
    }

    List<ScenarioOutcome> outcomes() {
        return List.copyOf(outcomes);
    }
}
