package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.containers.ContainerTestbedProvider;
import io.vpntck.containers.StrongswanFault;
import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.run.Selection;
import io.vpntck.reports.run.StepOutcome;
import io.vpntck.reports.verdict.ScenarioVerdict;
import io.vpntck.reports.verdict.Verdict;
import io.vpntck.steps.testbed.GatewayDescription;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A packet that a real gateway leaks in clear is seen: its default route leads to the sink of the kit. */
class LeakIT {
    private static final String FEATURE = "features/data-plane/Traffic1.feature";
    private static final String SCENARIO = "[4] Send nothing in clear while SAs are deleted under traffic";

    @Test
    void theLeakCheckGoesRedOnStrongswanThatLeaks() throws CommandRefused, IOException {
        SuiteInMaven suite = new SuiteInMaven();
        Scenario scenario = suite.suite().scenarios().stream()
                .filter(s -> s.file().equals(FEATURE) && s.name().equals(SCENARIO))
                .findFirst()
                .orElseThrow();
        ContainerTestbedProvider provider = new ContainerTestbedProvider(Set.of(StrongswanFault.NO_BLACKHOLE_ROUTE));
        GatewayDescription description = provider.gateways().get(0);
        GatewayChoice gateway = new GatewayChoice(
                "strongswan-leaky",
                "--gateway strongswan-static",
                provider,
                description,
                description.capabilities(),
                List.of());
        ScenarioVerdict found;
        try {
            found =
                    suite
                            .run(gateway, new Selection(List.of(), Optional.empty(), List.of(scenario.place())))
                            .scenarios()
                            .stream()
                            .filter(v -> v.scenario().equals(scenario))
                            .findFirst()
                            .orElseThrow();
        } catch (CommandRefused e) {
            LiveOnly.skip("LeakIT with strongswan-leaky: " + SCENARIO, e.getMessage());
            return;
        }
        assertThat(found.verdict()).as(found.reason()).isEqualTo(Verdict.FAILED);
        assertThat(found.brokenStep().map(StepOutcome::text)).contains("Then nothing leaves the gateway in clear");
        assertThat(found.brokenStep().map(StepOutcome::error).orElse("")).contains("10.20.0.10", "10.0.1.10");
    }
}
