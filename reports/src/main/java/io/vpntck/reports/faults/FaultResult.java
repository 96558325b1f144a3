package io.vpntck.reports.faults;

import java.util.List;

/**
 * What came of one fault.
 *
 * @param killed whether every scenario that had to go red did, at the step it names
 * @param unexpected in words, what else was not as expected; empty when all was
 */
public record FaultResult(ExpectedFault fault, boolean killed, List<Seen> scenarios, List<String> unexpected) {
    public FaultResult {
        scenarios = List.copyOf(scenarios);
        unexpected = List.copyOf(unexpected);
    }

    /** Whether the fault was caught as expected, and did nothing else. */
    public boolean asExpected() {
        return killed && unexpected.isEmpty();
    }

    /**
     * A scenario that ran with the fault.
     *
     * @param place file and line
     * @param expected {@code failed}, {@code inconclusive} or {@code passed}
     * @param verdict as given
     * @param step where it broke; empty where it did not
     */
    public record Seen(String place, String name, String expected, String verdict, String step) {}
}
