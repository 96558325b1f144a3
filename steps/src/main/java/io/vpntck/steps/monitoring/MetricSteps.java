package io.vpntck.steps.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;

/** Which metrics there are, and by which dimensions they are found. */
public final class MetricSteps {
    private final World world;
    private final Stage stage;
    private final Metrics metrics;
    private final Map<String, List<Metric>> listed = new LinkedHashMap<>();
    private final Map<String, List<Datapoint>> read = new LinkedHashMap<>();
    private final List<String> baseline = new ArrayList<>();

    public MetricSteps(World world, Stage stage, Metrics metrics) {
        this.world = world;
        this.stage = stage;
        this.metrics = metrics;
    }

    private void ask(String as, Dimension dimension) {
        Instant now = world.testbed().now();
        listed.put(as, metrics.list(dimension));
        read.put(as, metrics.statistics("TunnelState", dimension, now.minus(Duration.ofHours(1)), now.plusSeconds(60)));
    }

    @When("its metrics are listed and read by its id, by each outside address, and by an id and an address unknown")
    public void areListedAndRead() {
        metrics.await(() -> !metrics.list(metrics.connection()).isEmpty());
        ask("its id", metrics.connection());
        metrics.outsideAddresses().forEach(address -> ask(address, metrics.tunnel(address)));
        ask("an unknown id", Metrics.dimension("VpnId", "vpn-00000000000000000"));
        ask("an unknown address", metrics.tunnel("198.18.255.255"));
    }

    @When("the last ten minutes of its metrics are read for the report")
    public void theBaselineIsRead() {
        Instant now = world.testbed().now();
        for (String address : metrics.outsideAddresses()) {
            for (String name : Metrics.NAMES) {
                for (Datapoint point :
                        metrics.statistics(name, metrics.tunnel(address), now.minus(Duration.ofMinutes(10)), now)) {
                    baseline.add("%s of %s from %s: minimum %s, maximum %s, sum %s %s"
                            .formatted(
                                    name,
                                    address,
                                    point.timestamp(),
                                    point.minimum(),
                                    point.maximum(),
                                    point.sum(),
                                    point.unitAsString()));
                }
            }
        }
        baseline.forEach(world::log);
    }

    @Then("CloudWatch lists TunnelState, TunnelDataIn and TunnelDataOut of both tunnels within {int} min")
    public void cloudWatchLists(int minutes) {
        for (String address : metrics.outsideAddresses()) {
            world.testbed().await(Duration.ofMinutes(minutes), () -> names(metrics.list(metrics.tunnel(address)))
                    .containsAll(Metrics.NAMES));
            assertThat(names(metrics.list(metrics.tunnel(address))))
                    .as("metrics of " + address)
                    .contains("TunnelState", "TunnelDataIn", "TunnelDataOut");
        }
    }

    private static List<String> names(List<Metric> listed) {
        return listed.stream().map(Metric::metricName).toList();
    }

    @Then("the data points of TunnelState are 0 for both tunnels")
    public void theStateIsZero() {
        Instant now = world.testbed().now();
        for (String address : metrics.outsideAddresses()) {
            assertThat(metrics.statistics("TunnelState", metrics.tunnel(address), now.minus(Duration.ofHours(1)), now))
                    .as("data points of " + address)
                    .isNotEmpty()
                    .allMatch(point -> point.maximum() == 0);
        }
    }

    @Then("by its id and by each outside address, metrics of it alone are listed")
    public void metricsOfItAloneAreListed() {
        String id = stage.connection().vpnConnectionId();
        assertThat(listed.get("its id")).as("metrics by its id").isNotEmpty();
        for (VgwTelemetry tunnel : stage.connection().vgwTelemetry()) {
            assertThat(listed.get(tunnel.outsideIpAddress()))
                    .as("metrics by " + tunnel.outsideIpAddress())
                    .isNotEmpty()
                    .allMatch(
                            metric -> value(metric, "TunnelIpAddress").equals(Optional.of(tunnel.outsideIpAddress())));
        }
        assertThat(listed.get("its id")).as("metrics by its id").allMatch(metric -> value(metric, "VpnId")
                .equals(Optional.of(id)));
    }

    private static Optional<String> value(Metric metric, String dimension) {
        return metric.dimensions().stream()
                .filter(d -> d.name().equals(dimension))
                .map(Dimension::value)
                .findFirst();
    }

    @Then("by its id and by each outside address, there are data points")
    public void thereAreDataPoints() {
        read.forEach((as, points) -> {
            if (!as.contains("unknown")) {
                assertThat(points).as("data points by " + as).isNotEmpty();
            }
        });
    }

    @Then("by what is unknown, there are neither metrics nor data points")
    public void thereIsNothingUnknown() {
        for (String as : List.of("an unknown id", "an unknown address")) {
            assertThat(listed.get(as)).as("metrics by " + as).isEmpty();
            assertThat(read.get(as)).as("data points by " + as).isEmpty();
        }
    }

    @Then("by its id and by each outside address, there are neither metrics nor data points")
    public void thereIsNothing() {
        listed.forEach((as, found) -> assertThat(found).as("metrics by " + as).isEmpty());
        read.forEach(
                (as, points) -> assertThat(points).as("data points by " + as).isEmpty());
    }

    @Then("the report shows TunnelState, TunnelDataIn and TunnelDataOut of both tunnels")
    public void theReportShowsTheBaseline() {
        for (String address : metrics.outsideAddresses()) {
            for (String name : List.of("TunnelState", "TunnelDataIn", "TunnelDataOut")) {
                assertThat(baseline)
                        .as("lines of the report")
                        .anyMatch(line -> line.startsWith(name + " of " + address));
            }
        }
    }
}
