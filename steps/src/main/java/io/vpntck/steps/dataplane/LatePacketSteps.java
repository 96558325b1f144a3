package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.Set;

/** A packet that others overtake on the way to the gateway. */
public final class LatePacketSteps {
    private static final Duration INTERVAL = Duration.ofMillis(10);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration ARRIVES = Duration.ofSeconds(1);

    private final World world;
    private final Tunnels tunnels;
    private final InnerTraffic traffic;
    private LanHost.Ping ping;

    public LatePacketSteps(World world, Tunnels tunnels, InnerTraffic traffic) {
        this.world = world;
        this.tunnels = tunnels;
        this.traffic = traffic;
    }

    @When("an echo reply of the host in the VPC comes to the gateway {int} packets late")
    public void anEchoReplyComesLate(int late) {
        traffic.begin();
        Set<Ipv4Address> aws = Set.copyOf(tunnels.outside());
        world.testbed().wire().drop(packet -> isEspFrom(packet, aws), 1);
        ping = world.testbed().gateway().lanHost().ping(traffic.vpcHost(), late + 1, INTERVAL);
        world.testbed().await(LIMIT, () -> ping.received() >= late);
        ObservedPacket.Esp first = traffic.fromAws().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no ESP came from the AWS side"));
        world.testbed().wire().inject(first.packet().encode());
        world.testbed().pass(ARRIVES);
    }

    private static boolean isEspFrom(CapturedPacket captured, Set<Ipv4Address> sources) {
        Ipv4Packet packet = MadePackets.decoded(captured.packet());
        return packet.protocol() == Ipv4Packet.ESP && sources.contains(packet.source());
    }

    @Then("the late one has arrived with the others")
    public void theLateOneHasArrived() {
        assertThat(ping.received()).as("echo replies at the LAN host").isEqualTo(ping.sent());
    }

    @Then("all but the late one have arrived")
    public void theLateOneHasNotArrived() {
        assertThat(ping.received()).as("echo replies at the LAN host").isEqualTo(ping.sent() - 1);
    }
}
