package io.vpntck.reference.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.OutsideAddresses;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.simulation.SeededEntropy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountMetricsTest {
    private static final Instant START = Instant.parse("2018-09-03T08:00:30Z");
    private static final String REGION = "us-east-1";
    private static final String TUNNEL_1 = "198.51.100.129";
    private static final String TUNNEL_2 = "198.51.100.130";

    private Instant now = START;
    private final AwsAccount account = new AwsAccount(
            new OutsideAddresses() {
                @Override
                public Optional<List<Ipv4Address>> takeTwo() {
                    return Optional.of(List.of(Ipv4Address.of(TUNNEL_1), Ipv4Address.of(TUNNEL_2)));
                }

                @Override
                public void giveBack(List<Ipv4Address> addresses) {
                    // The same two come again.
                }
            },
            () -> now,
            new SeededEntropy(1, "ec2"),
            Set.of());
    private final AccountMetrics metrics = new AccountMetrics(account, () -> now);

    private String connection() {
        var region = account.region(REGION);
        String vgw = region.createVpnGateway(Optional.empty()).id();
        String cgw = region.createCustomerGateway("198.51.100.10", 65000).id();
        return region.connections().create(vgw, cgw, true, List.of()).id();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private TunnelEndpoint endpoint(int index) {
        return account.tunnels().get(index - 1);
    }

    private Statistics of(MetricName name, Map<String, String> dimensions) {
        List<DataPoint> points = points(name, dimensions);
        assertThat(points).hasSize(1);
        return points.get(0).statistics();
    }

    private List<DataPoint> points(MetricName name, Map<String, String> dimensions) {
        return metrics.statistics(
                REGION, new Metric(name, dimensions), new Window(START, START.plusSeconds(86_400), 86_400));
    }

    @Test
    void measuresATunnelThatWasNeverUpFromTheFirstMinute() {
        String id = connection();
        assertThat(metrics.list(REGION)).isEmpty();
        pass(Duration.ofSeconds(30));
        assertThat(metrics.list(REGION)).hasSize(15).contains(new Metric(MetricName.TUNNEL_STATE, Map.of("VpnId", id)));
        pass(Duration.ofMinutes(9));
        assertThat(of(MetricName.TUNNEL_STATE, Map.of("TunnelIpAddress", TUNNEL_1)))
                .isEqualTo(new Statistics(10, 0, 0, 0));
        assertThat(metrics.list("eu-west-1")).isEmpty();
    }

    @Test
    void addsUpBothTunnelsOfAConnection() {
        String id = connection();
        pass(Duration.ofSeconds(10));
        metrics.state(endpoint(1), true, now);
        metrics.received(endpoint(1), 1000, now);
        metrics.received(endpoint(2), 500, now);
        metrics.sent(endpoint(1), 60, now);
        pass(Duration.ofMinutes(2));
        metrics.state(endpoint(1), false, now);
        pass(Duration.ofMinutes(2));
        assertThat(of(MetricName.TUNNEL_STATE, Map.of("VpnId", id, "TunnelIpAddress", TUNNEL_1)))
                .isEqualTo(new Statistics(4, 2, 0, 1));
        assertThat(of(MetricName.TUNNEL_STATE, Map.of("VpnId", id))).isEqualTo(new Statistics(8, 2, 0, 1));
        assertThat(of(MetricName.TUNNEL_DATA_IN, Map.of("VpnId", id))).isEqualTo(new Statistics(8, 1500, 0, 1000));
        assertThat(of(MetricName.TUNNEL_DATA_OUT, Map.of("TunnelIpAddress", TUNNEL_2))
                        .sum())
                .isZero();
    }

    @Test
    void knowsNothingOfOtherDimensions() {
        String id = connection();
        pass(Duration.ofMinutes(5));
        assertThat(points(MetricName.TUNNEL_STATE, Map.of())).isEmpty();
        assertThat(points(MetricName.TUNNEL_STATE, Map.of("VpnId", "vpn-0"))).isEmpty();
        assertThat(points(MetricName.TUNNEL_STATE, Map.of("VpnId", id, "Stage", "x")))
                .isEmpty();
    }

    @Test
    void endsTheSeriesWithTheConnectionAlsoWhenItsAddressesAreUsedAgain() {
        String first = connection();
        pass(Duration.ofMinutes(10));
        account.region(REGION).connections().delete(first);
        pass(Duration.ofMinutes(10));
        String second = connection();
        pass(Duration.ofMinutes(5));
        assertThat(of(MetricName.TUNNEL_STATE, Map.of("VpnId", first)).sampleCount())
                .isEqualTo(20);
        assertThat(of(MetricName.TUNNEL_STATE, Map.of("VpnId", second)).sampleCount())
                .isEqualTo(10);
        pass(Duration.ofDays(15));
        assertThat(metrics.list(REGION)).allMatch(m -> !m.dimensions().containsValue(first));
    }
}
