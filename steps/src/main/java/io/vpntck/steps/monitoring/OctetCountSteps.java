package io.vpntck.steps.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.Configuration;
import io.vpntck.steps.glue.Sites;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;

/** The octets that CloudWatch counts, against those of the inner packets that the capture shows. */
public final class OctetCountSteps {
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final World world;
    private final Stage stage;
    private final Sites sites;
    private final Metrics metrics;
    private final CurrentPeriod period;

    public OctetCountSteps(World world, Stage stage, Sites sites, Metrics metrics, CurrentPeriod period) {
        this.world = world;
        this.stage = stage;
        this.sites = sites;
        this.metrics = metrics;
        this.period = period;
    }

    @Given("a period of five minutes has begun")
    public void hasBegun() {
        period.begin();
    }

    @When(
            "in a period of five minutes, the LAN host pings the host in the VPC {int} times with {int} octets of data, and the host in the VPC pings the LAN host {int} times")
    public void bothPing(int fromLan, int octets, int fromVpc) {
        period.begin();
        LanHost host = world.testbed().gateway().lanHost();
        LanHost.Ping ping = host.ping(vpcHost(), fromLan, INTERVAL, octets);
        world.testbed().lab().pingFromVpcHost(world.vpcId(), vpcHost(), host.address(), fromVpc);
        world.testbed().await(LIMIT, ping::finished);
        period.finish();
    }

    @When(
            "in a period of five minutes, the LAN host pings the host in the VPC {int} times, and that of site 2 {int} times")
    public void bothSitesPing(int first, int second) {
        period.begin();
        List<LanHost.Ping> pings = List.of(
                world.testbed().gateway().lanHost().ping(vpcHost(), first, INTERVAL),
                world.testbed().site(2).lanHost().ping(vpcHost(), second, INTERVAL));
        world.testbed().await(LIMIT, () -> pings.stream().allMatch(LanHost.Ping::finished));
        period.finish();
    }

    @When("in a period of five minutes, the LAN host pings the AWS side's inside address of each tunnel {int} times")
    public void pingInside(int count) {
        period.begin();
        List<LanHost.Ping> pings = Configuration.of(stage.connection()).awsInsideAddresses().stream()
                .map(inside -> world.testbed().gateway().lanHost().ping(Ipv4Address.of(inside), count, INTERVAL))
                .toList();
        world.testbed().await(LIMIT, () -> pings.stream().allMatch(LanHost.Ping::finished));
        period.finish();
    }

    private Ipv4Address vpcHost() {
        return Ipv4Address.of(world.vpcHost());
    }

    /** Of the scenario's connection, then of the other sites'. */
    private List<Ipv4Address> outside() {
        List<Ipv4Address> all = new ArrayList<>(Configuration.of(stage.connection()).outsideAddresses().stream()
                .map(Ipv4Address::of)
                .toList());
        sites.all().forEach(site -> all.addAll(site.outside()));
        return all;
    }

    @Then(
            "the Sum of {word} of each tunnel in it is what its packets in ESP held, octet for octet, {int} or more in all")
    public void isWhatTheyHeld(String name, int least) {
        OutsideView view =
                OutsideView.of(world.testbed().outsideCapture(), world.testbed().lab());
        long all = 0;
        for (Ipv4Address tunnel : outside()) {
            long held = held(view, tunnel, name.equals("TunnelDataIn"));
            Datapoint point = period.ofTunnel(name, tunnel);
            assertThat(point.sum()).as("Sum of %s of %s", name, tunnel).isEqualTo((double) held);
            all += held;
        }
        assertThat(all).as("octets of all tunnels").isGreaterThanOrEqualTo(least);
        world.log("%s: %d octets, as many as the capture shows".formatted(name, all));
    }

    @Then("the Sum of {word} of the connection in it is that of both its tunnels, with octets in each")
    public void isThatOfBothTunnels(String name) {
        double both = 0;
        for (String tunnel : metrics.outsideAddresses()) {
            double sum = period.ofTunnel(name, Ipv4Address.of(tunnel)).sum();
            assertThat(sum).as("Sum of %s of %s", name, tunnel).isPositive();
            both += sum;
        }
        assertThat(period.point(name, metrics.connection()).sum())
                .as("Sum of %s of the connection", name)
                .isEqualTo(both);
    }

    /** The octets of what went through a tunnel in the period; {@code in} to the AWS side, otherwise away from it. */
    private long held(OutsideView view, Ipv4Address tunnel, boolean in) {
        return view.of(ObservedPacket.Esp.class, tunnel).stream()
                .filter(packet -> period.holds(packet.time()))
                .filter(packet -> (in ? packet.destination() : packet.source()).equals(tunnel))
                .flatMap(packet -> packet.inner().stream())
                .mapToLong(Ipv4Packet::totalLength)
                .sum();
    }
}
