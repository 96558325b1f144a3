package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.run.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Captures of the simulated suite, taken apart by tshark with the attached keys and the attached command line.
 *
 * <p>Without tshark each test is skipped, by name and with the reason; with {@code -Dtck.tshark=required} it fails.
 */
class TsharkIT {
    /** Every scenario that has packets, wherever its feature stands. */
    private static final Selection DATA_PLANE =
            new Selection(List.of(), Optional.of("@data-plane or @needs-ikev1 or @needs-lan-host"), List.of());

    private static final String ERRORS = " -Y '_ws.malformed || _ws.expert.severity == 8388608'";

    @TempDir
    static Path folder;

    private static Path evidence;

    @BeforeAll
    static void runTheDataPlane() throws CommandRefused, IOException {
        SuiteInMaven suite = new SuiteInMaven();
        GatewayChoice gateway = suite.gateway("reference");
        suite.run(gateway, DATA_PLANE, folder);
        evidence = folder.resolve("evidence");
    }

    private static void requireTshark(String test) throws InterruptedException {
        String reason = "tshark cannot be run: install it, on Debian with apt-get install tshark";
        try {
            Command version = Command.run(folder, List.of("tshark", "--version"));
            assertThat(version.exitCode()).as(version.output()).isZero();
        } catch (IOException e) {
            if (System.getProperty("tck.tshark", "optional").equals("required")) {
                fail(reason);
            }
            System.out.println("SKIPPED TsharkIT: " + test + ": " + reason);
            abort(reason);
        }
    }

    @Test
    void theAttachedKeysAndCommandDecryptTheAttachedCapture() throws Exception {
        requireTshark("theAttachedKeysAndCommandDecryptTheAttachedCapture");
        Path scenario = only("[2] Carry pings");
        String fields =
                Dissection.attachedCommand(scenario, " -Y icmp -T fields -e ip.src -e ip.dst -e icmp.type -e icmp.seq");
        assertThat(fields.lines())
                .filteredOn(line -> line.matches("198\\.51\\.100\\.10,10\\.20\\.0\\.10\t.*10\\.0\\.1\\.10\t8\t.*"))
                .as("echo requests")
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(fields.lines())
                .filteredOn(line -> line.matches("198\\.51\\.100\\.\\d+,10\\.0\\.1\\.10\t.*10\\.20\\.0\\.10\t0\t.*"))
                .as("echo replies")
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(Dissection.attachedCommand(scenario, " -Y 'isakmp.key_exchange.data && isakmp.typepayload == 5'"))
                .as("quick mode messages, decrypted down to the identities")
                .contains("Quick Mode");
    }

    @Test
    void withoutTheKeysNothingIsDecrypted() throws Exception {
        requireTshark("withoutTheKeysNothingIsDecrypted");
        Path scenario = only("[2] Carry pings");
        Command command = Command.run(scenario, List.of("tshark", "-r", "outside.pcapng", "-Y", "icmp"));
        assertThat(command.output()).doesNotContain("ICMP");
    }

    @Test
    void aMessageThatIsMalformedIsNoticed() throws Exception {
        requireTshark("aMessageThatIsMalformedIsNoticed");
        Path scenario = only("[2] Carry pings");
        Path copy = Files.createDirectory(folder.resolve("malformed"));
        for (String name : List.of("decrypt.sh", "esp_sa", "ikev1_decryption_table")) {
            Files.copy(scenario.resolve(name), copy.resolve(name));
        }
        String cookie = Files.readString(copy.resolve("ikev1_decryption_table")).substring(0, 16);
        String capture = HexFormat.of().formatHex(Files.readAllBytes(scenario.resolve("outside.pcapng")));
        int lengthOfFirstPayload = capture.indexOf(cookie) + 2 * (28 + 2);
        String spoilt =
                capture.substring(0, lengthOfFirstPayload) + "0003" + capture.substring(lengthOfFirstPayload + 4);
        Files.write(copy.resolve("outside.pcapng"), HexFormat.of().parseHex(spoilt));
        assertThat(Dissection.attachedCommand(copy, ERRORS)).isNotEmpty();
    }

    /** One start of tshark for each capture, on all processors. */
    @TestFactory
    Stream<DynamicTest> everyCaptureIsInOrder() throws Exception {
        requireTshark("everyCaptureIsInOrder");
        List<Path> captures;
        try (Stream<Path> files = Files.walk(evidence)) {
            captures = files.filter(file -> file.endsWith("outside.pcapng"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
        assertThat(captures).hasSizeGreaterThan(40);
        List<Dissection> dissections =
                captures.parallelStream().map(TsharkIT::dissected).toList();
        System.out.println(verdict(dissections));
        return dissections.stream()
                .map(one -> DynamicTest.dynamicTest(
                        evidence.relativize(one.scenario()).toString(), () -> {
                            assertThat(one.errors())
                                    .as("malformed, or an expert error, in a packet that the scenario did not forge")
                                    .isEmpty();
                            if (!one.exchangesWithRepetitions().isEmpty()) {
                                assertThat(Dissection.ofDecrypted(one.scenario())
                                                .errors())
                                        .as("malformed, or an expert error, in what the kit has decrypted")
                                        .isEmpty();
                            }
                            assertThat(one.closedEsp())
                                    .as("ESP that the attached keys do not open")
                                    .isEmpty();
                        }));
    }

    private static Dissection dissected(Path scenario) {
        try {
            return Dissection.of(scenario);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String verdict(List<Dissection> all) {
        return String.format(
                "tshark: %d captures, %d packets; IKE: %d of %d encrypted messages decrypted;"
                        + " ESP: %d of %d packets decrypted, ICV right; %d forged by scenarios, %d of them in error;"
                        + " other errors: %d",
                all.size(),
                sum(all, frame -> true),
                sum(all, Dissection.Frame::isDecryptedIke),
                sum(all, Dissection.Frame::isEncryptedIke),
                sum(all, Dissection.Frame::isOpened),
                sum(all, Dissection.Frame::isEsp),
                sum(all, Dissection.Frame::forged),
                sum(all, frame -> frame.forged() && frame.hasError()),
                sum(all, frame -> !frame.forged() && frame.hasError()));
    }

    private static long sum(List<Dissection> all, Predicate<Dissection.Frame> which) {
        return all.stream().mapToLong(one -> one.count(which)).sum();
    }

    private static Path only(String scenario) throws IOException {
        try (Stream<Path> files = Files.walk(evidence)) {
            return files.filter(file -> file.endsWith("scenario.txt"))
                    .filter(file -> read(file).contains(scenario))
                    .map(Path::getParent)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
