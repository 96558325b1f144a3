package io.vpntck.reference.esp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * ESP beside what {@code openssl speed} gives for its two primitives in series, in one run on one machine.
 *
 * <p>The peer's figure is the time that cipher and HMAC of 1,400 octets take one after the other, the better of one run
 * before and one after ours. Arguments: seconds for each measurement, then the home of each JDK to measure.
 */
public final class EspSpeed {
    private static final int OCTETS = 1_400;

    private final int seconds;

    private EspSpeed(int seconds) {
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        EspSpeed speed = new EspSpeed(Integer.parseInt(arguments[0]));
        Map<Row, Double> peer = speed.peer();
        List<String> lines = new ArrayList<>();
        Map<String, Collection<RunResult>> ours = new LinkedHashMap<>();
        for (int i = 1; i < arguments.length; i++) {
            ours.put(arguments[i], speed.ours(arguments[i]));
        }
        speed.peer().forEach((row, nanos) -> peer.merge(row, nanos, Math::min));
        ours.forEach((jdk, results) -> results.forEach(result -> lines.add(line(jdk, result, peer))));
        System.out.println("| JDK | suite | operation | ns for a packet | octets allocated | openssl, ns | ratio |");
        System.out.println("|---|---|---|---|---|---|---|");
        lines.forEach(System.out::println);
    }

    private record Row(String suite, String operation) {}

    private static String line(String jdk, RunResult result, Map<Row, Double> peer) {
        String suite = result.getParams().getParam("suite");
        String operation = result.getPrimaryResult().getLabel();
        double nanos = result.getPrimaryResult().getScore();
        double octets = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
        double theirs = peer.get(new Row(suite, operation));
        return "| %s | %s | %s | %.0f | %.0f | %.0f | %.2f |"
                .formatted(jdk, suite, operation, nanos, octets, theirs, theirs / nanos);
    }

    private Collection<RunResult> ours(String jdk) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(EspBenchmark.class.getName())
                        .jvm(jdk + "/bin/java")
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(seconds))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(seconds))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    private Map<Row, Double> peer() throws IOException, InterruptedException {
        Map<Row, Double> rows = new LinkedHashMap<>();
        peer(rows, "AES_128_CBC+HMAC_SHA1_96", "aes-128-cbc", "sha1");
        peer(rows, "AES_256_CBC+HMAC_SHA2_256_128", "aes-256-cbc", "sha256");
        return rows;
    }

    private void peer(Map<Row, Double> rows, String suite, String cipher, String hash)
            throws IOException, InterruptedException {
        double hmac = openssl("-hmac", hash);
        rows.put(new Row(suite, "encapsulate"), openssl("-evp", cipher) + hmac);
        rows.put(new Row(suite, "decapsulate"), openssl("-evp", cipher, "-decrypt") + hmac);
    }

    /** Nanoseconds for a block; the last line of the machine-readable form ends with octets per second. */
    private double openssl(String... choice) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl", "speed", "-elapsed", "-mr", "-seconds"));
        command.addAll(List.of(Integer.toString(seconds), "-bytes", Integer.toString(OCTETS)));
        command.addAll(List.of(choice));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed");
        }
        String last = output.lines().filter(line -> line.startsWith("+F:")).findFirst().orElseThrow();
        return 1e9 * OCTETS / Double.parseDouble(last.substring(last.lastIndexOf(':') + 1));
    }
}
