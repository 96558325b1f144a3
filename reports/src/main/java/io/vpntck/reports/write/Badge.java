package io.vpntck.reports.write;

import io.vpntck.reports.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Draws a badge: how many requirements passed, of those that were tried. */
final class Badge {
    static final String FILE = "badge.svg";
    private static final int LETTER = 7;
    private static final int MARGIN = 12;

    private final RunReport report;

    Badge(RunReport report) {
        this.report = report;
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), svg());
    }

    String svg() {
        Map<Verdict, Long> summary = report.judgement().summary();
        long tried = summary.get(Verdict.PASSED)
                + summary.get(Verdict.FAILED)
                + summary.get(Verdict.INCONCLUSIVE)
                + summary.get(Verdict.WAIVED);
        boolean red = report.judgement().exitCode() != 0;
        // The bigger word only where the whole of the catalogue stands behind it.
        String right = report.judgement().complete(report.edition()) && !red
                ? "conformant"
                : summary.get(Verdict.PASSED) + " of " + tried + " passed";
        String colour = red ? "#b3261e" : "#2e7d32";
        String left = "vpn-tck " + report.edition();
        int leftWidth = left.length() * LETTER + MARGIN;
        int rightWidth = right.length() * LETTER + MARGIN;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="20" role="img" aria-label="%s: %s">
                  <rect width="%d" height="20" fill="#444"/>
                  <rect x="%d" width="%d" height="20" fill="%s"/>
                  <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
                    <text x="%d" y="14">%s</text>
                    <text x="%d" y="14">%s</text>
                  </g>
                </svg>
                """
                .formatted(
                        leftWidth + rightWidth,
                        Html.escape(left),
                        right,
                        leftWidth,
                        leftWidth,
                        rightWidth,
                        colour,
                        leftWidth / 2,
                        Html.escape(left),
                        leftWidth + rightWidth / 2,
                        right);
    }
}
