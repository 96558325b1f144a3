package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.OtherVpc;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The way of packets from one site to another: out of a tunnel of the one, and into a tunnel of the other. */
public final class HubTrafficSteps {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final World world;
    private final Tunnels tunnels;
    private final AllSites sites;
    private final OtherVpc otherVpc;
    private Instant begun;

    public HubTrafficSteps(World world, Tunnels tunnels, AllSites sites, OtherVpc otherVpc) {
        this.world = world;
        this.tunnels = tunnels;
        this.sites = sites;
        this.otherVpc = otherVpc;
    }

    @When("the LAN host pings the LAN host of site 2 {int} times, with {int} octets of data")
    public void pings(int count, int octets) {
        begun = world.testbed().now();
        LanHost.Ping ping = world.testbed().gateway().lanHost().ping(sites.host(2), count, INTERVAL, octets);
        world.testbed().await(LIMIT, ping::finished);
    }

    @Then(
            "all {int} requests went into a tunnel of the gateway and came out of one of site 2, their time to live one less")
    public void requestsWent(int count) {
        requireForwarded(1, 2, count);
    }

    @Then(
            "all {int} replies went into a tunnel of site 2 and came out of one of the gateway, their time to live one less")
    public void repliesWent(int count) {
        requireForwarded(2, 1, count);
    }

    private void requireForwarded(int from, int to, int count) {
        List<Ipv4Packet> into = packets(from, to, from, true);
        List<Ipv4Packet> out = packets(from, to, to, false);
        assertThat(into).as("packets in ESP of site %d", from).hasSize(count);
        assertThat(out).as("packets in ESP to site %d", to).hasSize(count);
        for (int i = 0; i < count; i++) {
            Ipv4Packet before = into.get(i);
            Ipv4Packet after = out.get(i);
            assertThat(Objects.equals(after.payload(), before.payload()))
                    .as("whether packet %d is the same", i)
                    .isTrue();
            assertThat(after.timeToLive()).as("time to live of packet %d", i).isEqualTo(before.timeToLive() - 1);
        }
    }

    /** What one LAN host sent to another, in ESP between the gateway of {@code site} and the AWS side. */
    private List<Ipv4Packet> packets(int from, int to, int site, boolean towardsAws) {
        List<Ipv4Address> aws = sites.outside(site);
        return tunnels.view().all(ObservedPacket.Esp.class).stream()
                .filter(esp -> !esp.time().isBefore(begun))
                .filter(esp -> aws.contains(towardsAws ? esp.destination() : esp.source()))
                .flatMap(esp -> esp.inner().stream())
                .filter(inner -> inner.source().equals(sites.host(from)))
                .filter(inner -> inner.destination().equals(sites.host(to)))
                .toList();
    }

    @Then("all {int} requests came out of a tunnel of the second gateway")
    public void cameOutOfTheSecond(int count) {
        Ipv4Address host = Ipv4Address.of(world.vpcHost());
        assertThat(tunnels.view().all(ObservedPacket.Esp.class).stream()
                        .filter(esp -> sites.outside(2).contains(esp.source()))
                        .flatMap(esp -> esp.inner().stream())
                        .filter(inner -> inner.source().equals(host)))
                .as("packets of the host in the VPC in ESP to the second gateway")
                .hasSize(count);
    }

    @Then("nothing came to the host in the other VPC")
    public void nothingCame() {
        assertThat(otherVpc.arrived())
                .as("packets that came to the host in the other VPC")
                .isEmpty();
    }
}
