package io.vpntck.steps.run;

import io.vpntck.steps.testbed.TestbedProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all scenarios of a run share.
 *
 * @param gateway the name of the gateway, as the provider knows it
 * @param seed the run's seed; each scenario derives its own from it
 * @param faults words of the faults that the bundled references commit
 * @param packetEvents what befalls packets in the place of chance, see {@code TestbedRequest}
 */
public record RunContext(
        TestbedProvider provider,
        String gateway,
        long seed,
        Set<String> faults,
        Optional<List<String>> packetEvents,
        EvidenceSink evidence) {
    public RunContext {
        faults = Set.copyOf(faults);
        packetEvents = packetEvents.map(List::copyOf);
    }
}
