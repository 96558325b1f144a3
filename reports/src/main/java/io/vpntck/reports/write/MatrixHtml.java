package io.vpntck.reports.write;

import io.vpntck.reports.verdict.RequirementVerdict;
import io.vpntck.reports.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the matrix of requirements and gateways as one page; a run brings one gateway's column. */
final class MatrixHtml {
    static final String FILE = "matrix.html";

    private final RunReport report;

    MatrixHtml(RunReport report) {
        this.report = report;
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), page());
    }

    private String page() {
        StringBuilder rows = new StringBuilder();
        report.judgement().requirements().forEach(r -> rows.append(row(r)));
        String title = "Requirements and " + Html.escape(report.gatewayName());
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title><style>
                body { font: 14px/1.4 sans-serif; margin: 2em; color: #222; }
                table { border-collapse: collapse; } th, td { border: 1px solid #ccc; padding: .25em .6em; text-align: left; vertical-align: top; }
                th { position: sticky; top: 0; background: #eee; }
                .passed { background: #d7f0d8; } .failed { background: #f6cfcb; } .inconclusive { background: #fbe3b5; }
                .waived { background: #e6d8f5; } .not-applicable, .not-run, .not-covered { color: #767676; }
                </style></head><body>
                <h1>%s</h1>
                <p>%s, version %s, %s testbed, seed %d, edition %s, scope: %s.</p>
                <table><thead><tr><th>Requirement</th><th>Title</th><th>Level</th><th>Subject</th><th>%s</th><th>Reason</th></tr></thead>
                <tbody>
                %s</tbody></table></body></html>
                """
                .formatted(
                        title,
                        title,
                        Html.escape(report.gatewayName()),
                        Html.escape(report.gatewayVersion()),
                        Html.escape(report.testbed()),
                        report.seed(),
                        Html.escape(report.edition()),
                        Html.escape(report.scope()),
                        Html.escape(report.gatewayName()),
                        rows);
    }

    private static String row(RequirementVerdict found) {
        Verdict verdict = found.verdict();
        return "<tr id=\"%s\"><td>%s</td><td title=\"%s\">%s</td><td>%s</td><td>%s</td><td class=\"%s\">%s</td><td>%s</td></tr>%n"
                .formatted(
                        found.requirement().id(),
                        found.requirement().id(),
                        Html.escape(found.requirement().statement()),
                        Html.escape(found.requirement().title()),
                        found.requirement().level(),
                        found.requirement().subject(),
                        verdict.word(),
                        verdict.word(),
                        Html.escape(found.reason()));
    }
}
