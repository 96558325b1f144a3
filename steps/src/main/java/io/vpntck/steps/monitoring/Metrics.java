package io.vpntck.steps.monitoring;

import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;

/** CloudWatch, asked about the scenario's connection. */
public final class Metrics {
    static final String NAMESPACE = "AWS/VPN";
    static final List<String> NAMES = List.of("TunnelState", "TunnelDataIn", "TunnelDataOut");
    static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofMinutes(15);

    private final World world;
    private final Stage stage;

    public Metrics(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    /** Waits for data points, within the bound for them; says whether they came. */
    boolean await(BooleanSupplier arrived) {
        return world.testbed().await(LATEST, arrived);
    }

    Dimension connection() {
        return dimension("VpnId", stage.connection().vpnConnectionId());
    }

    /** By the AWS side's outside address of the tunnel. */
    Dimension tunnel(String outsideAddress) {
        return dimension("TunnelIpAddress", outsideAddress);
    }

    static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    /** The AWS side's outside addresses, as DescribeVpnConnections shows them. */
    List<String> outsideAddresses() {
        return stage.connection().vgwTelemetry().stream()
                .map(VgwTelemetry::outsideIpAddress)
                .toList();
    }

    /** What ListMetrics lists of the namespace, for this dimension. */
    List<Metric> list(Dimension filter) {
        DimensionFilter asFilter = DimensionFilter.builder()
                .name(filter.name())
                .value(filter.value())
                .build();
        return world.cloudWatch()
                .listMetrics(r -> r.namespace(NAMESPACE).dimensions(asFilter))
                .metrics();
    }

    /** The statistics of one metric, in periods of five minutes from {@code start}. */
    List<Datapoint> statistics(String name, Dimension dimension, Instant start, Instant end) {
        return world.cloudWatch()
                .getMetricStatistics(r -> r.namespace(NAMESPACE)
                        .metricName(name)
                        .dimensions(dimension)
                        .startTime(start)
                        .endTime(end)
                        .period((int) PERIOD.toSeconds())
                        .statistics(
                                Statistic.SAMPLE_COUNT,
                                Statistic.SUM,
                                Statistic.MINIMUM,
                                Statistic.MAXIMUM,
                                Statistic.AVERAGE))
                .datapoints();
    }

    /** The statistics of the period that begins at {@code start}. */
    Optional<Datapoint> statistics(String name, Dimension dimension, Instant start) {
        return statistics(name, dimension, start, start.plus(PERIOD)).stream().findFirst();
    }
}
