package io.vpntck.reports.verdict;

import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.run.ScenarioOutcome;
import io.vpntck.reports.run.StepOutcome;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives the verdicts of a run.
 *
 * <p>A scenario whose When or Then step breaks has failed. One whose set-up, Given or tear-down breaks is inconclusive: the
 * stage was not set, or the evidence is not there. So is one that gave up by an assumption, or has a step that nobody wrote.
 */
public final class VerdictCalculator {
    private final List<Clause> catalogue;
    private final Set<String> capabilities;
    private final List<Waiver> waivers;
    private final LocalDate today;

    /**
     * @param capabilities the words of what the gateway claims
     * @param today decides which waivers have expired
     */
    public VerdictCalculator(List<Clause> catalogue, Set<String> capabilities, List<Waiver> waivers, LocalDate today) {
        this.catalogue = List.copyOf(catalogue);
        this.capabilities = Set.copyOf(capabilities);
        this.waivers = List.copyOf(waivers);
        this.today = today;
    }

    /** Whether the gateway claims all that {@code scenario} needs; if not, it need not run. */
    public boolean applicable(Scenario scenario) {
        return capabilities.containsAll(scenario.needs());
    }

    /**
     * @param chosen ids of the scenarios that the run was asked for, whether applicable or not
     * @param outcomes of those that ran
     */
    public Judgement judge(List<Scenario> scenarios, Set<String> chosen, Collection<ScenarioOutcome> outcomes) {
        Map<String, ScenarioOutcome> byId =
                outcomes.stream().collect(Collectors.toMap(ScenarioOutcome::scenarioId, Function.identity()));
        List<ScenarioVerdict> judged = waive(scenarios.stream()
                .map(s -> judge(s, chosen.contains(s.id()), Optional.ofNullable(byId.get(s.id()))))
                .toList());
        return new Judgement(
                judged, catalogue.stream().map(c -> judge(c, judged)).toList());
    }

    private ScenarioVerdict judge(Scenario scenario, boolean chosen, Optional<ScenarioOutcome> outcome) {
        if (outcome.isPresent()) {
            return ofOutcome(scenario, outcome.get());
        }
        if (!chosen) {
            return new ScenarioVerdict(scenario, Verdict.NOT_RUN, "not chosen for this run", outcome);
        }
        List<String> missing =
                scenario.needs().stream().filter(n -> !capabilities.contains(n)).toList();
        if (!missing.isEmpty()) {
            String reason = "the gateway does not claim " + String.join(", ", missing);
            return new ScenarioVerdict(scenario, Verdict.NOT_APPLICABLE, reason, outcome);
        }
        return new ScenarioVerdict(scenario, Verdict.INCONCLUSIVE, "chosen, but never started", outcome);
    }

    private static ScenarioVerdict ofOutcome(Scenario scenario, ScenarioOutcome outcome) {
        Optional<StepOutcome> broken = outcome.broken();
        if (broken.isEmpty()) {
            Verdict verdict = outcome.steps().isEmpty() ? Verdict.INCONCLUSIVE : Verdict.PASSED;
            String reason = outcome.steps().isEmpty() ? "it has no steps" : "";
            return new ScenarioVerdict(scenario, verdict, reason, Optional.of(outcome));
        }
        StepOutcome step = broken.get();
        Verdict verdict =
                switch (step.status()) {
                    case FAILED ->
                        switch (step.kind()) {
                            case WHEN, THEN -> Verdict.FAILED;
                            case SET_UP, GIVEN, TEAR_DOWN -> Verdict.INCONCLUSIVE;
                        };
                    case PASSED, SKIPPED, ABORTED, UNDEFINED -> Verdict.INCONCLUSIVE;
                };
        String reason = step.text() + ": " + (step.message().isEmpty() ? "no step matches" : step.message());
        return new ScenarioVerdict(scenario, verdict, reason, Optional.of(outcome));
    }

    /** A waived requirement's failures become waived; when none of its scenarios fails any more, they turn red instead. */
    private List<ScenarioVerdict> waive(List<ScenarioVerdict> found) {
        List<ScenarioVerdict> all = found;
        for (Waiver waiver : waivers) {
            List<ScenarioVerdict> own =
                    all.stream().filter(s -> waived(s, waiver)).toList();
            boolean fails = own.stream().anyMatch(s -> s.verdict() == Verdict.FAILED);
            boolean known = own.stream().allMatch(s -> s.verdict() == Verdict.PASSED);
            if (fails || known) {
                all = all.stream()
                        .map(s -> waived(s, waiver) ? waive(s, waiver) : s)
                        .map(s -> known && waived(s, waiver) ? outlived(s, waiver) : s)
                        .toList();
            }
        }
        return all;
    }

    private static boolean waived(ScenarioVerdict found, Waiver waiver) {
        return found.scenario().requirements().contains(waiver.requirement());
    }

    private ScenarioVerdict waive(ScenarioVerdict found, Waiver waiver) {
        if (found.verdict() != Verdict.FAILED) {
            return found;
        }
        if (waiver.expires().isBefore(today)) {
            String reason = "the waiver expired on " + waiver.expires() + "; " + found.reason();
            return with(found, Verdict.FAILED, reason);
        }
        String reason = waiver.reason() + " (" + waiver.link() + ", until " + waiver.expires() + "); " + found.reason();
        return with(found, Verdict.WAIVED, reason);
    }

    /** Else a waiver outlives its cause, and hides the next failure. */
    private static ScenarioVerdict outlived(ScenarioVerdict found, Waiver waiver) {
        String reason =
                "passes, although waived (" + waiver.reason() + "): remove the waiver of " + waiver.requirement();
        return with(found, Verdict.FAILED, reason);
    }

    private static ScenarioVerdict with(ScenarioVerdict found, Verdict verdict, String reason) {
        return new ScenarioVerdict(found.scenario(), verdict, reason, found.outcome());
    }

    private static RequirementVerdict judge(Clause clause, List<ScenarioVerdict> all) {
        List<ScenarioVerdict> own = all.stream()
                .filter(s -> s.scenario().requirements().contains(clause.id()))
                .toList();
        Verdict worst = Verdict.worst(own.stream()
                .filter(VerdictCalculator::counts)
                .map(ScenarioVerdict::verdict)
                .toList());
        String reason = own.isEmpty()
                ? clause.reason()
                : own.stream()
                        .filter(s -> s.verdict() == worst)
                        .map(ScenarioVerdict::reason)
                        .findFirst()
                        .orElse("");
        return new RequirementVerdict(clause, worst, own, reason);
    }

    /** What is slow only adds to the others: that nobody asked for it leaves nothing open. */
    private static boolean counts(ScenarioVerdict found) {
        return found.verdict() != Verdict.NOT_RUN || !found.scenario().slow();
    }
}
