package io.vpntck.reports.cli;

import io.vpntck.reports.verdict.Judgement;
import io.vpntck.reports.verdict.RequirementVerdict;
import io.vpntck.reports.verdict.ScenarioVerdict;
import io.vpntck.reports.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run prints at its end. */
final class SummaryTable {
    private static final int REASON = 160;

    private final Judgement judgement;

    SummaryTable(Judgement judgement) {
        this.judgement = judgement;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ScenarioVerdict found : judgement.scenarios()) {
            if (found.verdict().red() || found.verdict() == Verdict.WAIVED) {
                lines.add("%s: %s %s"
                        .formatted(
                                found.verdict().word(),
                                found.scenario().place(),
                                found.scenario().name()));
                lines.add("    " + shorten(found.reason()));
            }
        }
        for (RequirementVerdict found : judgement.requirements()) {
            if (found.verdict().red()) {
                lines.add("%s: %s (%s) %s"
                        .formatted(
                                found.verdict().word(),
                                found.requirement().id(),
                                found.requirement().level(),
                                found.requirement().title()));
            }
        }
        Map<Verdict, Long> summary = judgement.summary();
        lines.add("");
        lines.add("requirements");
        row(lines, "passed", summary.get(Verdict.PASSED));
        row(lines, "failed", summary.get(Verdict.FAILED));
        row(lines, "not applicable", summary.get(Verdict.NOT_APPLICABLE));
        row(lines, "inconclusive", summary.get(Verdict.INCONCLUSIVE));
        row(lines, "waived", summary.get(Verdict.WAIVED));
        row(lines, "not run", summary.get(Verdict.NOT_RUN));
        row(lines, "not covered", summary.get(Verdict.NOT_COVERED));
        row(lines, "  of these not yet", judgement.notYet());
        long ran = judgement.scenarios().stream()
                .filter(s -> s.outcome().isPresent())
                .count();
        lines.add("%d of %d scenarios ran".formatted(ran, judgement.scenarios().size()));
        return lines;
    }

    private static void row(List<String> lines, String name, long count) {
        lines.add("  %-20s %5d".formatted(name, count));
    }

    private static String shorten(String reason) {
        String line = reason.replace('\n', ' ');
        return line.length() > REASON ? line.substring(0, REASON) + "…" : line;
    }
}
