package io.vpntck.reports.run;

/** Told of a run while it goes on. */
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener SILENT = new ProgressListener() {};

    default void begins(String scenarioId) {}

    default void ends(ScenarioOutcome outcome) {}
}
