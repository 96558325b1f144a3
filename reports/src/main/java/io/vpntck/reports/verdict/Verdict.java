package io.vpntck.reports.verdict;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What is said of a scenario or of a requirement, the worst first. */
public enum Verdict {
    /** The gateway or the control plane does not do what is required. */
    FAILED,
    /** The kit could not set the stage; nothing is known. */
    INCONCLUSIVE,
    /** Failed as listed, with a reason and an expiry. */
    WAIVED,
    /** Not chosen for this run; of a requirement: at least one of its scenarios was not, and none of the others was worse. */
    NOT_RUN,
    PASSED,
    /** Needs a capability that the gateway does not claim. */
    NOT_APPLICABLE,
    /** Of a requirement only: no scenario proves it yet. */
    NOT_COVERED;

    /** As in {@code conformance.json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it turns the run red. */
    public boolean red() {
        return this == FAILED || this == INCONCLUSIVE;
    }

    /** The worst of {@code verdicts}; {@link #NOT_COVERED} without any. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().min(Comparator.naturalOrder()).orElse(NOT_COVERED);
    }
}
