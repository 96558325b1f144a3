package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vpntck.reports.gateways.ForeignControlPlane;
import io.vpntck.reports.run.ProgressListener;
import io.vpntck.reports.run.Selection;
import io.vpntck.reports.run.Suite;
import io.vpntck.reports.sample.SampleProvider;
import io.vpntck.reports.verdict.Clause;
import io.vpntck.reports.write.ReportWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceRunTest {
    private static final Suite SUITE = Suite.of("sample", "io.vpntck.reports.sample");

    @TempDir
    Path folder;

    private final SampleProvider provider = new SampleProvider("");
    private Path out;

    @BeforeEach
    void name() {
        out = folder.resolve("a/b/report");
    }

    static List<Clause> catalogue() {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(n -> new Clause(
                        "VPN-AAA-0" + n,
                        "Title " + n,
                        "Statement " + n + ".",
                        "a document, a section",
                        "MUST",
                        "aws-side",
                        "2018-09",
                        n == 9 ? "not yet: samples" : ""))
                .toList();
    }

    private ConformanceRun.Result run(Selection selection) throws CommandRefused, IOException {
        return new ConformanceRun(SUITE, catalogue(), new ReportWriter(Optional.empty()))
                .execute(
                        new ConformanceRun.Order(provider.choice(), selection, 7, List.of(), out),
                        total -> ProgressListener.SILENT);
    }

    @Test
    void givesEveryVerdict() throws Exception {
        ConformanceRun.Result result = run(Selection.ALL);

        Map<String, String> verdicts = new TreeMap<>();
        result.judgement()
                .requirements()
                .forEach(r -> verdicts.put(r.requirement().id(), r.verdict().word()));
        assertThat(verdicts)
                .containsEntry("VPN-AAA-01", "failed")
                .containsEntry("VPN-AAA-02", "failed")
                .containsEntry("VPN-AAA-03", "inconclusive")
                .containsEntry("VPN-AAA-04", "not-applicable")
                .containsEntry("VPN-AAA-05", "passed")
                .containsEntry("VPN-AAA-06", "inconclusive")
                .containsEntry("VPN-AAA-07", "inconclusive")
                .containsEntry("VPN-AAA-08", "failed")
                .containsEntry("VPN-AAA-09", "not-covered");
        assertThat(result.judgement().exitCode()).isEqualTo(1);
        assertThat(result.judgement().complete("2018-09")).isFalse();
        assertThat(result.judgement().notYet()).isEqualTo(1);
        assertThat(provider.closed()).isEqualTo(1);
    }

    @Test
    void writesConformanceJsonAndEvidence() throws Exception {
        run(Selection.ALL);

        JsonNode root =
                new ObjectMapper().readTree(out.resolve("conformance.json").toFile());
        assertThat(root.at("/kit/version").asText()).isEqualTo("0.1.0");
        assertThat(root.at("/gateway/name").asText()).isEqualTo("sample");
        assertThat(root.at("/gateway/version").asText()).isEqualTo("Sample 1.2");
        assertThat(root.at("/testbed").asText()).isEqualTo("simulated");
        assertThat(root.at("/seed").asLong()).isEqualTo(7);
        assertThat(root.at("/scope").asText()).isEqualTo("all");
        assertThat(root.at("/complete").asBoolean()).isFalse();
        assertThat(root.at("/summary/failed").asInt()).isEqualTo(3);
        assertThat(root.at("/summary/not-covered").asInt()).isEqualTo(1);
        JsonNode first = root.at("/scenarios/0");
        assertThat(first.path("name").asText()).isEqualTo("[1] Pass");
        assertThat(first.path("feature").asText()).isEqualTo("sample/Sample1.feature");
        assertThat(first.path("line").asInt()).isEqualTo(5);
        assertThat(first.path("verdict").asText()).isEqualTo("passed");
        assertThat(first.path("simulatedMillis").asLong()).isEqualTo(28_800_000);
        assertThat(first.path("rerun").asText())
                .isEqualTo("./vpn-tck run --gateway sample --seed 7 --scenario sample/Sample1.feature:5");
        assertThat(out.resolve(first.path("capture").asText())).hasContent("capture of [1] Pass");
        assertThat(first.path("captureSha256").asText()).hasSize(64);
        assertThat(out.resolve("evidence/sample/Sample1-11/scenario.txt"))
                .content()
                .contains("Verdict: failed", "failed     And it fails with", "Source: a document, a section")
                .contains("Run it again: ./vpn-tck run --gateway sample --seed 7 --scenario sample/Sample1.feature:11")
                .contains("outside.pcapng");
        assertThat(out.resolve("junit.xml")).content().contains("failures=\"2\"", "errors=\"3\"", "two is not three");
        assertThat(out.resolve("badge.svg")).content().contains("1 of 7 passed");
        assertThat(out.resolve("matrix.html")).content().contains("VPN-AAA-09", "not-covered");
    }

    @Test
    void saysNotRunOfWhatWasNotChosen() throws Exception {
        ConformanceRun.Result result = run(new Selection(List.of("VPN-AAA-05"), Optional.empty(), List.of()));

        assertThat(result.judgement().exitCode()).isZero();
        assertThat(result.judgement().requirements().get(0).verdict().word()).isEqualTo("not-run");
        assertThat(result.judgement().requirements().get(4).verdict().word()).isEqualTo("passed");
    }

    @Test
    void anEarlierReportGivesWay() throws Exception {
        run(Selection.ALL);
        run(new Selection(List.of("VPN-AAA-05"), Optional.empty(), List.of()));

        JsonNode root =
                new ObjectMapper().readTree(out.resolve("conformance.json").toFile());
        assertThat(root.at("/scope").asText()).isEqualTo("requirements VPN-AAA-05");
        try (Stream<Path> beside = Files.list(out.getParent())) {
            assertThat(beside).containsExactly(out);
        }
    }

    @Test
    void aFolderWithSomethingElseStays() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> run(Selection.ALL))
                .isInstanceOf(CommandRefused.class)
                .hasMessageContaining("holds something else than a report");
        assertThat(out.resolve("letter.txt")).hasContent("dear");
    }

    @Test
    void anUnavailableTestbedIsOneLineAndLeavesNothing() throws Exception {
        SampleProvider without = new SampleProvider("no container engine: start one\nat once");
        ConformanceRun conformance = new ConformanceRun(SUITE, catalogue(), new ReportWriter(Optional.empty()));
        ConformanceRun.Order order = new ConformanceRun.Order(without.choice(), Selection.ALL, 7, List.of(), out);

        assertThatThrownBy(() -> conformance.execute(order, total -> ProgressListener.SILENT))
                .isInstanceOfSatisfying(
                        CommandRefused.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                .hasMessage("no container engine: start one");
        assertThat(folder).isEmptyDirectory();
        assertThat(without.closed()).isEqualTo(1);
    }

    @Test
    void aControlPlaneThatCannotBeReachedIsOneLineAndLeavesNothing() {
        // Port 1 of the loopback is closed on every machine this is built on, else the test says so.
        ConformanceRun conformance = new ConformanceRun(SUITE, catalogue(), new ReportWriter(Optional.empty()));
        ConformanceRun.Order order = new ConformanceRun.Order(
                ForeignControlPlane.at(new ForeignControlPlane.Place(
                        URI.create("http://127.0.0.1:1"), Optional.empty(), Optional.empty())),
                Selection.ALL,
                7,
                List.of(),
                out);

        assertThatThrownBy(() -> conformance.execute(order, total -> ProgressListener.SILENT))
                .isInstanceOfSatisfying(
                        CommandRefused.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                .hasMessageContaining("cannot reach the control plane at http://127.0.0.1:1");
        assertThat(folder).isEmptyDirectory();
    }
}
