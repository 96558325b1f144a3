package io.vpntck.reports.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** VPN-BGP-10: BGP is advised where the gateway could, and both kinds of failover are put side by side. */
class RoutingAdviceTest {
    private static OutageSummary.Row row(Routing routing, long... gaps) {
        List<Long> all = Arrays.stream(gaps).boxed().toList();
        return new OutageSummary.Row(routing, "silence", "LAN to VPC", 10, List.of("VPN-FAIL-01"), all, 1, 60_000);
    }

    @Test
    void aGatewayThatSpeaksBgpIsToUseIt() {
        RoutingAdvice advice = RoutingAdvice.of(
                Set.of("ikev1", "bgp"), List.of(row(Routing.STATIC, 30_100, 40_200), row(Routing.DYNAMIC, 25_300)));
        assertThat(advice.advised()).isEqualTo(Routing.DYNAMIC);
        assertThat(advice.text())
                .startsWith("Use a dynamic connection")
                .contains("40200 ms on static connections")
                .contains("25300 ms on dynamic ones");
    }

    @Test
    void itIsAlsoWhereOnlyStaticConnectionsWereTried() {
        RoutingAdvice advice = RoutingAdvice.of(Set.of("ikev1", "bgp"), List.of(row(Routing.STATIC, 40_200)));
        assertThat(advice.advised()).isEqualTo(Routing.DYNAMIC);
        assertThat(advice.text()).contains("none measured on dynamic ones");
    }

    @Test
    void anotherIsToldWhatItLacks() {
        RoutingAdvice advice = RoutingAdvice.of(Set.of("ikev1"), List.of(row(Routing.STATIC, 40_200)));
        assertThat(advice.advised()).isEqualTo(Routing.STATIC);
        assertThat(advice.text()).startsWith("Use a static connection").contains("claims no BGP");
    }
}
