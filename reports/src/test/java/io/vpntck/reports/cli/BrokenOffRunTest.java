package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BrokenOffRunTest {
    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void leavesNothingBehind() throws Exception {
        Path out = folder.resolve("deep/report");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokenOffRun.class.getName(),
                        out.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.lines().takeWhile(line -> !line.equals("waiting")))
                    .isEmpty();
            try (Stream<Path> begun = Files.list(folder.resolve("deep"))) {
                assertThat(begun).as("a report was begun").hasSize(1);
            }
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
        assertThat(folder).isEmptyDirectory();
    }
}
