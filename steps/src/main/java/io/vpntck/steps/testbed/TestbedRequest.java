package io.vpntck.steps.testbed;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a scenario asks of its testbed.
 *
 * @param scenario a name for the account and for what is created, unique in the run: letters, digits, hyphen
 * @param seed the seed of this scenario: everything random in a simulated testbed comes from it
 * @param faults names of the faults that the reference is to commit
 * @param packetEvents what is to befall packets, in the place of chance, where a scenario asks for disorder on the
 *     network; empty to leave it to chance
 */
public record TestbedRequest(
        String gateway, String scenario, long seed, Set<String> faults, Optional<List<String>> packetEvents) {
    public TestbedRequest {
        faults = Set.copyOf(faults);
        packetEvents = packetEvents.map(List::copyOf);
    }

    public TestbedRequest(String gateway, String scenario, long seed, Set<String> faults) {
        this(gateway, scenario, seed, faults, Optional.empty());
    }
}
