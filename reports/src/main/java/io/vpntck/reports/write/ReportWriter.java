package io.vpntck.reports.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes all reports of a run into its folder. */
public final class ReportWriter {
    /** The file by which a report of this kit is known. */
    public static final String MARK = ConformanceJson.FILE;

    private final Optional<AllurePage> allure;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** @param allure empty: no Allure page is made */
    public ReportWriter(Optional<AllurePage> allure) {
        this.allure = allure;
    }

    /**
     * The evidence must lie in {@code folder} already.
     *
     * @throws IOException also when it was stopped
     */
    public synchronized void write(RunReport report, Path folder) throws IOException {
        if (stopped.get()) {
            throw new IOException("broken off");
        }
        new ConformanceJson(report).write(folder);
        new JunitXml(report).write(folder);
        new Badge(report).write(folder);
        new MatrixHtml(report).write(folder);
        new OutagesHtml(report).write(folder);
        new ScenarioNote(report).write(folder);
        if (allure.isPresent()) {
            Path results = folder.resolve("allure-results");
            new AllureResults(report).write(folder, results);
            allure.get().generate(results, folder);
            // The page holds all of it; two copies of the captures would only be larger.
            FolderTree.delete(results);
        }
    }

    /** Breaks off what is being written, from another thread; returns when nothing is written any more. */
    public void stop() {
        stopped.set(true);
        allure.ifPresent(AllurePage::stop);
        awaitWriter();
    }

    private synchronized void awaitWriter() {
        if (!stopped.get()) {
            throw new IllegalStateException("only after a stop");
        }
    }
}
