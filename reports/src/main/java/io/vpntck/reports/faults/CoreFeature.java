package io.vpntck.reports.faults;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vpntck.reports.run.Scenario;
import java.util.List;

/**
 * What runs of a feature with every fault of a subject, to show that nothing else fails.
 *
 * @param feature its path on the class path
 * @param numbers those of its scenarios, as in {@code [2]} at the start of a name; empty for all
 */
public record CoreFeature(
        @JsonProperty(value = "feature", required = true) String feature,
        @JsonProperty("numbers") List<Integer> numbers) {
    public CoreFeature {
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
    }

    boolean holds(Scenario scenario) {
        return scenario.file().equals(feature)
                && (numbers.isEmpty()
                        || numbers.stream().anyMatch(n -> scenario.name().startsWith("[" + n + "] ")));
    }
}
