package io.vpntck.reports.run;

import io.vpntck.steps.run.CurrentRun;
import io.vpntck.steps.run.EvidenceSink;
import io.vpntck.steps.run.RunContext;
import java.util.List;

/** One run of a suite against one gateway: scenarios one after the other, in the calling thread. */
public final class SuiteRun {
    private final Suite suite;
    private final RunSettings settings;

    public SuiteRun(Suite suite, RunSettings settings) {
        this.suite = suite;
        this.settings = settings;
    }

    /**
     * What came out of a run.
     *
     * @param gatewayVersion what the gateway said of itself; its description where none was started
     */
    public record Result(List<ScenarioOutcome> outcomes, String gatewayVersion) {
        public Result {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Runs; the provider must have been prepared, and stays open. */
    public Result execute(EvidenceSink evidence, ProgressListener progress) {
        SimulatedTime time = new SimulatedTime();
        WatchedProvider provider = new WatchedProvider(settings.provider(), time);
        CurrentRun.begin(new RunContext(
                provider,
                settings.gateway().name(),
                settings.seed(),
                settings.faults(),
                settings.packetEvents(),
                evidence));
        try {
            List<ScenarioOutcome> outcomes = suite.run(settings.chosen(), progress, time);
            return new Result(
                    outcomes,
                    provider.gatewayVersion().orElse(settings.gateway().product()));
        } finally {
            CurrentRun.end();
        }
    }
}
