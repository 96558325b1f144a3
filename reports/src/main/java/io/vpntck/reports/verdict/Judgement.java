package io.vpntck.reports.verdict;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All verdicts of a run. Scenarios in order of file and line, requirements in the order of the catalogue. */
public record Judgement(List<ScenarioVerdict> scenarios, List<RequirementVerdict> requirements) {
    private static final int RED = 1;

    public Judgement {
        scenarios = List.copyOf(scenarios);
        requirements = List.copyOf(requirements);
    }

    /** How many requirements got each verdict; all verdicts are there. */
    public Map<Verdict, Long> summary() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0L);
        }
        requirements.forEach(r -> counts.merge(r.verdict(), 1L, Long::sum));
        return counts;
    }

    /** Requirements that have no scenario for the only reason that nobody has come to them. */
    public long notYet() {
        return requirements.stream().filter(r -> r.requirement().notYet()).count();
    }

    /** 0: nothing that ran failed or was inconclusive; 1: something did. */
    public int exitCode() {
        return scenarios.stream().anyMatch(s -> s.verdict().red()) ? RED : 0;
    }

    /** Whether every MUST of this edition has a verdict, so that one may speak of conformance. */
    public boolean complete(String edition) {
        return requirements.stream()
                .filter(r -> r.requirement().edition().equals(edition))
                .filter(r -> r.requirement().level().equals("MUST"))
                .noneMatch(r -> r.verdict() == Verdict.NOT_RUN || r.verdict() == Verdict.NOT_COVERED);
    }
}
