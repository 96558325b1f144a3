package io.vpntck.steps.testbed;

import io.vpntck.steps.gateway.Capability;
import java.util.Set;

/**
 * A gateway that can be named in {@code --gateway}.
 *
 * @param testbed {@code simulated} or {@code live}
 */
public record GatewayDescription(
        String name, String testbed, String product, Set<Capability> capabilities, String summary) {
    public GatewayDescription {
        capabilities = Set.copyOf(capabilities);
    }
}
