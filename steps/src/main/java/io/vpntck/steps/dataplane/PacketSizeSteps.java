package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which sizes of packets go through a tunnel whole. */
public final class PacketSizeSteps {
    /** IP and ICMP. */
    private static final int ECHO_HEADERS = 28;

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final World world;
    private final Tunnels tunnels;
    private final InnerTraffic traffic;
    private final Map<Integer, LanHost.Ping> bySize = new TreeMap<>();

    public PacketSizeSteps(World world, Tunnels tunnels, InnerTraffic traffic) {
        this.world = world;
        this.tunnels = tunnels;
        this.traffic = traffic;
    }

    private LanHost.Ping ping(Ipv4Address destination, int count, int packet, boolean dontFragment) {
        LanHost.Ping run = world.testbed()
                .gateway()
                .lanHost()
                .ping(destination, count, LIMIT, packet - ECHO_HEADERS, dontFragment);
        world.testbed().await(LIMIT, run::finished);
        return run;
    }

    @When("the LAN host pings the host in the VPC with packets of {int} and of {int} octets")
    public void theLanHostPingsWithBoth(int one, int other) {
        traffic.begin();
        for (int size : List.of(one, other)) {
            bySize.put(size, ping(traffic.vpcHost(), 1, size, false));
        }
    }

    @When(
            "the LAN host pings the AWS side's inside address of tunnel {int} with packets of {int} octets and of more up to 1500, DF set")
    public void theLanHostPingsTheInsideAddress(int tunnel, int first) {
        traffic.begin();
        for (int size : List.of(first, 1420, 1422, 1424, 1436, 1438, 1440, 1460, 1500)) {
            bySize.put(size, ping(tunnels.inside().get(tunnel - 1), 1, size, true));
        }
    }

    @Then("the packet of {int} octets went whole in an outer packet of {int} octets")
    public void wentWhole(int inner, int outer) {
        List<Integer> sizes = traffic.fromGateway().stream()
                .filter(p -> p.inner()
                        .filter(i -> i.totalLength() == inner && !i.isFragment())
                        .isPresent())
                .map(p -> p.packet().totalLength())
                .toList();
        assertThat(sizes).as("outer octets of inner packets of %d", inner).containsExactly(outer);
    }

    @Then("the packet of {int} octets went in fragments, none of them of more than {int} octets")
    public void wentInFragments(int whole, int most) {
        List<Ipv4Packet> inner = traffic.inner(traffic.lanHost(), traffic.vpcHost());
        assertThat(inner).as("inner packets").noneMatch(p -> p.totalLength() == whole);
        assertThat(inner.stream().filter(Ipv4Packet::isFragment))
                .as("fragments of the larger packet")
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(p -> p.totalLength() <= most);
    }

    @Then("the packet of {int} octets is answered")
    public void isAnswered(int octets) {
        assertThat(bySize.get(octets).received())
                .as("answers to %d octets", octets)
                .isEqualTo(1);
    }

    @Then("the largest packet that was answered is noted")
    public void theLargestIsNoted() {
        List<Integer> answered = bySize.entrySet().stream()
                .filter(e -> e.getValue().received() > 0)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(answered).as("sizes answered").isNotEmpty();
        world.log("answered with DF set: packets of " + answered + " octets");
    }

    /** Behind a NAT device 1,436 octets make an outer packet of more than 1,500; what a gateway does then is its own. */
    @Then(
            "it is noted whether the packet of {int} octets went in fragments, in one packet that was fragmented, or nowhere")
    public void itIsNotedHowItWent(int octets) {
        boolean split =
                traffic.inner(traffic.lanHost(), traffic.vpcHost()).stream().anyMatch(Ipv4Packet::isFragment);
        boolean fragmented = !traffic.outsideFragments().isEmpty();
        boolean answered = bySize.get(octets).received() > 0;
        assertThat(split && fragmented)
                .as("in fragments and fragmented after encryption")
                .isFalse();
        String way = split ? "in fragments" : fragmented ? "in one packet that was fragmented" : "nowhere";
        world.log("the packet of " + octets + " octets went " + way + (answered ? ", and was answered" : ""));
    }
}
