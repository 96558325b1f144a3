package io.vpntck.reports.write;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes the Allure page with Allure's own command line, offline, in a JVM of its own. */
public final class AllurePage {
    /** The page, relative to the report's folder. */
    public static final String FILE = "allure-report/index.html";

    private static final int LIMIT_SECONDS = 120;

    private final Path home;
    private Optional<Process> running = Optional.empty();
    private boolean stopped;

    private AllurePage(Path home) {
        this.home = home;
    }

    /**
     * @param unpacked the folder into which the build unpacked Allure's command line
     * @throws IOException when it is not there
     */
    public static AllurePage of(Path unpacked) throws IOException {
        if (Files.isDirectory(unpacked)) {
            try (Stream<Path> inside = Files.list(unpacked)) {
                for (Path home : inside.toList()) {
                    if (Files.isDirectory(home.resolve("lib"))) {
                        return new AllurePage(home);
                    }
                }
            }
        }
        throw new IOException("no Allure command line in " + unpacked + ": build with mvn package");
    }

    /** Turns {@code results} into one file, {@value #FILE} below {@code folder}. */
    void generate(Path results, Path folder) throws IOException {
        Path log = Files.createTempFile("allure-", ".log");
        // Allure finds its plugins by APP_HOME; without, half of the tabs are missing.
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        home.resolve("lib") + "/*" + File.pathSeparator + home.resolve("lib/config"),
                        "io.qameta.allure.CommandLine",
                        "generate",
                        "--single-file",
                        "--report-name",
                        "vpn-tck",
                        "-o",
                        folder.resolve(FILE).getParent().toString(),
                        results.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("APP_HOME", home.toString());
        Process process = start(builder);
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("Allure did not end within " + LIMIT_SECONDS + " s");
            }
            if (process.exitValue() != 0 || !Files.exists(folder.resolve(FILE))) {
                throw new IOException("Allure failed: "
                        + Files.readString(log)
                                .lines()
                                .reduce((first, last) -> last)
                                .orElse("it said nothing"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Allure made its page", e);
        } finally {
            process.destroy();
            Files.deleteIfExists(log);
        }
    }

    private synchronized Process start(ProcessBuilder builder) throws IOException {
        if (stopped) {
            throw new IOException("broken off");
        }
        Process process = builder.start();
        running = Optional.of(process);
        return process;
    }

    /** Ends Allure if it runs, and lets it not start again; returns when it is gone. */
    synchronized void stop() {
        stopped = true;
        running.ifPresent(process -> process.destroyForcibly().onExit().join());
    }
}
