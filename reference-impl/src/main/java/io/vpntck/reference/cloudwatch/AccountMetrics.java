package io.vpntck.reference.cloudwatch;

import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelLife;
import io.vpntck.reference.ip.Ipv4Address;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The metrics of one account: those of every tunnel that exists or has existed, without being asked for.
 *
 * <p>What EC2 does not name as the life of a tunnel is not measured.
 */
public final class AccountMetrics implements TunnelMeter {
    /** ListMetrics shows a metric for two weeks after its last point. */
    private static final Duration LISTED = Duration.ofDays(14);
    /** Outer header, ESP header, initialization vector, trailer and check value, about. */
    private static final int ESP_OCTETS = 60;

    private final AwsAccount account;
    private final Supplier<Instant> clock;
    private final Map<TunnelKey, TunnelMetrics> tunnels = new LinkedHashMap<>();

    private record TunnelKey(String connectionId, Ipv4Address outsideAddress) {
        static TunnelKey of(TunnelLife life) {
            return new TunnelKey(life.connectionId(), life.outsideAddress());
        }

        List<Map<String, String>> dimensions() {
            String address = outsideAddress.toString();
            return List.of(
                    Map.of(Metric.VPN_ID, connectionId, Metric.TUNNEL_IP_ADDRESS, address),
                    Map.of(Metric.VPN_ID, connectionId),
                    Map.of(Metric.TUNNEL_IP_ADDRESS, address));
        }
    }

    public AccountMetrics(AwsAccount account, Supplier<Instant> clock) {
        this.account = account;
        this.clock = clock;
    }

    @Override
    public void state(TunnelEndpoint tunnel, boolean up, Instant now) {
        boolean shown = up
                ? !account.commits(ControlPlaneFault.TUNNEL_STATE_STAYS_DOWN)
                : account.commits(ControlPlaneFault.TUNNEL_STATE_STAYS_UP);
        metrics(tunnel).ifPresent(m -> m.state(shown, now));
    }

    @Override
    public void received(TunnelEndpoint tunnel, int octets, Instant now) {
        metrics(tunnel).ifPresent(m -> m.received(counted(octets), now));
    }

    @Override
    public void sent(TunnelEndpoint tunnel, int octets, Instant now) {
        metrics(tunnel).ifPresent(m -> m.sent(counted(octets), now));
    }

    private int counted(int octets) {
        return account.commits(ControlPlaneFault.COUNTS_ENCRYPTED_OCTETS) ? octets + ESP_OCTETS : octets;
    }

    private Optional<TunnelMetrics> metrics(TunnelEndpoint tunnel) {
        TunnelKey key = new TunnelKey(tunnel.connectionId(), tunnel.outsideAddress());
        if (!tunnels.containsKey(key)) {
            account.regions().forEach(this::tunnelsOf);
        }
        return Optional.ofNullable(tunnels.get(key));
    }

    /** The tunnels of a region, up to date. */
    private Map<TunnelKey, TunnelMetrics> tunnelsOf(AwsRegion region) {
        Instant now = clock.get();
        Map<TunnelKey, TunnelMetrics> found = new LinkedHashMap<>();
        for (TunnelLife life : region.tunnels().lives()) {
            TunnelMetrics metrics =
                    tunnels.computeIfAbsent(TunnelKey.of(life), key -> new TunnelMetrics(life.created()));
            metrics.advance(life.deleted().orElse(now));
            metrics.age(now);
            boolean shown = life.hasBeenUp() || !account.commits(ControlPlaneFault.METRICS_AFTER_FIRST_UP);
            if (shown) {
                found.put(TunnelKey.of(life), metrics);
            }
        }
        return found;
    }

    private boolean isPublished(MetricName name) {
        return name != MetricName.TUNNEL_DATA_OUT || !account.commits(ControlPlaneFault.NO_DATA_OUT_METRIC);
    }

    /** The metrics that have had a point in the last two weeks; each tunnel by both dimensions, and by either alone. */
    public List<Metric> list(String region) {
        Instant since = clock.get().minus(LISTED);
        Set<Metric> metrics = new LinkedHashSet<>();
        tunnelsOf(account.region(region)).forEach((key, tunnel) -> {
            for (MetricName name : MetricName.values()) {
                if (isPublished(name) && tunnel.series(name).hasPointSince(since)) {
                    key.dimensions().forEach(dimensions -> metrics.add(new Metric(name, dimensions)));
                }
            }
        });
        return List.copyOf(metrics);
    }

    /** The points of a metric; none for one that does not exist. A connection's are those of both tunnels together. */
    public List<DataPoint> statistics(String region, Metric metric, Window window) {
        List<TimeSeries> series = new ArrayList<>();
        boolean all = account.commits(ControlPlaneFault.IGNORES_DIMENSIONS);
        tunnelsOf(account.region(region)).forEach((key, tunnel) -> {
            if (isPublished(metric.name()) && (all || key.dimensions().contains(metric.dimensions()))) {
                series.add(tunnel.series(metric.name()));
            }
        });
        boolean firstAlone = account.commits(ControlPlaneFault.MEASURES_CONNECTION_BY_TUNNEL_1)
                && metric.dimensions().keySet().equals(Set.of(Metric.VPN_ID));
        return window.over(firstAlone ? series.stream().limit(1).toList() : series);
    }
}
