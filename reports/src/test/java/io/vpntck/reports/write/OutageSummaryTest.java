package io.vpntck.reports.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.verdict.Judgement;
import io.vpntck.reports.verdict.ScenarioVerdict;
import io.vpntck.reports.verdict.Verdict;
import io.vpntck.steps.evidence.OutageTable;
import io.vpntck.steps.run.MeasuredOutage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scenarios' tables of outages are put together to. */
class OutageSummaryTest {
    private static final String CAUSE = "a silent failure";
    private static final String DIRECTION = "LAN to VPC";

    @TempDir
    Path folder;

    private final List<ScenarioVerdict> scenarios = new ArrayList<>();
    private final Map<String, List<StoredEvidence>> evidence = new HashMap<>();

    private static OutageSummary.Row row(List<Long> gaps) {
        return new OutageSummary.Row(
                Routing.STATIC, "maintenance", "VPC to LAN", 10, List.of("VPN-FAIL-02"), gaps, 3, 60_000);
    }

    @Test
    void hasTheMiddleOfAnOddNumber() {
        assertThat(row(List.of(900L, 100L, 300L)).median()).isEqualTo(300);
    }

    @Test
    void hasTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(row(List.of(900L, 100L, 300L, 500L)).median()).isEqualTo(400);
    }

    @Test
    void hasTheLongestAsTheWorst() {
        assertThat(row(List.of(900L, 100L)).worst()).isEqualTo(900);
    }

    private static MeasuredOutage outage(String cause, int rate, long gap, int lost, long bound) {
        return new MeasuredOutage(cause, DIRECTION, rate, Duration.ofMillis(gap), lost, Duration.ofMillis(bound));
    }

    private void measured(String id, Set<String> tags, MeasuredOutage... outages) throws IOException {
        file(id, tags, OutageTable.FILE, OutageTable.of(List.of(outages)).content());
    }

    private void file(String id, Set<String> tags, String name, byte[] content) throws IOException {
        Scenario scenario = new Scenario(id, "[1] " + id, "Failover", "features/" + id + ".feature", 3, tags);
        scenarios.add(new ScenarioVerdict(scenario, Verdict.PASSED, "", Optional.empty()));
        Path file = folder.resolve("evidence").resolve(id).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        String path = "evidence/" + id + "/" + name;
        evidence.put(id, List.of(new StoredEvidence("Measured outages", path, "text/csv", "00")));
    }

    private List<OutageSummary.Row> rows() throws IOException {
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
                new Judgement(scenarios, List.of()),
                evidence);
        return new OutageSummary(report).rows(folder);
    }

    @Test
    void putsOneCauseOfSeveralScenariosIntoOneRow() throws IOException {
        measured("one", Set.of("tmsLink=VPN-FAIL-02"), outage(CAUSE, 10, 30_000, 301, 60_000));
        measured("other", Set.of("tmsLink=VPN-FAIL-01"), outage(CAUSE, 10, 20_000, 200, 45_000));
        assertThat(rows())
                .containsExactly(new OutageSummary.Row(
                        Routing.STATIC,
                        CAUSE,
                        DIRECTION,
                        10,
                        List.of("VPN-FAIL-01", "VPN-FAIL-02"),
                        List.of(20_000L, 30_000L),
                        301,
                        45_000));
    }

    @Test
    void keepsCausesRatesAndKindsOfConnectionsApart() throws IOException {
        measured(
                "static",
                Set.of("tmsLink=VPN-FAIL-02"),
                outage(CAUSE, 10, 1, 0, 60_000),
                outage(CAUSE, 1000, 2, 0, 60_000),
                outage("maintenance", 10, 3, 0, 60_000));
        measured("dynamic", Set.of("tmsLink=VPN-FAIL-02", "needs-bgp"), outage(CAUSE, 10, 4, 0, 60_000));
        assertThat(rows())
                .extracting(OutageSummary.Row::routing, OutageSummary.Row::cause, OutageSummary.Row::worst)
                .containsExactly(
                        tuple(Routing.STATIC, CAUSE, 1L),
                        tuple(Routing.STATIC, CAUSE, 2L),
                        tuple(Routing.STATIC, "maintenance", 3L),
                        tuple(Routing.DYNAMIC, CAUSE, 4L));
    }

    @Test
    void readsTablesOfOutagesAlone() throws IOException {
        file("notes", Set.of("tmsLink=VPN-FAIL-02"), "notes.csv", "a\nb\n".getBytes());
        measured("none", Set.of("tmsLink=VPN-FAIL-02"));
        assertThat(rows()).isEmpty();
    }

    @Test
    void refusesALineThatIsNone() throws IOException {
        file("odd", Set.of("tmsLink=VPN-FAIL-02"), OutageTable.FILE, "names\na;b;10;1;2\n".getBytes());
        assertThatThrownBy(this::rows)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a;b;10;1;2");
    }
}
