package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;

/** Pings through the tunnels, disturbances, and the status of tunnels. */
public final class TrafficSteps {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** DPD takes 40 s on the AWS side; a real gateway has timers of its own. */
    private static final Duration NOTICED = Duration.ofSeconds(180);

    private final World world;
    private final Tunnels tunnels;
    private LanHost.Ping ping;
    private Instant disturbed;
    private Instant unchangedSince;

    public TrafficSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    private LanHost lanHost() {
        return world.testbed().gateway().lanHost();
    }

    private Ipv4Address vpcHost() {
        return Ipv4Address.of(world.vpcHost());
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException(what);
        }
    }

    @Given("both tunnels are up")
    public void bothTunnelsAreUp() {
        require(tunnels.raise(Duration.ofSeconds(60)), "no ping came back through both tunnels within 60 s");
        require(
                world.testbed().await(Duration.ofSeconds(10), this::bothUp),
                "DescribeVpnConnections did not show both tunnels UP within 10 s");
    }

    private boolean bothUp() {
        return tunnels.telemetry(1).status() == TelemetryStatus.UP
                && tunnels.telemetry(2).status() == TelemetryStatus.UP;
    }

    @Given("tunnel {int} fails, and both sides have noticed")
    public void tunnelFails(int tunnel) {
        world.testbed().lab().blackhole(tunnels.outside(tunnel), true);
        // Traffic makes a gateway with traffic-based DPD ask; answers show that it has taken the other tunnel.
        LanHost.Ping probe = lanHost().ping(vpcHost(), (int) NOTICED.toSeconds(), SECOND);
        BooleanSupplier noticed = () -> tunnels.telemetry(tunnel).status() == TelemetryStatus.DOWN;
        require(
                world.testbed().await(NOTICED, noticed),
                "DescribeVpnConnections did not show tunnel " + tunnel + " DOWN within " + NOTICED.toSeconds() + " s");
        int before = probe.received();
        boolean over = world.testbed().await(NOTICED, () -> probe.received() >= before + 3);
        probe.stop();
        require(over, "no ping came back through the other tunnel within " + NOTICED.toSeconds() + " s");
    }

    @When("the LAN host pings the AWS side's inside address of each tunnel for at most {int} s")
    public void theLanHostPingsTheInsideAddresses(int seconds) {
        tunnels.raise(Duration.ofSeconds(seconds));
    }

    @When("the LAN host pings the host in the VPC {int} times")
    public void theLanHostPings(int count) {
        disturbed = world.testbed().now();
        ping = lanHost().ping(vpcHost(), count, Duration.ofMillis(200));
        world.testbed().await(Duration.ofSeconds(20), ping::finished);
    }

    @Given("the way to the AWS side fragments packets of more than {int} octets")
    public void theWayFragments(int octets) {
        world.testbed().pathMtu(octets);
    }

    @When("the LAN host pings the host in the VPC {int} times with {int} octets of data")
    public void theLanHostPingsLarge(int count, int octets) {
        disturbed = world.testbed().now();
        ping = lanHost().ping(vpcHost(), count, Duration.ofMillis(200), octets);
        world.testbed().await(Duration.ofSeconds(10), ping::finished);
    }

    @When("the host in the VPC pings the LAN host {int} times")
    public void theVpcHostPings(int count) {
        disturbed = world.testbed().now();
        world.testbed()
                .lab()
                .pingFromVpcHost(
                        world.vpcId(),
                        vpcHost(),
                        world.testbed().gateway().lan().network().plus(10),
                        count);
    }

    @When("the AWS side deletes the SAs of tunnel {int}")
    public void theAwsSideDeletesTheSas(int tunnel) {
        disturbed = world.testbed().now();
        unchangedSince = tunnels.telemetry(2).lastStatusChange();
        world.testbed().lab().deleteSas(tunnels.outside(tunnel));
    }

    @When("the AWS side deletes the SAs of both tunnels while the LAN host pings the host in the VPC for {int} s")
    public void theAwsSideDeletesTheSasUnderTraffic(int seconds) {
        ping = lanHost().ping(vpcHost(), seconds * 5, Duration.ofMillis(200));
        world.testbed().await(Duration.ofSeconds(10), () -> ping.received() > 0);
        tunnels.outside().forEach(address -> world.testbed().lab().deleteSas(address));
        world.testbed().pass(Duration.ofSeconds(seconds));
        ping.stop();
    }

    @Then("all {int} pings are answered")
    public void allPingsAreAnswered(int count) {
        assertThat(ping.received()).as("pings answered").isEqualTo(count);
    }

    @Then("ESP reached the AWS side in fragments")
    public void espCameInFragments() {
        List<Ipv4Address> aws = tunnels.outside();
        assertThat(tunnels.view().packets())
                .as("fragments of ESP to the AWS side")
                .filteredOn(packet -> !packet.time().isBefore(disturbed))
                .anyMatch(packet -> packet.packet().isFragment()
                        && packet.packet().protocol() == Ipv4Packet.ESP
                        && aws.contains(packet.destination()));
    }

    @Then("no ping is answered")
    public void noPingIsAnswered() {
        assertThat(ping.sent()).as("pings sent").isPositive();
        assertThat(ping.received()).as("pings answered").isZero();
    }

    @Then("a ping with {int} octets of data is answered")
    public void aPingIsAnswered(int octets) {
        LanHost.Ping small = lanHost().ping(vpcHost(), 10, SECOND, octets);
        boolean answered = world.testbed().await(Duration.ofSeconds(10), () -> small.received() > 0);
        small.stop();
        assertThat(answered).as("a ping with " + octets + " octets answered").isTrue();
    }

    @Then("echo requests and replies went through tunnel {int} in ESP")
    public void echoesWentThrough(int tunnel) {
        List<ObservedPacket.Esp> esp = tunnels.view().of(ObservedPacket.Esp.class, tunnels.outside(tunnel)).stream()
                .filter(packet -> packet.time().isAfter(disturbed))
                .filter(packet -> packet.inner()
                        .filter(inner -> inner.protocol() == Ipv4Packet.ICMP)
                        .isPresent())
                .toList();
        assertThat(esp)
                .as("echo requests to " + tunnels.outside(tunnel))
                .filteredOn(p -> p.inner().orElseThrow().destination().equals(vpcHost()))
                .hasSizeGreaterThanOrEqualTo(ping.sent());
        assertThat(esp)
                .as("echo replies from " + tunnels.outside(tunnel))
                .filteredOn(p -> p.inner().orElseThrow().source().equals(vpcHost()))
                .hasSizeGreaterThanOrEqualTo(ping.sent());
    }

    @Then("no packet leaves the AWS side for {int} s")
    public void noPacketLeavesTheAwsSide(int seconds) {
        world.testbed().pass(Duration.ofSeconds(seconds));
        List<Ipv4Address> aws = tunnels.outside();
        assertThat(tunnels.view().packets())
                .as("packets from the AWS side")
                .noneMatch(packet -> aws.contains(packet.source()));
    }

    @Then("DescribeVpnConnections shows both tunnels UP within {int} s")
    public void bothTunnelsAreShownUp(int seconds) {
        assertThat(world.testbed().await(Duration.ofSeconds(seconds), this::bothUp))
                .as("both tunnels UP within " + seconds + " s")
                .isTrue();
    }

    @Then("DescribeVpnConnections shows both tunnels DOWN")
    public void bothTunnelsAreShownDown() {
        assertThat(tunnels.telemetry(1).status()).as("tunnel 1").isEqualTo(TelemetryStatus.DOWN);
        assertThat(tunnels.telemetry(2).status()).as("tunnel 2").isEqualTo(TelemetryStatus.DOWN);
    }

    @Then("the status of tunnel 2 has not changed for {int} s")
    public void tunnel2IsUndisturbed(int seconds) {
        world.testbed().pass(Duration.ofSeconds(seconds));
        assertThat(tunnels.telemetry(2).status()).as("status of tunnel 2").isEqualTo(TelemetryStatus.UP);
        assertThat(tunnels.telemetry(2).lastStatusChange())
                .as("last change of tunnel 2")
                .isEqualTo(unchangedSince);
    }

    @Then("no message deletes or replaces an SA of tunnel 2")
    public void noSaOfTunnel2Changes() {
        assertThat(tunnels.view().of(ObservedPacket.Ike.class, tunnels.outside(2)))
                .filteredOn(ike -> !ike.time().isBefore(disturbed))
                .as("main mode, quick mode or Delete on tunnel 2")
                .noneMatch(ike ->
                        ike.message().header().exchange() != 5 || ike.label().matches(".*\\bD\\b.*"));
    }
}
