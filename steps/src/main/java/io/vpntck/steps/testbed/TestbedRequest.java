package io.vpntck.steps.testbed;

import java.util.Set;

/**
 * What a scenario asks of its testbed.
 *
 * @param scenario a name for the account and for what is created, unique in the run: letters, digits, hyphen
 * @param seed the seed of this scenario: everything random in a simulated testbed comes from it
 * @param faults names of the faults that the reference is to commit
 */
public record TestbedRequest(String gateway, String scenario, long seed, Set<String> faults) {
    public TestbedRequest {
        faults = Set.copyOf(faults);
    }
}
