package io.vpntck.reports.cli;

import io.vpntck.reports.faults.ExpectedFault;
import io.vpntck.reports.faults.FaultBook;
import io.vpntck.reports.faults.FaultResult;
import io.vpntck.reports.faults.FaultTrial;
import io.vpntck.reports.faults.KillMatrix;
import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.gateways.Gateways;
import io.vpntck.reports.run.ProgressListener;
import io.vpntck.reports.run.Suite;
import io.vpntck.reports.write.ReportFolder;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpn-tck faults}: the kit on trial. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "Runs the suite against references that commit known faults, and writes kill-matrix.json.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every fault was caught as expected",
            "1:a fault was not, or something else failed",
            "2:wrong usage or input",
            "3:the kit could not run"
        })
final class FaultsCommand implements Callable<Integer> {
    @Option(names = "--full", description = "Runs all scenarios with each fault, not only its own and the core set.")
    private boolean full;

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            description = "Only this fault of the book; may be repeated. Default: all.")
    private List<String> chosen = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Everything random comes from it. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out/faults",
            description = "The folder of kill-matrix.json. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandRefused, IOException {
        PrintWriter print = spec.commandLine().getOut();
        String obstacle = ReportFolder.obstacle(out, KillMatrix.FILE);
        if (!obstacle.isEmpty()) {
            throw CommandRefused.usage(obstacle);
        }
        Suite suite = Suite.onClassPath();
        FaultBook book = book();
        GatewayChoice reference = Gateways.onClassPath()
                .find("reference")
                .orElseThrow(() -> CommandRefused.cannotRun("the bundled gateway \"reference\" is not in this build"));
        try (CleanUp cleanUp = new CleanUp()) {
            cleanUp.add(reference.provider()::close);
            reference.provider().prepare(reference.description());
            ReportFolder folder = ReportFolder.begin(out, KillMatrix.FILE);
            cleanUp.add(folder::close);
            KillMatrix matrix = trials(new FaultTrial(suite, book, reference, seed), book, print);
            matrix.write(folder.work());
            folder.finish();
            print.println("kill-matrix.json: " + folder.target().resolve(KillMatrix.FILE));
            print.flush();
            return matrix.asExpected() ? 0 : 1;
        } catch (TestbedUnavailableException e) {
            throw CommandRefused.cannotRun(e.getMessage());
        }
    }

    private FaultBook book() throws CommandRefused {
        FaultBook book = FaultBook.load();
        for (String name : chosen) {
            if (book.find(name).isEmpty()) {
                throw CommandRefused.usage(Nearest.unknown(
                        "fault", name, book.names(), "the folder faults of the module features has all"));
            }
        }
        return chosen.isEmpty() ? book : book.only(chosen);
    }

    private KillMatrix trials(FaultTrial trial, FaultBook book, PrintWriter print) {
        List<String> baseline = trial.baseline(full, ProgressListener.SILENT);
        print.println("%-28s %s".formatted("(no fault)", baseline.isEmpty() ? "nothing is red" : "RED, see below"));
        baseline.forEach(line -> print.println("    " + line));
        print.flush();
        List<FaultResult> results = new ArrayList<>();
        for (ExpectedFault fault : book.faults()) {
            FaultResult result = trial.trial(fault, full, ProgressListener.SILENT);
            results.add(result);
            print.println("%-28s %s, %d scenarios"
                    .formatted(
                            fault.name(),
                            result.killed() ? "caught" : "NOT CAUGHT",
                            result.scenarios().size()));
            result.unexpected().forEach(line -> print.println("    unexpected: " + line));
            print.flush();
        }
        return new KillMatrix(baseline, results);
    }
}
