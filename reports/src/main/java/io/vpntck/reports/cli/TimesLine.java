package io.vpntck.reports.cli;

import java.time.Duration;
import java.util.Locale;

/**
 * How long a run took, and how far the clock of the testbed went in it.
 *
 * @param scenarios by the wall clock
 * @param reports by the wall clock
 * @param simulated by the testbeds' clocks, all scenarios together
 */
record TimesLine(Duration scenarios, Duration reports, Duration simulated) {

    @Override
    public String toString() {
        double wall = seconds(scenarios);
        String ratio = wall > 0 ? String.format(Locale.ROOT, "%.1f", seconds(simulated) / wall) : "none";
        return String.format(
                Locale.ROOT,
                "wall time %.1f s (scenarios %.1f s, reports %.1f s), testbed time %.1f s, ratio to the scenarios' %s",
                wall + seconds(reports),
                wall,
                seconds(reports),
                seconds(simulated),
                ratio);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
