package io.vpntck.steps.testbed.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.simulation.Segment;
import io.vpntck.reference.simulation.Simulation;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.testbed.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedWireTest {
    private static final Ipv4Address FROM = Ipv4Address.of("198.51.100.10");
    private static final Ipv4Address TO = Ipv4Address.of("198.51.100.129");

    private final Simulation world = new Simulation(1, Instant.EPOCH, 1_000);
    private final Segment outside = world.segment("outside");
    private final Wire wire = new SimulatedWire(world, outside);
    private final Node sender = new Node();
    private final Node receiver = new Node();

    @BeforeEach
    void attach() {
        world.attach(sender, IpNode.OUTSIDE, outside, Ipv4Prefix.host(FROM));
        world.attach(receiver, IpNode.OUTSIDE, outside, Ipv4Prefix.host(TO));
    }

    @Test
    void losesAsManyAsItWasTold() {
        wire.drop(packet -> true, 2);
        sendAll(packet(1), packet(2), packet(3));
        assertThat(receiver.got).containsExactly(packet(3));
        assertThat(outside.seen()).as("what the capture shows").hasSize(3);
    }

    @Test
    void losesAllUntilItIsHealed() {
        wire.drop(packet -> packet.packet().at(20) == 2, 0);
        sendAll(packet(2), packet(1), packet(2));
        assertThat(receiver.got).containsExactly(packet(1));
        wire.heal();
        sendAll(packet(2));
        assertThat(receiver.got).containsExactly(packet(1), packet(2));
    }

    @Test
    void changesWhatGoesOn() {
        wire.alter(packet -> true, octets -> packet(9).encode(), 1);
        sendAll(packet(1), packet(2));
        assertThat(receiver.got).containsExactly(packet(9), packet(2));
    }

    @Test
    void losesWhatNoRouterCanRead() {
        wire.alter(packet -> true, octets -> octets.first(10), 1);
        sendAll(packet(1));
        assertThat(receiver.got).isEmpty();
    }

    @Test
    void putsForgedPacketsOnTheNetwork() {
        wire.inject(packet(7).encode());
        world.await(Duration.ofSeconds(1), () -> false);
        assertThat(receiver.got).containsExactly(packet(7));
        assertThatThrownBy(() -> wire.inject(Octets.zeros(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no IPv4 packet");
    }

    private void sendAll(Ipv4Packet... packets) {
        for (Ipv4Packet packet : packets) {
            world.send(sender, List.of(new IpNode.Emission(IpNode.OUTSIDE, packet)));
        }
        world.await(Duration.ofSeconds(1), () -> false);
    }

    private static Ipv4Packet packet(int mark) {
        return Ipv4Packet.of(FROM, TO, Ipv4Packet.ESP, Octets.of(new byte[] {(byte) mark}));
    }

    private static final class Node implements IpNode {
        private final List<Ipv4Packet> got = new ArrayList<>();

        @Override
        public List<Emission> receive(String link, Ipv4Packet packet, Instant now) {
            got.add(packet);
            return List.of();
        }

        @Override
        public List<Emission> tick(Instant now) {
            return List.of();
        }

        @Override
        public Optional<Instant> wakeAt() {
            return Optional.empty();
        }
    }
}
