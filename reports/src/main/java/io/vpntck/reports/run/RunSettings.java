package io.vpntck.reports.run;

import io.vpntck.steps.testbed.GatewayDescription;
import io.vpntck.steps.testbed.TestbedProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run is given.
 *
 * @param chosen ids of the scenarios to run, all of them applicable
 * @param faults words of the faults that the bundled references commit; empty but for the kit's own trial
 * @param packetEvents what befalls packets in the place of chance, where a scenario asks for disorder on the network
 */
public record RunSettings(
        TestbedProvider provider,
        GatewayDescription gateway,
        long seed,
        Set<String> faults,
        Set<String> chosen,
        Optional<List<String>> packetEvents) {
    public RunSettings {
        faults = Set.copyOf(faults);
        chosen = Set.copyOf(chosen);
        packetEvents = packetEvents.map(List::copyOf);
    }

    public RunSettings(
            TestbedProvider provider, GatewayDescription gateway, long seed, Set<String> faults, Set<String> chosen) {
        this(provider, gateway, seed, faults, chosen, Optional.empty());
    }

    /** One scenario again, with these packet events. */
    RunSettings replaying(String scenarioId, List<String> events) {
        return new RunSettings(provider, gateway, seed, faults, Set.of(scenarioId), Optional.of(events));
    }
}
