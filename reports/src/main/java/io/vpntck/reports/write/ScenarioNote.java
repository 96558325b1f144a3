package io.vpntck.reports.write;

import io.vpntck.reports.run.ScenarioOutcome;
import io.vpntck.reports.run.StepOutcome;
import io.vpntck.reports.verdict.Clause;
import io.vpntck.reports.verdict.ScenarioVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code scenario.txt} beside a scenario's evidence: verdict, steps, requirements, files, and the command that runs it again. */
final class ScenarioNote {
    static final String FILE = "scenario.txt";

    private final RunReport report;
    private final Map<String, Clause> clauses;

    ScenarioNote(RunReport report) {
        this.report = report;
        this.clauses = report.clauses();
    }

    void write(Path folder) throws IOException {
        for (ScenarioVerdict found : report.judgement().scenarios()) {
            if (found.outcome().isPresent()) {
                Path own =
                        folder.resolve(EvidenceFolder.folderOf(found.scenario().id()));
                Files.createDirectories(own);
                Files.write(own.resolve(FILE), lines(found, found.outcome().get()));
            }
        }
    }

    private List<String> lines(ScenarioVerdict found, ScenarioOutcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(found.scenario().feature());
        lines.add(found.scenario().name());
        lines.add("");
        lines.add("Verdict: " + found.verdict().word());
        if (!found.reason().isEmpty()) {
            lines.add("Reason: " + found.reason());
        }
        lines.add("Gateway: %s, %s, %s testbed"
                .formatted(report.gatewayName(), report.gatewayVersion(), report.testbed()));
        lines.add("Run it again: " + report.rerunOf(found.scenario()));
        lines.add("");
        for (StepOutcome step : outcome.steps()) {
            lines.add("%-10s %s".formatted(step.status().name().toLowerCase(Locale.ROOT), step.text()));
        }
        for (String id : found.scenario().requirements()) {
            Clause clause = clauses.get(id);
            if (clause != null) {
                lines.add("");
                lines.add("%s (%s, %s) %s".formatted(id, clause.level(), clause.subject(), clause.title()));
                lines.add(clause.statement());
                lines.add("Source: " + clause.source());
            }
        }
        List<StoredEvidence> evidence = report.evidenceOf(found.scenario());
        if (!evidence.isEmpty()) {
            lines.add("");
            lines.add("Files, with their SHA-256:");
            evidence.forEach(e -> lines.add("%s  %s  %s"
                    .formatted(e.sha256(), e.path().substring(e.path().lastIndexOf('/') + 1), e.name())));
        }
        return lines;
    }
}
