package io.vpntck.reports.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the table of measured outages as one page; none where nothing was measured. */
final class OutagesHtml {
    static final String FILE = "outages.html";

    private final RunReport report;

    OutagesHtml(RunReport report) {
        this.report = report;
    }

    void write(Path folder) throws IOException {
        List<OutageSummary.Row> rows = new OutageSummary(report).rows(folder);
        if (!rows.isEmpty()) {
            Files.writeString(folder.resolve(FILE), page(rows));
        }
    }

    private String page(List<OutageSummary.Row> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(line(row)));
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Outages</title><style>
                body { font: 14px/1.4 sans-serif; margin: 2em; color: #222; }
                table { border-collapse: collapse; } th, td { border: 1px solid #ccc; padding: .25em .6em; text-align: left; }
                th { background: #eee; } td.number { text-align: right; } .within { background: #d7f0d8; } .beyond { background: #f6cfcb; }
                </style></head><body>
                <h1>Outages</h1>
                <p>%s, version %s, %s testbed, seed %d. Milliseconds without a probe that came through; the packets lost are those of the worst outage.</p>
                <p>%s</p>
                <table><thead><tr><th>Routing</th><th>Cause</th><th>Direction</th><th>Probes/s</th><th>Repeats</th><th>Median</th><th>Worst</th><th>Lost</th><th>Allowed</th><th>Requirements</th></tr></thead>
                <tbody>
                %s</tbody></table></body></html>
                """
                .formatted(
                        Html.escape(report.gatewayName()),
                        Html.escape(report.gatewayVersion()),
                        Html.escape(report.testbed()),
                        report.seed(),
                        Html.escape(
                                RoutingAdvice.of(report.capabilities(), rows).text()),
                        lines);
    }

    private static String line(OutageSummary.Row row) {
        return ("<tr><td>%s</td><td>%s</td><td>%s</td><td class=\"number\">%d</td><td class=\"number\">%d</td><td class=\"number\">%d</td>"
                        + "<td class=\"number %s\">%d</td><td class=\"number\">%d</td><td class=\"number\">%d</td><td>%s</td></tr>%n")
                .formatted(
                        row.routing().word(),
                        Html.escape(row.cause()),
                        Html.escape(row.direction()),
                        row.rate(),
                        row.gaps().size(),
                        row.median(),
                        row.worst() <= row.bound() ? "within" : "beyond",
                        row.worst(),
                        row.mostLost(),
                        row.bound(),
                        String.join(", ", row.requirements()));
    }
}
