package io.vpntck.reference.ec2;

import io.vpntck.reference.ec2.ConnectionRule.Breach;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Refuses what breaks a documented rule, unless it was told to commit the fault of letting that pass. */
final class Enforcement {
    private final Set<ControlPlaneFault> faults;
    private final DryRun dryRun = new DryRun();
    private long changes;

    Enforcement(Set<ControlPlaneFault> faults) {
        this.faults = Set.copyOf(faults);
    }

    /** Whether the control plane is to do this wrong. */
    boolean commits(ControlPlaneFault fault) {
        return faults.contains(fault);
    }

    /**
     * Stands where all rules of a request are kept and its first change comes next: a dry run ends here.
     *
     * <p>Every method that changes something calls it.
     */
    void beforeChange() {
        dryRun.beforeChange();
        changes++;
    }

    /** How many changes have begun. */
    long changes() {
        return changes;
    }

    /** Runs a request up to its first change. */
    void dryRun(Runnable request) {
        dryRun.of(request);
    }

    /**
     * Lets pass what keeps the rule.
     *
     * @param leniency the fault with which everything passes
     * @throws RejectedRequestException with {@code rejection} for anything else
     */
    void demand(boolean kept, ControlPlaneFault leniency, Supplier<Rejection> rejection) {
        if (!kept && !commits(leniency)) {
            throw rejection.get().exception();
        }
    }

    /**
     * Lets pass what breaks no rule but those that a fault lets go.
     *
     * @throws RejectedRequestException for the first of the others
     */
    void demand(List<Breach> breaches) {
        for (Breach breach : breaches) {
            if (breach.rule().leniency().filter(faults::contains).isEmpty()) {
                throw breach.rejection().exception();
            }
        }
    }
}
