package io.vpntck.reports.faults;

import java.util.List;

/**
 * A fault that a reference can be told to commit, and what must come of it.
 *
 * @param name the word after {@code --fault}
 * @param subject {@code customer-gateway}, {@code aws-side} or {@code control-plane}: which reference commits it
 * @param breaks what it does, in one sentence
 * @param requirements those that it violates
 * @param red scenarios that must fail, each at its step
 * @param inconclusive scenarios that may become inconclusive, each by its prerequisite
 */
public record ExpectedFault(
        String name,
        String subject,
        String breaks,
        List<String> requirements,
        List<ExpectedScenario> red,
        List<ExpectedScenario> inconclusive) {
    public ExpectedFault {
        requirements = List.copyOf(requirements);
        red = List.copyOf(red);
        inconclusive = List.copyOf(inconclusive);
    }
}
