package io.vpntck.reference.ec2;

import java.util.Set;
import java.util.function.Supplier;

/** Refuses what breaks a documented rule, unless it was told to commit the fault of letting that pass. */
final class Enforcement {
    private final Set<ControlPlaneFault> faults;

    Enforcement(Set<ControlPlaneFault> faults) {
        this.faults = Set.copyOf(faults);
    }

    /** Whether the control plane is to do this wrong. */
    boolean commits(ControlPlaneFault fault) {
        return faults.contains(fault);
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
}
