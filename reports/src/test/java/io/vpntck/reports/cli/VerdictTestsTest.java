package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vpntck.reports.run.ProgressListener;
import io.vpntck.reports.run.Selection;
import io.vpntck.reports.run.Suite;
import io.vpntck.reports.sample.SampleProvider;
import io.vpntck.reports.write.ReportWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class VerdictTestsTest {
    private static final Suite SUITE = Suite.of("sample", "io.vpntck.reports.sample");

    @TempDir
    Path folder;

    private static String outcome(DynamicTest test) {
        Throwable thrown = catchThrowable(() -> test.getExecutable().execute());
        if (thrown == null) {
            return "passes";
        }
        String kind = thrown instanceof TestAbortedException ? "skips" : "fails";
        assertThat(thrown).isInstanceOfAny(TestAbortedException.class, AssertionFailedError.class);
        return kind + ": " + thrown.getMessage().lines().findFirst().orElse("");
    }

    @Test
    void aTestForEachScenarioShowsItsVerdict() throws Exception {
        ConformanceRun.Order order = new ConformanceRun.Order(
                new SampleProvider("").choice(), Selection.ALL, 7, List.of(), folder.resolve("out"));
        ConformanceRun.Result result = new ConformanceRun(
                        SUITE, ConformanceRunTest.catalogue(), new ReportWriter(Optional.empty()))
                .execute(order, total -> ProgressListener.SILENT);

        Map<String, String> outcomes = new TreeMap<>();
        VerdictTests.of(result.judgement())
                .forEach(t -> outcomes.put(t.getDisplayName().replaceFirst(".*: \\[", "["), outcome(t)));

        assertThat(outcomes)
                .hasSize(9)
                .containsEntry("[1] Pass", "passes")
                .containsEntry(
                        "[2] Fail at the last step",
                        "fails: failed: And it fails with \"two is not three\": two is not three")
                .containsEntry("[4] Need what is not claimed", "skips: not-applicable: the gateway does not claim bgp")
                .containsEntry(
                        "[6] Have a step that nobody wrote",
                        "fails: inconclusive: When nobody wrote this: " + "no step matches");
    }

    @Test
    void aRunThatCannotTakePlaceIsSkippedByNameWithTheReason() {
        List<String> log = new ArrayList<>();
        List<DynamicTest> tests = VerdictTests.skipped("x", SUITE.scenarios(), "no engine", log::add)
                .toList();

        assertThat(tests).hasSize(9).allSatisfy(t -> assertThat(outcome(t)).isEqualTo("skips: no engine"));
        assertThat(log)
                .hasSize(9)
                .first()
                .isEqualTo("SKIPPED with x: Sample1 - scenarios that end in every way: [1] Pass: no engine");
        assertThat(tests.get(0).getDisplayName()).isEqualTo("Sample1 - scenarios that end in every way: [1] Pass");
    }

    @Test
    void whereContainersAreRequiredItFails() {
        assertThat(VerdictTests.failed(SUITE.scenarios(), "no engine").toList())
                .hasSize(9)
                .allSatisfy(t -> assertThat(outcome(t)).isEqualTo("fails: no engine"));
    }
}
