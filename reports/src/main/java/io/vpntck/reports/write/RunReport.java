package io.vpntck.reports.write;

import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.verdict.Clause;
import io.vpntck.reports.verdict.Judgement;
import io.vpntck.reports.verdict.RequirementVerdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that the reports of one run are written from.
 *
 * @param edition the edition of the catalogue that was run
 * @param catalogueDate the day of the catalogue's authority, as in 2018-09-21
 * @param capabilities the words of what the gateway claims
 * @param testbed {@code simulated} or {@code live}
 * @param scope what was chosen, in words
 * @param rerun the command that repeats the run, but for {@code --scenario}
 * @param evidence by id of the scenario
 */
public record RunReport(
        String kitVersion,
        String edition,
        String catalogueDate,
        String gatewayName,
        String gatewayVersion,
        Set<String> capabilities,
        String testbed,
        long seed,
        String scope,
        String rerun,
        Judgement judgement,
        Map<String, List<StoredEvidence>> evidence) {

    public RunReport {
        capabilities = Set.copyOf(capabilities);
    }

    List<StoredEvidence> evidenceOf(Scenario scenario) {
        return evidence.getOrDefault(scenario.id(), List.of());
    }

    /** The requirements, by id. */
    Map<String, Clause> clauses() {
        return judgement.requirements().stream()
                .map(RequirementVerdict::requirement)
                .collect(Collectors.toMap(Clause::id, c -> c));
    }

    /** The command that runs exactly this scenario again. */
    public String rerunOf(Scenario scenario) {
        return rerun + " --scenario " + scenario.place();
    }
}
