package io.vpntck.reports.cli;

import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.verdict.Clause;
import io.vpntck.steps.catalogue.Catalogue;
import io.vpntck.steps.catalogue.Requirement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue as the reports need it. */
final class Clauses {
    private Clauses() {}

    /** All requirements in the catalogue's order. A reason is only given for those that no scenario proves. */
    static List<Clause> of(Catalogue catalogue, List<Scenario> scenarios) {
        Set<String> proved =
                scenarios.stream().flatMap(s -> s.requirements().stream()).collect(Collectors.toSet());
        return catalogue.requirements().stream()
                .map(r -> clause(r, proved.contains(r.id())))
                .toList();
    }

    private static Clause clause(Requirement requirement, boolean proved) {
        return new Clause(
                requirement.id(),
                requirement.title(),
                requirement.statement(),
                requirement.source().stream().map(Requirement.Source::toString).collect(Collectors.joining("; ")),
                requirement.level().name(),
                requirement.subject().word(),
                requirement.edition(),
                proved ? "" : requirement.reason());
    }
}
