package io.vpntck.steps.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.Configuration;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/** What the data points of a period say of the tunnels and the traffic in it. */
public final class DataPointSteps {
    /** Headers of IPv4 and of ICMP echo. */
    private static final int ECHO_HEADERS = 28;

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final World world;
    private final Stage stage;
    private final Metrics metrics;
    private final CurrentPeriod period;

    public DataPointSteps(World world, Stage stage, Metrics metrics, CurrentPeriod period) {
        this.world = world;
        this.stage = stage;
        this.metrics = metrics;
        this.period = period;
    }

    @Given("{int} minutes have gone by")
    public void minutesHaveGoneBy(int minutes) {
        world.testbed().pass(Duration.ofMinutes(minutes));
    }

    @When("a period of five minutes goes by")
    public void aPeriodGoesBy() {
        period.begin();
        period.finish();
    }

    /** The host's neighbour does not exist. */
    @When(
            "in a period of five minutes, the LAN host sends {int} packets of {int} octets to an address of the VPC that no host has")
    public void theLanHostSends(int count, int octets) {
        period.begin();
        LanHost.Ping ping = world.testbed()
                .gateway()
                .lanHost()
                .ping(Ipv4Address.of(world.vpcHost()).plus(1), count, INTERVAL, octets - ECHO_HEADERS);
        world.testbed().await(Duration.ofMinutes(2), ping::finished);
        ping.stop();
        period.finish();
    }

    @When(
            "in a period of five minutes, the host in the VPC sends {int} echo requests to an address of the LAN that no host has")
    public void theVpcHostSends(int count) {
        period.begin();
        Ipv4Address nobody = world.testbed().gateway().lan().network().plus(99);
        world.testbed().lab().pingFromVpcHost(world.vpcId(), Ipv4Address.of(world.vpcHost()), nobody, count);
        period.finish();
    }

    private Dimension tunnel(int tunnel) {
        List<String> inOrder = Configuration.of(stage.connection()).outsideAddresses();
        return metrics.tunnel(inOrder.get(tunnel - 1));
    }

    @Then("the data points of TunnelState in it are {int} for tunnel 1 and {int} for tunnel 2")
    public void theStatesAre(int first, int second) {
        for (int tunnel = 1; tunnel <= 2; tunnel++) {
            Datapoint point = period.point("TunnelState", tunnel(tunnel));
            double expected = tunnel == 1 ? first : second;
            assertThat(point.minimum()).as("lowest state of tunnel " + tunnel).isEqualTo(expected);
            assertThat(point.maximum()).as("highest state of tunnel " + tunnel).isEqualTo(expected);
        }
    }

    @Then("DescribeVpnConnections shows tunnel {int} {word} and tunnel {int} {word}")
    public void theTelemetryAgrees(int one, String statusOfOne, int other, String statusOfOther) {
        assertThat(List.of(status(one), status(other)))
                .as("status of tunnels " + one + " and " + other)
                .containsExactly(statusOfOne, statusOfOther);
    }

    private String status(int tunnel) {
        String address = tunnel(tunnel).value();
        return stage.connection().vgwTelemetry().stream()
                .filter(t -> t.outsideIpAddress().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no telemetry for " + address))
                .statusAsString();
    }

    /** Control traffic inside the tunnels is allowed for. */
    @Then("the Sum of {word} of both tunnels in it is {int} to {int}, in Bytes")
    public void theSumIs(String name, int least, int most) {
        double sum = 0;
        for (int tunnel = 1; tunnel <= 2; tunnel++) {
            Datapoint point = period.point(name, tunnel(tunnel));
            assertThat(point.unit()).as("unit of " + name).isEqualTo(StandardUnit.BYTES);
            sum += point.sum();
        }
        assertThat(sum).as("Sum of " + name + " of both tunnels").isBetween((double) least, (double) most);
    }

    @Then("TunnelState of the connection in it has Minimum 0, Maximum 1, Average 0.5 and a Sum of half its SampleCount")
    public void theFiveStatisticsAgree() {
        Datapoint point = period.point("TunnelState", metrics.connection());
        assertThat(point.minimum()).as("Minimum").isZero();
        assertThat(point.maximum()).as("Maximum").isEqualTo(1);
        assertThat(point.average()).as("Average").isEqualTo(0.5);
        assertThat(point.sum()).as("Sum").isPositive().isEqualTo(point.sampleCount() / 2);
    }
}
