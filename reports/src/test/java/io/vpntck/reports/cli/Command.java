package io.vpntck.reports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run to its end.
 *
 * @param output what it printed, errors included
 */
record Command(int exitCode, String output) {
    private static final int MOST_MINUTES = 5;

    /** Runs a program in a folder. @throws IOException when it cannot be started, or does not end in five minutes */
    static Command run(Path folder, List<String> words) throws IOException, InterruptedException {
        Path output = Files.createTempFile("vpn-tck-command", ".txt");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new IOException(words + " did not end in " + MOST_MINUTES + " minutes");
            }
            return new Command(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    /** Runs {@code vpn-tck} in a JVM of its own. */
    static Command vpnTck(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, vpnTckWords(arguments));
    }

    static List<String> vpnTckWords(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dvpntck.home=" + Path.of(System.getProperty("vpntck.home")).toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                VpnTck.class.getName()));
        words.addAll(List.of(arguments));
        return words;
    }
}
