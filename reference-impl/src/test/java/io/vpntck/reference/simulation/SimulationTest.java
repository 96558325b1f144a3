package io.vpntck.reference.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Instant START = Instant.parse("2018-09-01T00:00:00Z");
    private static final Ipv4Address A = Ipv4Address.of("198.51.100.1");
    private static final Ipv4Address B = Ipv4Address.of("198.51.100.2");

    @Test
    void deliversAfterTheDelayOfTheSegment() {
        Simulation world = new Simulation(1, START, 100);
        Segment segment = world.segment("outside");
        segment.conditions(new Conditions(Duration.ofMillis(25), Duration.ZERO, 0, 0));
        Recorder a = new Recorder(A);
        Recorder b = new Recorder(B);
        world.attach(a, "eth", segment, Ipv4Prefix.host(A));
        world.attach(b, "eth", segment, Ipv4Prefix.host(B));
        world.send(a, List.of(a.packetTo(B, 7)));

        assertThat(world.await(Duration.ofMillis(24), () -> !b.heard.isEmpty())).isFalse();
        assertThat(world.await(Duration.ofMillis(1), () -> !b.heard.isEmpty())).isTrue();
        assertThat(b.heard).containsExactly("25 ms 07");
        assertThat(a.heard).isEmpty();
    }

    @Test
    void losesDuplicatesAndReordersAlikeForOneSeedAndNotForAnother() {
        List<String> once = hearOneHundred(42);
        assertThat(hearOneHundred(42)).isEqualTo(once);
        assertThat(hearOneHundred(43)).isNotEqualTo(once);
        List<String> payloads = once.stream().map(h -> h.split(" ")[2]).toList();
        assertThat(payloads.stream().distinct().count())
                .as("packets that arrived of 100, 30 %% lost")
                .isBetween(50L, 90L);
        assertThat(payloads)
                .as("jitter lets packets overtake")
                .isNotEqualTo(payloads.stream().sorted().toList());
    }

    private static List<String> hearOneHundred(long seed) {
        Simulation world = new Simulation(seed, START, 1000);
        Segment segment = world.segment("outside");
        segment.conditions(new Conditions(Duration.ofMillis(1), Duration.ofMillis(50), 0.3, 0));
        Recorder a = new Recorder(A);
        Recorder b = new Recorder(B);
        world.attach(a, "eth", segment, Ipv4Prefix.host(A));
        world.attach(b, "eth", segment, Ipv4Prefix.host(B));
        for (int i = 0; i < 100; i++) {
            world.send(a, List.of(a.packetTo(B, i)));
        }
        world.await(Duration.ofSeconds(1), () -> false);
        return b.heard;
    }

    @Test
    void fragmentsOnTheWayToANodeOnlyAndNotOnTheWayBack() {
        Simulation world = new Simulation(5, START, 100);
        Segment segment = world.segment("outside");
        Recorder a = new Recorder(A);
        Recorder b = new Recorder(B);
        world.attach(a, "eth", segment, Ipv4Prefix.host(A));
        world.attach(b, "eth", segment, Ipv4Prefix.host(B));
        segment.mtuTo(b, 600);
        Octets data = Octets.of(new byte[1000]);
        world.send(a, List.of(new IpNode.Emission("eth", Ipv4Packet.of(A, B, 253, data))));
        world.send(b, List.of(new IpNode.Emission("eth", Ipv4Packet.of(B, A, 253, data))));
        world.await(Duration.ofSeconds(1), () -> false);
        assertThat(b.heard).hasSize(2);
        assertThat(a.heard).hasSize(1);
    }

    @Test
    void sendsAPacketTwiceWhereAllAreDuplicated() {
        Simulation world = new Simulation(5, START, 100);
        Segment segment = world.segment("outside");
        segment.conditions(new Conditions(Duration.ofMillis(1), Duration.ZERO, 0, 1));
        Recorder a = new Recorder(A);
        Recorder b = new Recorder(B);
        world.attach(a, "eth", segment, Ipv4Prefix.host(A));
        world.attach(b, "eth", segment, Ipv4Prefix.host(B));
        world.send(a, List.of(a.packetTo(B, 7)));
        world.await(Duration.ofSeconds(1), () -> false);
        assertThat(b.heard).containsExactly("1 ms 07", "1 ms 07");
        assertThat(segment.seen()).hasSize(1);
    }

    @Test
    void showsTheTapWhatNobodyReceives() {
        Simulation world = new Simulation(1, START, 100);
        Segment segment = world.segment("outside");
        Recorder a = new Recorder(A);
        world.attach(a, "eth", segment, Ipv4Prefix.host(A));
        world.send(a, List.of(a.packetTo(Ipv4Address.of("10.0.0.1"), 7)));
        world.await(Duration.ofSeconds(1), () -> false);
        assertThat(segment.seen())
                .singleElement()
                .satisfies(seen -> assertThat(seen.packet().destination()).hasToString("10.0.0.1"));
    }

    @Test
    void failsWithItsSeedWhenANodeNeverRests() {
        Simulation world = new Simulation(77, START, 1_000_000);
        world.attach(new Restless(), "eth", world.segment("outside"));
        assertThatThrownBy(() -> world.await(Duration.ofSeconds(1), () -> false))
                .isInstanceOf(SimulationStalledException.class)
                .hasMessageStartingWith("seed 77: more than 5000 steps without time going on");
    }

    /** Writes down what reaches it. */
    private static final class Recorder implements IpNode {
        private final Ipv4Address address;
        private final List<String> heard = new ArrayList<>();

        Recorder(Ipv4Address address) {
            this.address = address;
        }

        Emission packetTo(Ipv4Address destination, int octet) {
            return new Emission("eth", Ipv4Packet.of(address, destination, 253, Octets.of(new byte[] {(byte) octet})));
        }

        @Override
        public List<Emission> receive(String link, Ipv4Packet packet, Instant now) {
            heard.add(Duration.between(START, now).toMillis() + " ms " + packet.payload());
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

    /** Always has something to do at once. */
    private static final class Restless implements IpNode {
        @Override
        public List<Emission> receive(String link, Ipv4Packet packet, Instant now) {
            return List.of();
        }

        @Override
        public List<Emission> tick(Instant now) {
            return List.of();
        }

        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(START);
        }
    }
}
