package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.glue.World;
import io.vpntck.steps.testbed.Wire;
import java.time.Duration;
import java.util.Optional;

/** A gateway whose address on the internet becomes another one. */
public final class AddressChangeSteps {
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final String CHANGED = "changed";

    private final World world;
    private final LanTraffic traffic;

    public AddressChangeSteps(World world, LanTraffic traffic) {
        this.world = world;
        this.traffic = traffic;
    }

    @When(
            "the gateway's address becomes {word} while the LAN host pings the host in the VPC, five times a second for {int} s")
    public void theAddressBecomes(String address, int seconds) {
        Ipv4Address registered = world.testbed().gateway().outsideAddress();
        Ipv4Address other = Ipv4Address.of(address);
        traffic.begin(5 * seconds);
        traffic.part("before", BEFORE);
        Wire wire = world.testbed().wire();
        wire.alter(
                p -> decode(p).source().equals(registered),
                o -> readdressed(o, Optional.of(other), Optional.empty()),
                0);
        wire.alter(
                p -> decode(p).destination().equals(other),
                o -> readdressed(o, Optional.empty(), Optional.of(registered)),
                0);
        traffic.part(CHANGED, Duration.ofSeconds(seconds).minus(BEFORE));
        traffic.end();
    }

    /** The packet with new addresses where they are given; the checksum of UDP takes them in. */
    private static Octets readdressed(Octets octets, Optional<Ipv4Address> source, Optional<Ipv4Address> destination) {
        try {
            Ipv4Packet packet = Ipv4Packet.decode(octets);
            Ipv4Address from = source.orElse(packet.source());
            Ipv4Address to = destination.orElse(packet.destination());
            Octets payload = packet.protocol() == Ipv4Packet.UDP
                    ? UdpDatagram.decode(packet).encode(from, to)
                    : packet.payload();
            return packet.readdressed(from, to, payload).encode();
        } catch (MalformedMessageException e) {
            return octets;
        }
    }

    private static Ipv4Packet decode(CapturedPacket captured) {
        try {
            return Ipv4Packet.decode(captured.packet());
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("the wire hands out whole packets", e);
        }
    }

    @Then("pings were answered before the change and none was after it")
    public void pingsEndWithTheChange() {
        assertThat(traffic.answered().get("before"))
                .as("pings answered before the change")
                .isPositive();
        assertThat(traffic.answered().get(CHANGED))
                .as("pings answered after it")
                .isZero();
    }
}
