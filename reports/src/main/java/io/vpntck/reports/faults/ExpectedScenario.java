package io.vpntck.reports.faults;

import io.vpntck.reports.run.Scenario;

/**
 * A scenario that a fault touches.
 *
 * @param feature the path of the feature on the class path
 * @param number the scenario's number, as in {@code [2]} at the start of its name
 * @param row text that the name must hold: chooses rows of an outline; empty for all
 * @param step the step at which it breaks, with keyword, as in the feature
 */
public record ExpectedScenario(String feature, int number, String row, String step) {

    boolean matches(Scenario scenario) {
        return scenario.file().equals(feature)
                && scenario.name().startsWith("[" + number + "] ")
                && scenario.name().contains(row);
    }

    @Override
    public String toString() {
        return feature + " [" + number + "]" + (row.isEmpty() ? "" : " " + row);
    }
}
