package io.vpntck.reports.cli;

import io.vpntck.reports.run.ProgressListener;
import io.vpntck.reports.run.Selection;
import io.vpntck.reports.run.Suite;
import io.vpntck.reports.sample.SampleProvider;
import io.vpntck.reports.write.ReportWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A program of its own for {@link BrokenOffRunTest}: a run that waits in a step until it is ended by a signal. */
final class BrokenOffRun {
    private BrokenOffRun() {}

    public static void main(String[] arguments) throws Exception {
        Path out = Path.of(arguments[0]);
        SampleProvider provider = new SampleProvider("");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("going down")));
        new ConformanceRun(Suite.of("slow", "io.vpntck.reports.sample"), List.of(), new ReportWriter(Optional.empty()))
                .execute(
                        new ConformanceRun.Order(provider.choice(), Selection.ALL, 1, List.of(), out),
                        total -> ProgressListener.SILENT);
    }
}
