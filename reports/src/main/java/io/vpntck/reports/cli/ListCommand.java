package io.vpntck.reports.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vpntck.reports.faults.ExpectedFault;
import io.vpntck.reports.faults.FaultBook;
import io.vpntck.reports.gateways.Gateways;
import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.run.Suite;
import io.vpntck.reports.verdict.Clause;
import io.vpntck.steps.catalogue.Catalogue;
import io.vpntck.steps.gateway.Capability;
import io.vpntck.steps.testbed.GatewayDescription;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vpn-tck list}: what there is to run. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists requirements, scenarios, gateways or faults.")
final class ListCommand implements Callable<Integer> {
    private static final List<String> KINDS = List.of("requirements", "scenarios", "gateways", "faults");

    @Parameters(paramLabel = "KIND", description = "One of requirements, scenarios, gateways, faults.")
    private String kind;

    @Option(names = "--json", description = "As a JSON array, for scripts.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final ArrayNode array = mapper.createArrayNode();
    private final List<String> lines = new ArrayList<>();

    @Override
    public Integer call() throws CommandRefused, JsonProcessingException {
        switch (kind) {
            case "requirements" -> requirements();
            case "scenarios" -> Suite.onClassPath().scenarios().forEach(this::add);
            case "gateways" -> Gateways.onClassPath().descriptions().forEach(this::add);
            case "faults" -> FaultBook.load().faults().forEach(this::add);
            default ->
                throw CommandRefused.usage(Nearest.unknown("list", kind, KINDS, "one of " + String.join(", ", KINDS)));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(mapper.writeValueAsString(array));
        } else {
            lines.forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private void requirements() {
        List<Scenario> scenarios = Suite.onClassPath().scenarios();
        List<Clause> clauses = Clauses.of(Catalogue.load(), scenarios);
        long covered = 0;
        for (Clause clause : clauses) {
            List<String> own = scenarios.stream()
                    .filter(s -> s.requirements().contains(clause.id()))
                    .map(Scenario::place)
                    .toList();
            covered += own.isEmpty() ? 0 : 1;
            ObjectNode node = array.addObject()
                    .put("id", clause.id())
                    .put("level", clause.level())
                    .put("subject", clause.subject())
                    .put("title", clause.title())
                    .put("reason", clause.reason());
            ArrayNode places = node.putArray("scenarios");
            own.forEach(places::add);
            String state =
                    own.isEmpty() ? clause.reason() : own.size() + (own.size() == 1 ? " scenario" : " scenarios");
            lines.add("%-13s %-6s %-16s %-22s %s"
                    .formatted(clause.id(), clause.level(), clause.subject(), state, clause.title()));
        }
        long notYet = clauses.stream().filter(Clause::notYet).count();
        lines.add("%d requirements: %d with scenarios, %d not yet, %d with another reason"
                .formatted(clauses.size(), covered, notYet, clauses.size() - covered - notYet));
    }

    private void add(Scenario scenario) {
        ObjectNode node = array.addObject()
                .put("scenario", scenario.place())
                .put("feature", scenario.feature())
                .put("name", scenario.name());
        ArrayNode ids = node.putArray("requirements");
        scenario.requirements().forEach(ids::add);
        ArrayNode needs = node.putArray("needs");
        scenario.needs().forEach(needs::add);
        lines.add("%s  %s  (%s)"
                .formatted(scenario.place(), scenario.name(), String.join(", ", scenario.requirements())));
    }

    private void add(GatewayDescription gateway) {
        List<String> words =
                gateway.capabilities().stream().map(Capability::word).sorted().toList();
        ObjectNode node = array.addObject()
                .put("name", gateway.name())
                .put("testbed", gateway.testbed())
                .put("product", gateway.product())
                .put("summary", gateway.summary());
        ArrayNode capabilities = node.putArray("capabilities");
        words.forEach(capabilities::add);
        lines.add("%-20s %-10s %s".formatted(gateway.name(), gateway.testbed(), gateway.summary()));
        lines.add("%-20s %-10s claims %s".formatted("", "", String.join(", ", words)));
    }

    private void add(ExpectedFault fault) {
        ObjectNode node = array.addObject()
                .put("name", fault.name())
                .put("subject", fault.subject())
                .put("breaks", fault.breaks());
        ArrayNode ids = node.putArray("requirements");
        fault.requirements().forEach(ids::add);
        lines.add("%-28s %-17s %s (%s)"
                .formatted(fault.name(), fault.subject(), fault.breaks(), String.join(", ", fault.requirements())));
    }
}
