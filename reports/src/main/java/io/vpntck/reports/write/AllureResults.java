package io.vpntck.reports.write;

import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import io.vpntck.reports.run.ScenarioOutcome;
import io.vpntck.reports.run.StepOutcome;
import io.vpntck.reports.verdict.Clause;
import io.vpntck.reports.verdict.Judgement;
import io.vpntck.reports.verdict.ScenarioVerdict;
import io.vpntck.reports.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes a run in Allure's form, after the verdicts: Allure shows these and no others.
 *
 * <p>A scenario that did not pass carries its evidence inside; one that passed links to the evidence folder. Scenarios that were not
 * chosen do not appear.
 */
final class AllureResults {
    private final RunReport report;
    private final Map<String, Clause> clauses;
    private final Instant beginning;

    AllureResults(RunReport report) {
        this.report = report;
        this.clauses = report.clauses();
        this.beginning = report.judgement().scenarios().stream()
                .flatMap(s -> s.outcome().stream())
                .map(ScenarioOutcome::began)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /**
     * @param folder the report's folder, where the evidence lies
     * @param results where Allure's files go
     */
    void write(Path folder, Path results) throws IOException {
        Files.createDirectory(results);
        FileSystemResultsWriter writer = new FileSystemResultsWriter(results);
        for (ScenarioVerdict found : report.judgement().scenarios()) {
            if (found.verdict() != Verdict.NOT_RUN) {
                writer.write(result(found, folder, writer));
            }
        }
        Files.writeString(results.resolve("environment.properties"), environment());
        Files.writeString(
                results.resolve("categories.json"),
                """
                [{"name": "Failed: not as documented", "matchedStatuses": ["failed"]},
                 {"name": "Inconclusive: the stage could not be set", "matchedStatuses": ["broken"]},
                 {"name": "Waived: a known failure", "matchedStatuses": ["skipped"], "messageRegex": "waived: [\\\\s\\\\S]*"},
                 {"name": "Not applicable: the gateway does not claim it", "matchedStatuses": ["skipped"]}]
                """);
    }

    private TestResult result(ScenarioVerdict found, Path folder, FileSystemResultsWriter writer) throws IOException {
        Instant began = found.outcome().map(ScenarioOutcome::began).orElse(beginning);
        long start = began.toEpochMilli();
        long stop = start + found.outcome().map(o -> o.took().toMillis()).orElse(0L);
        String id = found.scenario().place();
        boolean inside = found.verdict() != Verdict.PASSED;
        return new TestResult()
                .setUuid(uuid(id))
                .setHistoryId(uuid(id + " " + report.gatewayName()))
                .setTestCaseId(uuid(id))
                .setFullName(id)
                .setName(found.scenario().name())
                .setDescriptionHtml(description(found))
                .setStatus(status(found.verdict()))
                .setStatusDetails(details(found))
                .setStage(Stage.FINISHED)
                .setLabels(labels(found))
                .setLinks(links(found, inside))
                .setParameters(List.of(
                        new Parameter().setName("gateway").setValue(report.gatewayName()),
                        new Parameter().setName("seed").setValue(Long.toString(report.seed()))))
                .setSteps(steps(found, start))
                .setAttachments(inside ? attachments(found, folder, writer) : List.of())
                .setStart(start)
                .setStop(stop);
    }

    private static Status status(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Status.PASSED;
            case FAILED -> Status.FAILED;
            case INCONCLUSIVE -> Status.BROKEN;
            case WAIVED, NOT_APPLICABLE, NOT_RUN, NOT_COVERED -> Status.SKIPPED;
        };
    }

    private static StatusDetails details(ScenarioVerdict found) {
        if (found.verdict() == Verdict.PASSED) {
            return new StatusDetails();
        }
        return new StatusDetails()
                .setMessage(found.verdict().word() + ": " + found.reason())
                .setTrace(found.brokenStep().map(StepOutcome::error).orElse(""));
    }

    private List<Label> labels(ScenarioVerdict found) {
        List<Label> labels = new ArrayList<>();
        String area = found.scenario().file().replaceFirst("^features/", "").replaceFirst("/[^/]*$", "");
        labels.add(label("epic", area));
        labels.add(label("feature", found.scenario().feature()));
        labels.add(label("story", found.scenario().name()));
        labels.add(label("parentSuite", report.gatewayName()));
        labels.add(label("suite", found.scenario().feature()));
        labels.add(label(
                "package",
                found.scenario().file().replaceFirst("\\.feature$", "").replace('/', '.')));
        labels.add(label("framework", "cucumber"));
        labels.add(label("language", "gherkin"));
        found.scenario().requirements().forEach(r -> labels.add(label("tag", r)));
        boolean must = found.scenario().requirements().stream()
                .anyMatch(r -> clauses.containsKey(r) && clauses.get(r).level().equals("MUST"));
        labels.add(label("severity", must ? "critical" : "normal"));
        return labels;
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private List<Link> links(ScenarioVerdict found, boolean inside) {
        List<Link> links = new ArrayList<>();
        for (String id : found.scenario().requirements()) {
            links.add(new Link().setType("tms").setName(id).setUrl("../" + MatrixHtml.FILE + "#" + id));
        }
        List<StoredEvidence> evidence = report.evidenceOf(found.scenario());
        if (!inside && !evidence.isEmpty()) {
            links.add(new Link()
                    .setType("link")
                    .setName("Evidence: all files")
                    .setUrl("../" + EvidenceFolder.folderOf(found.scenario().id()) + "/"));
            evidence.forEach(
                    e -> links.add(new Link().setType("link").setName(e.name()).setUrl("../" + e.path())));
        }
        return links;
    }

    private String description(ScenarioVerdict found) {
        StringBuilder html = new StringBuilder();
        html.append("<p>Verdict: <b>").append(found.verdict().word()).append("</b></p>");
        for (String id : found.scenario().requirements()) {
            Clause clause = clauses.get(id);
            if (clause != null) {
                html.append("<p><b>%s</b> (%s, %s)<br>%s<br><i>%s</i></p>"
                        .formatted(
                                id,
                                clause.level(),
                                clause.subject(),
                                Html.escape(clause.statement()),
                                Html.escape(clause.source())));
            }
        }
        html.append("<p>Run it again:</p><pre>")
                .append(Html.escape(report.rerunOf(found.scenario())))
                .append("</pre>");
        return html.toString();
    }

    private static List<StepResult> steps(ScenarioVerdict found, long start) {
        List<StepResult> steps = new ArrayList<>();
        long at = start;
        for (StepOutcome step : found.outcome().map(ScenarioOutcome::steps).orElse(List.<StepOutcome>of())) {
            steps.add(new StepResult()
                    .setName(step.text())
                    .setStatus(
                            switch (step.status()) {
                                case PASSED -> Status.PASSED;
                                case SKIPPED -> Status.SKIPPED;
                                case FAILED, ABORTED, UNDEFINED -> status(found.verdict());
                            })
                    .setStatusDetails(new StatusDetails().setMessage(step.message()))
                    .setStage(Stage.FINISHED)
                    .setStart(at)
                    .setStop(at + step.millis()));
            at += step.millis();
        }
        return steps;
    }

    private List<Attachment> attachments(ScenarioVerdict found, Path folder, FileSystemResultsWriter writer)
            throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        for (StoredEvidence evidence : report.evidenceOf(found.scenario())) {
            String fileName = evidence.path().substring(evidence.path().lastIndexOf('/') + 1);
            String ending = fileName.contains(".") ? fileName.substring(fileName.lastIndexOf('.')) : "";
            String source = uuid(evidence.path()) + "-attachment" + ending;
            try (InputStream content = Files.newInputStream(folder.resolve(evidence.path()))) {
                writer.write(source, content);
            }
            attachments.add(new Attachment()
                    .setName(evidence.name())
                    .setType(evidence.mediaType())
                    .setSource(source));
        }
        return attachments;
    }

    private String environment() {
        // The page shows the first five; the ring beside them counts scenarios, not requirements.
        return """
                Requirements=%s
                Gateway=%s
                Gateway\\ version=%s
                Testbed=%s
                Seed=%d
                Kit\\ version=%s
                Edition=%s
                Scope=%s
                """
                .formatted(
                        requirements(),
                        report.gatewayName(),
                        report.gatewayVersion(),
                        report.testbed(),
                        report.seed(),
                        report.kitVersion(),
                        report.edition(),
                        report.scope());
    }

    private String requirements() {
        Judgement judgement = report.judgement();
        String counts = judgement.summary().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
        return counts + "; " + judgement.notYet() + " not yet proved";
    }

    private static String uuid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
