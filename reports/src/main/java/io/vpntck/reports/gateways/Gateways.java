package io.vpntck.reports.gateways;

import io.vpntck.steps.testbed.GatewayDescription;
import io.vpntck.steps.testbed.TestbedProvider;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The gateways that the providers on the class path bring. */
public final class Gateways {
    private final List<TestbedProvider> providers;

    public Gateways(List<TestbedProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    public static Gateways onClassPath() {
        return new Gateways(ServiceLoader.load(TestbedProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** All of them, the simulated ones first. */
    public List<GatewayDescription> descriptions() {
        return providers.stream()
                .flatMap(p -> p.gateways().stream())
                .sorted((a, b) -> a.testbed().equals(b.testbed())
                        ? a.name().compareTo(b.name())
                        : b.testbed().compareTo(a.testbed()))
                .toList();
    }

    /** The gateway called {@code name}, with all that it claims. */
    public Optional<GatewayChoice> find(String name) {
        for (TestbedProvider provider : providers) {
            for (GatewayDescription description : provider.gateways()) {
                if (description.name().equals(name)) {
                    return Optional.of(new GatewayChoice(
                            name, "--gateway " + name, provider, description, description.capabilities(), List.of()));
                }
            }
        }
        return Optional.empty();
    }
}
