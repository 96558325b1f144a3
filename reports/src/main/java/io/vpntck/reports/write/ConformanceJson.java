package io.vpntck.reports.write;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vpntck.reports.run.ScenarioOutcome;
import io.vpntck.reports.verdict.RequirementVerdict;
import io.vpntck.reports.verdict.ScenarioVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Writes {@code conformance.json}; its shape is a contract with scripts. */
final class ConformanceJson {
    static final String FILE = "conformance.json";

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final RunReport report;

    ConformanceJson(RunReport report) {
        this.report = report;
    }

    void write(Path folder) throws IOException {
        ObjectNode document = document();
        ArrayNode outages = document.putArray("outages");
        List<OutageSummary.Row> rows = new OutageSummary(report).rows(folder);
        rows.forEach(row -> add(outages, row));
        add(document.putObject("routing"), RoutingAdvice.of(report.capabilities(), rows));
        mapper.writeValue(folder.resolve(FILE).toFile(), document);
    }

    ObjectNode document() {
        ObjectNode root = mapper.createObjectNode();
        root.putObject("kit").put("version", report.kitVersion());
        root.put("edition", report.edition());
        root.put("catalogueDate", report.catalogueDate());
        root.put("complete", report.judgement().complete(report.edition()));
        root.put("scope", report.scope());
        root.putObject("gateway").put("name", report.gatewayName()).put("version", report.gatewayVersion());
        root.put("testbed", report.testbed());
        root.put("seed", report.seed());
        ObjectNode summary = root.putObject("summary");
        report.judgement().summary().forEach((verdict, count) -> summary.put(verdict.word(), count));
        root.put("notYet", report.judgement().notYet());
        ArrayNode requirements = root.putArray("requirements");
        report.judgement().requirements().forEach(r -> add(requirements, r));
        ArrayNode scenarios = root.putArray("scenarios");
        report.judgement().scenarios().forEach(s -> add(scenarios, s));
        return root;
    }

    private static void add(ObjectNode routing, RoutingAdvice advice) {
        routing.put("advised", advice.advised().word());
        advice.worstStatic().ifPresent(worst -> routing.put("worstStaticMillis", worst));
        advice.worstDynamic().ifPresent(worst -> routing.put("worstDynamicMillis", worst));
    }

    private static void add(ArrayNode outages, OutageSummary.Row row) {
        ObjectNode node = outages.addObject();
        node.put("routing", row.routing().word());
        node.put("cause", row.cause());
        node.put("direction", row.direction());
        node.put("probesPerSecond", row.rate());
        node.put("repeats", row.gaps().size());
        node.put("medianMillis", row.median());
        node.put("worstMillis", row.worst());
        node.put("mostLost", row.mostLost());
        node.put("boundMillis", row.bound());
        ArrayNode requirements = node.putArray("requirements");
        row.requirements().forEach(requirements::add);
    }

    private static void add(ArrayNode requirements, RequirementVerdict found) {
        ObjectNode node = requirements.addObject();
        node.put("id", found.requirement().id());
        node.put("level", found.requirement().level());
        node.put("subject", found.requirement().subject());
        node.put("verdict", found.verdict().word());
        ArrayNode scenarios = node.putArray("scenarios");
        found.scenarios().forEach(s -> scenarios.add(s.scenario().place()));
        node.put("reason", found.reason());
    }

    private void add(ArrayNode scenarios, ScenarioVerdict found) {
        ObjectNode node = scenarios.addObject();
        node.put("name", found.scenario().name());
        node.put("feature", found.scenario().file());
        node.put("line", found.scenario().line());
        node.put("verdict", found.verdict().word());
        node.put("reason", found.reason());
        node.put(
                "millis",
                found.outcome().map(ScenarioOutcome::took).orElse(Duration.ZERO).toMillis());
        node.put(
                "simulatedMillis",
                found.outcome()
                        .map(ScenarioOutcome::simulated)
                        .orElse(Duration.ZERO)
                        .toMillis());
        report.evidenceOf(found.scenario()).stream()
                .filter(StoredEvidence::isOutsideCapture)
                .findFirst()
                .ifPresentOrElse(
                        e -> node.put("capture", e.path()).put("captureSha256", e.sha256()),
                        () -> node.putNull("capture").putNull("captureSha256"));
        node.put("rerun", report.rerunOf(found.scenario()));
    }
}
