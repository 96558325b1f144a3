package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Both tunnels from the first message to the last, as a firewall before the gateway sees them. */
public final class WholeLifeSteps {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Destination Unreachable, Source Quench, Redirect, Time Exceeded, Parameter Problem (RFC 792). */
    private static final Set<Integer> ICMP_ERRORS = Set.of(3, 4, 5, 11, 12);

    private final World world;
    private final Tunnels tunnels;
    private final InnerTraffic traffic;

    public WholeLifeSteps(World world, Tunnels tunnels, InnerTraffic traffic) {
        this.world = world;
        this.tunnels = tunnels;
        this.traffic = traffic;
    }

    @When(
            "the LAN host pings the host in the VPC and both inside addresses for {int} s, is silent for {int} s, and the gateway is stopped")
    public void aWholeLife(int busy, int silent) {
        LanHost host = world.testbed().gateway().lanHost();
        tunnels.inside().forEach(inside -> host.ping(inside, busy, SECOND));
        host.ping(traffic.vpcHost(), busy, SECOND);
        world.testbed().pass(Duration.ofSeconds(busy + silent));
        world.testbed().gateway().stop();
        world.testbed().pass(Duration.ofSeconds(5));
    }

    @Then("UDP from port {int} to port {int}, ESP and ICMP errors are all that went between the outside addresses")
    public void nothingElseWasNeeded(int from, int to) {
        List<Ipv4Address> aws = tunnels.outside();
        List<ObservedPacket> between = tunnels.view().packets().stream()
                .filter(p -> aws.contains(p.source()) || aws.contains(p.destination()))
                .toList();
        assertThat(between).as("ESP").anyMatch(p -> p.packet().protocol() == Ipv4Packet.ESP);
        assertThat(between.stream().map(ObservedPacket::packet).filter(p -> !isNeeded(p, from, to)))
                .as("other packets between the outside addresses")
                .isEmpty();
    }

    private static boolean isNeeded(Ipv4Packet packet, int from, int to) {
        return switch (packet.protocol()) {
            case Ipv4Packet.ESP -> true;
            case Ipv4Packet.UDP -> isBetween(packet, from, to);
            case Ipv4Packet.ICMP -> ICMP_ERRORS.contains(packet.payload().at(0));
            default -> false;
        };
    }

    private static boolean isBetween(Ipv4Packet packet, int from, int to) {
        try {
            UdpDatagram datagram = UdpDatagram.decode(packet);
            return datagram.sourcePort() == from && datagram.destinationPort() == to;
        } catch (MalformedMessageException e) {
            return false;
        }
    }
}
