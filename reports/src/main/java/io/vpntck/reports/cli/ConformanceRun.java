package io.vpntck.reports.cli;

import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.run.FailureShrinking;
import io.vpntck.reports.run.PacketEventMemory;
import io.vpntck.reports.run.ProgressListener;
import io.vpntck.reports.run.RunSettings;
import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.run.Selection;
import io.vpntck.reports.run.Suite;
import io.vpntck.reports.run.SuiteRun;
import io.vpntck.reports.verdict.Clause;
import io.vpntck.reports.verdict.Judgement;
import io.vpntck.reports.verdict.VerdictCalculator;
import io.vpntck.reports.write.EvidenceFolder;
import io.vpntck.reports.write.ReportFolder;
import io.vpntck.reports.write.ReportWriter;
import io.vpntck.reports.write.RunReport;
import io.vpntck.steps.testbed.TestbedProvider;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A whole run, from the testbed to the reports: what {@code vpn-tck run} and {@code mvn verify} both do.
 *
 * <p>Broken off at any point, also by a signal, it closes the testbed and leaves no file.
 */
public final class ConformanceRun {
    private static final String EDITION = "2018-09";
    private static final String CATALOGUE_DATE = "2018-09-21";

    private final Suite suite;
    private final List<Clause> catalogue;
    private final ReportWriter writer;

    public ConformanceRun(Suite suite, List<Clause> catalogue, ReportWriter writer) {
        this.suite = suite;
        this.catalogue = List.copyOf(catalogue);
        this.writer = writer;
    }

    /**
     * What is to be run.
     *
     * @param out the report's folder
     */
    public record Order(GatewayChoice gateway, Selection selection, long seed, List<String> faults, Path out) {
        public Order {
            faults = List.copyOf(faults);
        }

        String rerun() {
            List<String> words = new ArrayList<>(List.of("./vpn-tck run"));
            words.add(gateway.option());
            words.add("--seed " + seed);
            faults.forEach(f -> words.add("--fault " + f));
            return String.join(" ", words);
        }
    }

    /** How long the parts took. */
    public record Times(long scenariosMillis, long reportsMillis) {}

    /** What came out. */
    public record Result(Judgement judgement, Times times) {}

    /**
     * Runs and writes.
     *
     * @param progress made for the number of scenarios that will run
     */
    public Result execute(Order order, IntFunction<ProgressListener> progress) throws CommandRefused, IOException {
        String obstacle = ReportFolder.obstacle(order.out(), ReportWriter.MARK);
        if (!obstacle.isEmpty()) {
            throw CommandRefused.usage(obstacle);
        }
        VerdictCalculator calculator = new VerdictCalculator(
                catalogue, order.gateway().capabilityWords(), order.gateway().waivers(), LocalDate.now());
        Set<String> chosen = order.selection().choose(suite.scenarios());
        Set<String> applicable = suite.scenarios().stream()
                .filter(s -> chosen.contains(s.id()) && calculator.applicable(s))
                .map(Scenario::id)
                .collect(Collectors.toSet());
        TestbedProvider provider = order.gateway().provider();
        try (CleanUp cleanUp = new CleanUp()) {
            cleanUp.add(provider::close);
            try {
                provider.prepare(order.gateway().description());
            } catch (TestbedUnavailableException e) {
                throw CommandRefused.cannotRun(e.getMessage());
            }
            ReportFolder folder = ReportFolder.begin(order.out(), ReportWriter.MARK);
            cleanUp.add(folder::close);
            EvidenceFolder evidence = new EvidenceFolder(folder.work());
            cleanUp.add(evidence::close);
            cleanUp.add(writer::stop);
            long began = System.nanoTime();
            RunSettings settings = new RunSettings(
                    provider, order.gateway().description(), order.seed(), Set.copyOf(order.faults()), applicable);
            PacketEventMemory memory = new PacketEventMemory(evidence);
            SuiteRun.Result ran = new SuiteRun(suite, settings).execute(memory, progress.apply(applicable.size()));
            new FailureShrinking(suite, settings).explain(ran.outcomes(), memory);
            Judgement judgement = calculator.judge(suite.scenarios(), chosen, ran.outcomes());
            long judged = System.nanoTime();
            writer.write(report(order, ran, judgement, evidence), folder.work());
            folder.finish();
            Times times = new Times(millis(began, judged), millis(judged, System.nanoTime()));
            return new Result(judgement, times);
        }
    }

    private static RunReport report(Order order, SuiteRun.Result ran, Judgement judgement, EvidenceFolder evidence) {
        return new RunReport(
                VpnTck.VERSION,
                EDITION,
                CATALOGUE_DATE,
                order.gateway().name(),
                ran.gatewayVersion(),
                order.gateway().capabilityWords(),
                order.gateway().description().testbed(),
                order.seed(),
                order.selection().words(),
                order.rerun(),
                judgement,
                evidence.stored());
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
