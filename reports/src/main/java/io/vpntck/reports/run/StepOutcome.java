package io.vpntck.reports.run;

/**
 * How one step of a scenario went.
 *
 * @param text keyword and text, as in the feature; for a hook what it is
 * @param error the message and stack trace of the failure; empty without one
 */
public record StepOutcome(Kind kind, String text, Status status, long millis, String error) {
    /** What a step is for: it decides what its failure says. */
    public enum Kind {
        SET_UP,
        GIVEN,
        WHEN,
        THEN,
        TEAR_DOWN
    }

    /** How a step ended. {@code SKIPPED}: not tried, since one before it did not pass. */
    public enum Status {
        PASSED,
        FAILED,
        SKIPPED,
        ABORTED,
        UNDEFINED
    }

    /** The first line of the failure. */
    public String message() {
        return error.lines().findFirst().orElse("");
    }

    boolean broke() {
        return status != Status.PASSED && status != Status.SKIPPED;
    }
}
