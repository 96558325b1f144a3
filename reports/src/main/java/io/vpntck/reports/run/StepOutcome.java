package io.vpntck.reports.run;

import java.util.stream.Collectors;

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

    /** What the failure says, in one line, without the stack trace. */
    public String message() {
        return error.lines()
                .takeWhile(line -> !line.startsWith("\tat "))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "))
                .replaceFirst("^java\\.lang\\.AssertionError: ", "");
    }

    boolean broke() {
        return status != Status.PASSED && status != Status.SKIPPED;
    }
}
