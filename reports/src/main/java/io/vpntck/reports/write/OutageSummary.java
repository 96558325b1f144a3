package io.vpntck.reports.write;

import io.vpntck.reports.verdict.ScenarioVerdict;
import io.vpntck.steps.evidence.OutageTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The outages that the scenarios of a run have measured, by routing, cause and direction: how long, and what was lost. */
final class OutageSummary {
    private static final int COLUMNS = 6;

    private final RunReport report;

    OutageSummary(RunReport report) {
        this.report = report;
    }

    /**
     * One cause.
     *
     * @param routing of the connections that failed
     * @param rate probes each second
     * @param requirements of the scenarios that have measured it
     * @param gaps in milliseconds, ascending
     * @param mostLost probes, of one outage
     * @param bound the least that a requirement allows, in milliseconds
     */
    record Row(
            Routing routing,
            String cause,
            String direction,
            int rate,
            List<String> requirements,
            List<Long> gaps,
            int mostLost,
            long bound) {
        Row {
            requirements = List.copyOf(requirements);
            gaps = gaps.stream().sorted().toList();
        }

        long median() {
            int middle = gaps.size() / 2;
            return gaps.size() % 2 == 1 ? gaps.get(middle) : (gaps.get(middle - 1) + gaps.get(middle)) / 2;
        }

        long worst() {
            return gaps.get(gaps.size() - 1);
        }

        private Row and(Row other) {
            List<Long> both = new ArrayList<>(gaps);
            both.addAll(other.gaps);
            TreeSet<String> ids = new TreeSet<>(requirements);
            ids.addAll(other.requirements);
            return new Row(
                    routing,
                    cause,
                    direction,
                    rate,
                    List.copyOf(ids),
                    both,
                    Math.max(mostLost, other.mostLost),
                    Math.min(bound, other.bound));
        }
    }

    /** @param folder where the evidence lies */
    List<Row> rows(Path folder) throws IOException {
        Map<List<Object>, Row> rows = new LinkedHashMap<>();
        for (ScenarioVerdict found : report.judgement().scenarios()) {
            for (StoredEvidence evidence : report.evidenceOf(found.scenario())) {
                if (evidence.path().endsWith("/" + OutageTable.FILE)) {
                    List<String> ids =
                            List.copyOf(new TreeSet<>(found.scenario().requirements()));
                    Files.readAllLines(folder.resolve(evidence.path())).stream()
                            .skip(1)
                            .map(line -> row(Routing.of(found.scenario()), line, ids))
                            .forEach(row -> rows.merge(
                                    List.of(row.routing(), row.cause(), row.direction(), row.rate()), row, Row::and));
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private static Row row(Routing routing, String line, List<String> requirements) {
        String[] cells = line.split(";");
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("not a line of measured outages: " + line);
        }
        return new Row(
                routing,
                cells[0],
                cells[1],
                Integer.parseInt(cells[2]),
                requirements,
                List.of(Long.parseLong(cells[3])),
                Integer.parseInt(cells[4]),
                Long.parseLong(cells[5]));
    }
}
