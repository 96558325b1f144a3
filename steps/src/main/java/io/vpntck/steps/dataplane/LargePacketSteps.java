package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Reassembly;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Packets that are too large to go through a tunnel whole, or nearly. */
public final class LargePacketSteps {
    /** IP and ICMP. */
    private static final int ECHO_HEADERS = 28;

    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final World world;
    private final InnerTraffic traffic;
    private LanHost.Ping ping;

    public LargePacketSteps(World world, InnerTraffic traffic) {
        this.world = world;
        this.traffic = traffic;
    }

    private LanHost.Ping ping(Ipv4Address destination, int count, int packet, boolean dontFragment) {
        LanHost.Ping run = world.testbed()
                .gateway()
                .lanHost()
                .ping(destination, count, INTERVAL, packet - ECHO_HEADERS, dontFragment);
        world.testbed().await(LIMIT, run::finished);
        return run;
    }

    @When("the LAN host pings the host in the VPC with {int} packets of {int} octets, DF {word}")
    public void theLanHostPings(int count, int octets, String df) {
        traffic.begin();
        ping = ping(traffic.vpcHost(), count, octets, df.equals("set"));
    }

    @Then("all {int} packets are answered")
    public void allAreAnswered(int count) {
        assertThat(ping.received()).as("echo requests answered").isEqualTo(count);
    }

    @Then("none of the {int} packets is answered")
    public void noneIsAnswered(int count) {
        assertThat(ping.sent()).as("echo requests sent").isEqualTo(count);
        assertThat(ping.received()).as("echo requests answered").isZero();
    }

    @Then("the LAN host is told an MTU of {int} to {int} octets")
    public void theLanHostIsTold(int least, int most) {
        assertThat(ping.nextHopMtu()).as("next-hop MTU in ICMP type 3, code 4").isPresent();
        assertThat(ping.nextHopMtu().orElseThrow()).as("next-hop MTU").isBetween(least, most);
    }

    @Then("all {int} packets are answered, or the LAN host is told an MTU of {int} to {int} octets")
    public void answeredOrTold(int count, int least, int most) {
        boolean told =
                ping.nextHopMtu().filter(mtu -> mtu >= least && mtu <= most).isPresent();
        assertThat(ping.received() == count || told)
                .as("%d of %d answered, MTU told: %s", ping.received(), count, ping.nextHopMtu())
                .isTrue();
    }

    @Then("packets of the MTU that it is told are answered, DF set")
    public void packetsOfTheMtuAreAnswered() {
        int mtu = ping.nextHopMtu().orElseThrow();
        assertThat(ping(traffic.vpcHost(), 3, mtu, true).received())
                .as("echo requests of %d octets answered", mtu)
                .isEqualTo(3);
    }

    @Then("ESP to the AWS side has {int} octets at most, and none of it is a fragment")
    public void espFits(int most) {
        List<ObservedPacket.Esp> esp = traffic.fromGateway();
        assertThat(esp).as("ESP to the AWS side").isNotEmpty();
        esp.stream().filter(p -> p.packet().totalLength() > most).forEach(p -> world.notes()
                .breaks(p, "larger than " + most));
        assertThat(esp)
                .as("octets of each outer packet")
                .allMatch(p -> p.packet().totalLength() <= most && !p.packet().isFragment());
        assertThat(traffic.outsideFragments())
                .as("fragments on the outside network")
                .isEmpty();
    }

    @Then("each of the {int} packets went in as {int} fragments or more")
    public void wentInAsFragments(int packets, int fragments) {
        List<Ipv4Packet> inner = traffic.inner(traffic.lanHost(), traffic.vpcHost());
        assertThat(inner)
                .as("inner packets to the host in the VPC")
                .hasSizeGreaterThanOrEqualTo(packets * fragments)
                .allMatch(Ipv4Packet::isFragment);
        Reassembly reassembly = new Reassembly();
        assertThat(inner.stream().map(reassembly::add).flatMap(Optional::stream))
                .as("what they make")
                .hasSize(packets);
    }

    @Then("the host in the VPC got the fragments one by one, as they were in ESP")
    public void gotTheFragments() {
        List<Ipv4Packet> inner = traffic.inner(traffic.lanHost(), traffic.vpcHost());
        assertThat(traffic.arrivedInVpc().stream().map(p -> p.withTimeToLive(0)))
                .as("what came to the host in the VPC")
                .containsExactlyElementsOf(
                        inner.stream().map(p -> p.withTimeToLive(0)).toList());
    }
}
