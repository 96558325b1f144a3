package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vpntck.reports.run.ProgressListener;
import io.vpntck.reports.run.Selection;
import io.vpntck.reports.run.Suite;
import io.vpntck.reports.sample.SampleProvider;
import io.vpntck.reports.write.AllurePage;
import io.vpntck.reports.write.ReportWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that Allure makes, read back: what it shows are our verdicts. */
class AllurePageIT {
    private static final Pattern TEST_CASE = Pattern.compile("d\\('data/test-cases/[0-9a-f]+\\.json','([^']*)'\\)");

    @TempDir
    Path folder;

    @Test
    void onePageShowsVerdictsRequirementsAndEvidence() throws Exception {
        Path out = folder.resolve("report");
        AllurePage allure = AllurePage.of(Path.of(System.getProperty("vpntck.home"), "reports", "target", "allure"));
        new ConformanceRun(
                        Suite.of("sample", "io.vpntck.reports.sample"),
                        ConformanceRunTest.catalogue(),
                        new ReportWriter(Optional.of(allure)))
                .execute(
                        new ConformanceRun.Order(new SampleProvider("").choice(), Selection.ALL, 7, List.of(), out),
                        total -> ProgressListener.SILENT);

        Map<String, JsonNode> cases = read(out.resolve(AllurePage.FILE));
        Map<String, String> statuses = new TreeMap<>();
        cases.forEach((name, node) -> statuses.put(name, node.path("status").asText()));
        assertThat(statuses)
                .hasSize(9)
                .containsEntry("[1] Pass", "passed")
                .containsEntry("[2] Fail at the last step", "failed")
                .containsEntry("[3] Break while the stage is set", "broken")
                .containsEntry("[4] Need what is not claimed", "skipped");
        JsonNode failed = cases.get("[2] Fail at the last step");
        assertThat(failed.path("statusMessage").asText()).contains("two is not three");
        assertThat(failed.path("descriptionHtml").asText())
                .contains("Statement 2.", "a document, a section", "--scenario sample/Sample1.feature:11");
        assertThat(failed.at("/testStage/steps")).hasSize(7);
        assertThat(failed.at("/testStage/attachments")).hasSize(1);
        JsonNode passed = cases.get("[1] Pass");
        assertThat(passed.at("/testStage/attachments")).isEmpty();
        assertThat(passed.path("links").findValuesAsText("url"))
                .contains("../matrix.html#VPN-AAA-01", "../evidence/sample/Sample1-5/outside.pcapng");
        assertThat(Files.readString(out.resolve(AllurePage.FILE)))
                .contains("d('widgets/environment.json'")
                .satisfies(page -> assertThat(environment(page))
                        .startsWith("[{\"values\":[\"")
                        .contains("not yet proved"));
        assertThat(out.resolve("allure-results")).doesNotExist();
    }

    private static String environment(String page) {
        Matcher matcher =
                Pattern.compile("d\\('widgets/environment.json','([^']*)'\\)").matcher(page);
        assertThat(matcher.find()).isTrue();
        return new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8);
    }

    private static Map<String, JsonNode> read(Path page) throws Exception {
        Map<String, JsonNode> cases = new TreeMap<>();
        Matcher matcher = TEST_CASE.matcher(Files.readString(page));
        while (matcher.find()) {
            JsonNode node = new ObjectMapper().readTree(Base64.getDecoder().decode(matcher.group(1)));
            cases.put(node.path("name").asText(), node);
        }
        return cases;
    }
}
