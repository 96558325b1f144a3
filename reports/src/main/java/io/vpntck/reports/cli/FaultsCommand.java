package io.vpntck.reports.cli;

import io.vpntck.reports.faults.FaultBook;
import io.vpntck.reports.faults.FaultResult;
import io.vpntck.reports.faults.FaultTrials;
import io.vpntck.reports.faults.KillMatrix;
import io.vpntck.reports.write.ReportFolder;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
        FaultBook book = book();
        try (CleanUp cleanUp = new CleanUp()) {
            FaultTrials trials = new FaultTrials(book, seed, full);
            cleanUp.add(trials::close);
            ReportFolder folder = ReportFolder.begin(out, KillMatrix.FILE);
            cleanUp.add(folder::close);
            KillMatrix matrix = matrix(trials, print);
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

    private static KillMatrix matrix(FaultTrials trials, PrintWriter print) {
        Future<List<String>> withoutFault = trials.baseline();
        List<Future<FaultResult>> underWay = trials.begin();
        List<String> baseline = await(withoutFault);
        print.println("%-28s %s".formatted("(no fault)", baseline.isEmpty() ? "nothing is red" : "RED, see below"));
        baseline.forEach(line -> print.println("    " + line));
        print.flush();
        List<FaultResult> results = new ArrayList<>();
        for (Future<FaultResult> trial : underWay) {
            FaultResult result = await(trial);
            results.add(result);
            print.println("%-28s %s, %d scenarios"
                    .formatted(
                            result.fault().name(),
                            result.killed() ? "caught" : "NOT CAUGHT",
                            result.scenarios().size()));
            result.unexpected().forEach(line -> print.println("    unexpected: " + line));
            print.flush();
        }
        return new KillMatrix(baseline, results);
    }

    private static <T> T await(Future<T> trial) {
        try {
            return trial.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
