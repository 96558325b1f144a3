package io.vpntck.reports.verdict;

import java.util.List;

/**
 * What is said of one requirement: the worst of its scenarios.
 *
 * @param reason one line, of the worst scenario, or why there is none; may be empty
 */
public record RequirementVerdict(Clause requirement, Verdict verdict, List<ScenarioVerdict> scenarios, String reason) {
    public RequirementVerdict {
        scenarios = List.copyOf(scenarios);
    }
}
