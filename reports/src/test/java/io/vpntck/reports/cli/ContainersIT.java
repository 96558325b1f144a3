package io.vpntck.reports.cli;

import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.reports.run.Scenario;
import io.vpntck.reports.run.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The data plane against gateways in containers: strongSwan with static routes, without the scenarios that take minutes
 * ({@code @long}), and a few of these with BIRD and with FRR, whose sessions run through the tunnels.
 *
 * <p>Where no container engine can be reached each scenario is skipped, by name and with the reason; with
 * {@code -Dtck.containers=required} each fails.
 */
class ContainersIT {
    private static final Selection DATA_PLANE =
            new Selection(List.of(), Optional.of("@data-plane and not @long"), List.of());
    private static final Selection DYNAMIC = new Selection(
            List.of("VPN-BGP-01", "VPN-BGP-11", "VPN-BGP-18"), Optional.of("@data-plane and @needs-bgp"), List.of());

    @TestFactory
    Stream<DynamicTest> strongswanStatic() throws CommandRefused, IOException {
        return tests("strongswan-static", DATA_PLANE);
    }

    @TestFactory
    Stream<DynamicTest> strongswanBird() throws CommandRefused, IOException {
        return tests("strongswan-bird", DYNAMIC);
    }

    @TestFactory
    Stream<DynamicTest> strongswanFrr() throws CommandRefused, IOException {
        return tests("strongswan-frr", DYNAMIC);
    }

    private static Stream<DynamicTest> tests(String name, Selection selection) throws CommandRefused, IOException {
        SuiteInMaven suite = new SuiteInMaven();
        GatewayChoice gateway = suite.gateway(name);
        Set<String> chosen = selection.choose(suite.suite().scenarios());
        List<Scenario> scenarios = suite.suite().scenarios().stream()
                .filter(s -> chosen.contains(s.id()))
                .toList();
        try {
            return VerdictTests.of(suite.run(gateway, selection)).filter(t -> scenarios.stream()
                    .anyMatch(s -> t.getDisplayName().equals(VerdictTests.nameOf(s))));
        } catch (CommandRefused e) {
            if (LiveOnly.required()) {
                return VerdictTests.failed(scenarios, e.getMessage());
            }
            return VerdictTests.skipped(gateway.name(), scenarios, e.getMessage(), System.out::println);
        }
    }
}
