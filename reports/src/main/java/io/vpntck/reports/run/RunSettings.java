package io.vpntck.reports.run;

import io.vpntck.steps.testbed.GatewayDescription;
import io.vpntck.steps.testbed.TestbedProvider;
import java.util.Set;

/**
 * What a run is given.
 *
 * @param chosen ids of the scenarios to run, all of them applicable
 * @param faults words of the faults that the bundled references commit; empty but for the kit's own trial
 */
public record RunSettings(
        TestbedProvider provider, GatewayDescription gateway, long seed, Set<String> faults, Set<String> chosen) {
    public RunSettings {
        faults = Set.copyOf(faults);
        chosen = Set.copyOf(chosen);
    }
}
