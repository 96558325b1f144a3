package io.vpntck.reports.faults;

import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.run.ProgressListener;
import io.vpntck.reports.run.RunSettings;
import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.run.StepOutcome;
import io.vpntck.reports.run.Suite;
import io.vpntck.reports.run.SuiteRun;
import io.vpntck.reports.verdict.ScenarioVerdict;
import io.vpntck.reports.verdict.Verdict;
import io.vpntck.reports.verdict.VerdictCalculator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the suite against a reference that commits one fault, and compares with what the fault book expects.
 *
 * <p>A scenario that must go red and does so at another step has not caught the fault. A scenario of which the book says nothing
 * must pass.
 */
public final class FaultTrial {
    private final Suite suite;
    private final FaultBook book;
    private final GatewayChoice reference;
    private final long seed;

    public FaultTrial(Suite suite, FaultBook book, GatewayChoice reference, long seed) {
        this.suite = suite;
        this.book = book;
        this.reference = reference;
        this.seed = seed;
    }

    /**
     * The run without any fault: what is red here proves nothing later.
     *
     * @return in words, what did not pass
     */
    public List<String> baseline(boolean full, ProgressListener progress) {
        Set<String> chosen = suite.scenarios().stream()
                .filter(s -> full && !s.slow() || book.faults().stream().anyMatch(f -> inCore(f, s) || touches(f, s)))
                .map(Scenario::id)
                .collect(Collectors.toSet());
        return run(Set.of(), chosen, progress).stream()
                .filter(v -> v.verdict().red())
                .map(v -> v.scenario().place() + " is " + v.verdict().word() + " without any fault: " + v.reason())
                .toList();
    }

    /** The trial of one fault. With {@code full} all scenarios run, else its own and the core. */
    public FaultResult trial(ExpectedFault fault, boolean full, ProgressListener progress) {
        Set<String> chosen = suite.scenarios().stream()
                .filter(s -> full && !s.slow() || inCore(fault, s) || touches(fault, s))
                .map(Scenario::id)
                .collect(Collectors.toSet());
        List<ScenarioVerdict> verdicts = run(Set.of(fault.name()), chosen, progress);
        List<FaultResult.Seen> seen = new ArrayList<>();
        List<String> unexpected = new ArrayList<>();
        boolean killed = !fault.red().isEmpty();
        for (ScenarioVerdict found : verdicts) {
            Optional<ExpectedScenario> red = match(fault.red(), found.scenario());
            Optional<ExpectedScenario> prerequisite = match(fault.inconclusive(), found.scenario());
            String expected = red.isPresent() ? "failed" : prerequisite.isPresent() ? "inconclusive" : "passed";
            String step = found.brokenStep().map(StepOutcome::text).orElse("");
            seen.add(new FaultResult.Seen(
                    found.scenario().place(),
                    found.scenario().name(),
                    expected,
                    found.verdict().word(),
                    step));
            if (red.isPresent()) {
                if (found.verdict() != Verdict.FAILED || !step.equals(red.get().step())) {
                    killed = false;
                    unexpected.add(describe(found, "failed at \"" + red.get().step() + "\""));
                }
            } else if (found.verdict().red() && !isPrerequisite(found, prerequisite, step)) {
                unexpected.add(describe(found, expected));
            }
        }
        for (ExpectedScenario named : fault.red()) {
            if (suite.scenarios().stream().noneMatch(named::matches)) {
                killed = false;
                unexpected.add("no such scenario: " + named);
            }
        }
        return new FaultResult(fault, killed, seen, unexpected);
    }

    private static boolean isPrerequisite(ScenarioVerdict found, Optional<ExpectedScenario> prerequisite, String step) {
        return found.verdict() == Verdict.INCONCLUSIVE
                && prerequisite.filter(p -> step.equals(p.step())).isPresent();
    }

    private static String describe(ScenarioVerdict found, String expected) {
        return "%s %s: expected %s, was %s %s"
                .formatted(
                        found.scenario().place(),
                        found.scenario().name(),
                        expected,
                        found.verdict().word(),
                        found.reason());
    }

    private List<ScenarioVerdict> run(Set<String> faults, Set<String> chosen, ProgressListener progress) {
        VerdictCalculator calculator =
                new VerdictCalculator(List.of(), reference.capabilityWords(), List.of(), LocalDate.EPOCH);
        Set<String> applicable = suite.scenarios().stream()
                .filter(s -> chosen.contains(s.id()) && calculator.applicable(s))
                .map(Scenario::id)
                .collect(Collectors.toSet());
        RunSettings settings = new RunSettings(reference.provider(), reference.description(), seed, faults, applicable);
        SuiteRun.Result result = new SuiteRun(suite, settings).execute((scenario, attachments) -> {}, progress);
        return calculator.judge(suite.scenarios(), chosen, result.outcomes()).scenarios().stream()
                .filter(v -> v.verdict() != Verdict.NOT_RUN)
                .toList();
    }

    private boolean inCore(ExpectedFault fault, Scenario scenario) {
        return book.inCoreOf(fault.subject(), scenario);
    }

    private static boolean touches(ExpectedFault fault, Scenario scenario) {
        return match(fault.red(), scenario).isPresent()
                || match(fault.inconclusive(), scenario).isPresent();
    }

    private static Optional<ExpectedScenario> match(List<ExpectedScenario> expected, Scenario scenario) {
        return expected.stream().filter(e -> e.matches(scenario)).findFirst();
    }
}
