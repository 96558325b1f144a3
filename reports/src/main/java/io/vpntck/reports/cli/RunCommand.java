package io.vpntck.reports.cli;

import io.vpntck.reports.faults.FaultBook;
import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.gateways.Gateways;
import io.vpntck.reports.run.ScenarioOutcome;
import io.vpntck.reports.run.Selection;
import io.vpntck.reports.run.Suite;
import io.vpntck.reports.verdict.Clause;
import io.vpntck.reports.write.AllurePage;
import io.vpntck.reports.write.ReportWriter;
import io.vpntck.steps.catalogue.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpn-tck run}: runs the suite against one gateway or control plane, and writes the reports. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the suite against a gateway, and writes the reports.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing that ran failed or was inconclusive",
            "1:something failed or was inconclusive",
            "2:wrong usage or input",
            "3:the kit could not run"
        })
final class RunCommand implements Callable<Integer> {
    private static final String BUNDLED = "reference";

    @Option(
            names = "--gateway",
            paramLabel = "NAME|FILE",
            description =
                    "The gateway under test: a name of \"list gateways\", or a YAML file. Default: " + BUNDLED + ".")
    private String gateway;

    @Option(
            names = "--control-plane",
            paramLabel = "URL",
            description = "Tests the control plane at this endpoint instead of a gateway.")
    private String controlPlane;

    @Option(
            names = "--cloudwatch",
            paramLabel = "URL",
            description = "CloudWatch of --control-plane. Without it, scenarios of metrics are not applicable.")
    private String cloudWatch;

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "The region to use at --control-plane. Default: AWS_REGION, or us-east-1.")
    private String region;

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            description = "The bundled reference commits this fault, see \"list faults\". May be repeated.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--requirement",
            paramLabel = "ID",
            description = "Runs only scenarios of this requirement. May be repeated.")
    private List<String> requirements = new ArrayList<>();

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "Runs only scenarios of requirements about this subject: control-plane, aws-side, "
                    + "customer-gateway or harness.")
    private String subject;

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Runs only scenarios with these tags, for example \"@data-plane and not @needs-bgp\".")
    private String tags;

    @Option(
            names = "--scenario",
            paramLabel = "FEATURE:LINE",
            description = "Runs only this scenario, as \"list scenarios\" names it. May be repeated.")
    private List<String> places = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Everything random in a simulated run comes from it. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "The report's folder. Default: out/GATEWAY.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandRefused, IOException {
        PrintWriter print = spec.commandLine().getOut();
        Suite suite = Suite.onClassPath();
        List<Clause> catalogue = Clauses.of(Catalogue.load(), suite.scenarios());
        RunInput input = new RunInput(suite, catalogue, Gateways.onClassPath(), FaultBook.load());
        GatewayChoice choice = controlPlane == null
                ? input.gateway(
                        gateway == null ? BUNDLED : gateway,
                        Optional.ofNullable(region),
                        Optional.ofNullable(cloudWatch))
                : input.controlPlane(
                        controlPlane, Optional.ofNullable(cloudWatch), Optional.ofNullable(region), gateway, faults);
        input.checkFaults(faults, choice);
        if (controlPlane != null) {
            PlainHttp.warning(controlPlane).ifPresent(spec.commandLine().getErr()::println);
        }
        Selection selection =
                input.selection(requirements, Optional.ofNullable(subject), Optional.ofNullable(tags), places, choice);
        Path folder = out == null ? Path.of("out", choice.name().replaceAll("[^A-Za-z0-9._-]", "_")) : out;
        ReportWriter writer = new ReportWriter(Optional.of(allure()));
        ConformanceRun.Order order = new ConformanceRun.Order(choice, selection, seed, faults, folder);
        boolean terminal = Boolean.getBoolean("vpntck.terminal");
        print.println("vpn-tck %s: %s, %s testbed, seed %d, scope: %s"
                .formatted(VpnTck.VERSION, choice.name(), choice.description().testbed(), seed, selection.words()));
        print.flush();
        ConformanceRun.Result result = new ConformanceRun(suite, catalogue, writer)
                .execute(order, total -> new ConsoleProgress(print, terminal, "scenarios", total));
        new SummaryTable(result.judgement()).lines().forEach(print::println);
        Duration simulated = result.judgement().scenarios().stream()
                .flatMap(found -> found.outcome().stream())
                .map(ScenarioOutcome::simulated)
                .reduce(Duration.ZERO, Duration::plus);
        print.println(new TimesLine(
                Duration.ofMillis(result.times().scenariosMillis()),
                Duration.ofMillis(result.times().reportsMillis()),
                simulated));
        Path full = folder.toAbsolutePath().normalize();
        print.println("Allure report:    " + full.resolve(AllurePage.FILE));
        print.println("conformance.json: " + full.resolve(ReportWriter.MARK));
        print.flush();
        return result.judgement().exitCode();
    }

    private static AllurePage allure() throws CommandRefused {
        String home = System.getProperty("vpntck.home", "");
        try {
            return AllurePage.of(Path.of(home, "reports", "target", "allure"));
        } catch (IOException e) {
            throw CommandRefused.cannotRun(e.getMessage());
        }
    }
}
