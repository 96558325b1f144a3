package io.vpntck.reports.gateways;

import io.vpntck.reports.verdict.Waiver;
import io.vpntck.steps.gateway.Capability;
import io.vpntck.steps.testbed.GatewayDescription;
import io.vpntck.steps.testbed.TestbedProvider;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The gateway of a run.
 *
 * @param name as the reports call it
 * @param option the option that chooses it, with its value
 * @param description of the gateway that the provider brings up
 * @param capabilities what it claims, no more than the description does
 * @param waivers its known failures
 */
public record GatewayChoice(
        String name,
        String option,
        TestbedProvider provider,
        GatewayDescription description,
        Set<Capability> capabilities,
        List<Waiver> waivers) {
    public GatewayChoice {
        capabilities = Set.copyOf(capabilities);
        waivers = List.copyOf(waivers);
    }

    /** The words of what it claims. */
    public Set<String> capabilityWords() {
        return capabilities.stream().map(Capability::word).collect(Collectors.toSet());
    }
}
