package io.vpntck.steps.run;

import java.time.Duration;

/**
 * How long something kept traffic from coming through, as a row of probes showed it.
 *
 * @param cause what happened, in words of one line, without semicolons
 * @param direction who sent to whom, likewise
 * @param rate probes each second
 * @param gap the longest time in which none came through
 * @param lost probes that did not
 * @param bound what the requirement allows
 */
public record MeasuredOutage(String cause, String direction, int rate, Duration gap, int lost, Duration bound) {
    public MeasuredOutage {
        requireCell("cause", cause);
        requireCell("direction", direction);
    }

    /** They become cells of a table whose columns are told apart by semicolons. */
    private static void requireCell(String name, String words) {
        if (words.isEmpty() || words.chars().anyMatch(c -> c == ';' || c == '\n' || c == '\r')) {
            throw new IllegalArgumentException("no %s of an outage: \"%s\"".formatted(name, words));
        }
    }
}
