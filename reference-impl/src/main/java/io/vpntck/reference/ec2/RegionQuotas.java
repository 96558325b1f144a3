package io.vpntck.reference.ec2;

import java.util.EnumMap;
import java.util.Map;

/** The quotas of one region: what the documents say, or what they were raised to. */
public final class RegionQuotas {
    private final Map<Quota, Integer> raised = new EnumMap<>(Quota.class);
    private final Enforcement rules;

    RegionQuotas(Enforcement rules) {
        this.rules = rules;
    }

    /** How many there may be, of each resource of the region alike. */
    public int of(Quota quota) {
        return raised.getOrDefault(quota, quota.documented());
    }

    /** @throws RejectedRequestException when it is lower than documented or higher than it can be raised to */
    public void raise(Quota quota, int value) {
        rules.demand(
                value >= quota.documented() && value <= quota.highest(),
                ControlPlaneFault.RAISES_QUOTAS_WITHOUT_END,
                () -> Rejection.ofValue(
                        quota.word(),
                        Integer.toString(value),
                        "the quota is " + quota.documented() + ", and can be raised to " + quota.highest()));
        raised.put(quota, value);
    }
}
