package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.run.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private static final Selection DATA_PLANE = new Selection(List.of(), Optional.of("@data-plane"), List.of());
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

    /** The attached command line, as it stands in the folder, with more words after it. */
    private static String attachedCommand(Path scenario, String more) throws IOException, InterruptedException {
        String line = Files.readString(scenario.resolve("decrypt.sh")).strip();
        Command command = Command.run(scenario, List.of("sh", "-c", line + more));
        assertThat(command.exitCode()).as(command.output()).isZero();
        return command.output()
                .lines()
                .filter(text -> !text.startsWith("Running as user"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theAttachedKeysAndCommandDecryptTheAttachedCapture() throws Exception {
        requireTshark("theAttachedKeysAndCommandDecryptTheAttachedCapture");
        Path scenario = only("[2] Carry pings");
        String fields = attachedCommand(scenario, " -Y icmp -T fields -e ip.src -e ip.dst -e icmp.type -e icmp.seq");
        assertThat(fields.lines())
                .filteredOn(line -> line.matches("198\\.51\\.100\\.10,10\\.20\\.0\\.10\t.*10\\.0\\.1\\.10\t8\t.*"))
                .as("echo requests")
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(fields.lines())
                .filteredOn(line -> line.matches("198\\.51\\.100\\.\\d+,10\\.0\\.1\\.10\t.*10\\.20\\.0\\.10\t0\t.*"))
                .as("echo replies")
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(attachedCommand(scenario, " -Y 'isakmp.key_exchange.data && isakmp.typepayload == 5'"))
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
        assertThat(attachedCommand(copy, ERRORS)).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> noCaptureHasAnError() throws IOException {
        try (Stream<Path> files = Files.walk(evidence)) {
            List<Path> captures = files.filter(file -> file.endsWith("outside.pcapng"))
                    .sorted()
                    .toList();
            assertThat(captures).hasSizeGreaterThan(10);
            return captures.stream()
                    .map(capture -> DynamicTest.dynamicTest(
                            evidence.relativize(capture.getParent()).toString(), () -> {
                                requireTshark("noCaptureHasAnError: " + capture.getParent());
                                assertThat(attachedCommand(capture.getParent(), ""))
                                        .isNotBlank();
                                assertThat(attachedCommand(capture.getParent(), ERRORS))
                                        .isEmpty();
                                assertThat(attachedCommand(capture.getParent(), " -Y 'esp.icv_bad == 1'"))
                                        .isEmpty();
                            }));
        }
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
            throw new java.io.UncheckedIOException(e);
        }
    }
}
