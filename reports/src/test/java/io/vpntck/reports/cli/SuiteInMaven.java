package io.vpntck.reports.cli;

import io.vpntck.reports.faults.FaultBook;
import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.gateways.Gateways;
import io.vpntck.reports.run.ProgressListener;
import io.vpntck.reports.run.Selection;
import io.vpntck.reports.run.Suite;
import io.vpntck.reports.verdict.Clause;
import io.vpntck.reports.verdict.Judgement;
import io.vpntck.reports.write.AllurePage;
import io.vpntck.reports.write.ReportWriter;
import io.vpntck.steps.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The suite as {@code mvn verify} runs it: the same run as the command's, with its reports in {@code target/vpn-tck}. */
final class SuiteInMaven {
    private static final long SEED = 1;
    private static final Path TARGET = Path.of(System.getProperty("vpntck.home"), "reports", "target");

    private final Suite suite = Suite.onClassPath();
    private final List<Clause> catalogue = Clauses.of(Catalogue.load(), suite.scenarios());

    Suite suite() {
        return suite;
    }

    GatewayChoice gateway(String word) throws CommandRefused {
        return new RunInput(suite, catalogue, Gateways.onClassPath(), FaultBook.load()).gateway(word);
    }

    Judgement run(GatewayChoice gateway, Selection selection) throws CommandRefused, IOException {
        return run(gateway, selection, TARGET.resolve("vpn-tck").resolve(gateway.name()));
    }

    Judgement run(GatewayChoice gateway, Selection selection, Path out) throws CommandRefused, IOException {
        ReportWriter writer = new ReportWriter(Optional.of(AllurePage.of(TARGET.resolve("allure"))));
        ConformanceRun.Order order = new ConformanceRun.Order(gateway, selection, SEED, List.of(), out);
        ConformanceRun.Result result =
                new ConformanceRun(suite, catalogue, writer).execute(order, total -> ProgressListener.SILENT);
        System.out.println(
                "vpn-tck: " + gateway.name() + ", report: " + order.out().resolve(AllurePage.FILE));
        new SummaryTable(result.judgement()).lines().forEach(System.out::println);
        return result.judgement();
    }
}
