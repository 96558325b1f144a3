package io.vpntck.reports.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.verdict.Judgement;
import io.vpntck.reports.verdict.ScenarioVerdict;
import io.vpntck.reports.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of outages, read back. */
class OutagesHtmlTest {
    private static final String COLUMNS = "cause;direction;probes a second;gap in ms;lost;bound in ms\n";

    @TempDir
    Path folder;

    private static ScenarioVerdict scenario(String id, String... tags) {
        Scenario scenario = new Scenario(id, "[1] " + id, "Failover", "features/" + id + ".feature", 3, Set.of(tags));
        return new ScenarioVerdict(scenario, Verdict.PASSED, "", Optional.empty());
    }

    private List<StoredEvidence> evidence(String id, String line) throws IOException {
        Path file = folder.resolve("evidence").resolve(id).resolve("outages.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, COLUMNS + line + "\n");
        return List.of(new StoredEvidence("Measured outages", "evidence/" + id + "/outages.csv", "text/csv", "00"));
    }

    @Test
    void oneCauseHasALineForEachKindOfConnection() throws IOException {
        RunReport report = new RunReport(
                "0.1.0",
                "2018-09",
                "2018-09-21",
                "sample",
                "sample 1",
                Set.of("ikev1", "bgp"),
                "simulated",
                1,
                "everything",
                "./vpn-tck run",
                new Judgement(
                        List.of(
                                scenario("static", "tmsLink=VPN-FAIL-01"),
                                scenario("dynamic", "tmsLink=VPN-FAIL-02", "needs-bgp")),
                        List.of()),
                Map.of(
                        "static", evidence("static", "a silent failure;LAN to VPC;10;40100;401;60000"),
                        "dynamic", evidence("dynamic", "a silent failure;LAN to VPC;10;29900;299;60000")));
        new OutagesHtml(report).write(folder);
        assertThat(Files.readString(folder.resolve("outages.html")))
                .contains("Use a dynamic connection")
                .contains("<td>static</td><td>a silent failure</td>")
                .contains("<td>dynamic</td><td>a silent failure</td>")
                .contains(">40100<")
                .contains(">29900<");
    }
}
