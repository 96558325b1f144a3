package io.vpntck.reference.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.IcmpFragmentationNeeded;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.simulation.Conditions;
import io.vpntck.reference.simulation.Segment;
import io.vpntck.reference.simulation.SimulatedHost;
import io.vpntck.reference.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostTest {
    private static final Ipv4Address A = Ipv4Address.of("10.0.0.1");
    private static final Ipv4Address B = Ipv4Address.of("10.0.0.2");

    private final Simulation world = new Simulation(7, Instant.EPOCH, 1_000_000);
    private final Segment segment = world.segment("lan");
    private final SimulatedHost a = new SimulatedHost(A, IpNode.LAN);
    private final SimulatedHost b = new SimulatedHost(B, IpNode.LAN);

    @BeforeEach
    void attach() {
        world.attach(a, IpNode.LAN, segment, Ipv4Prefix.host(A));
        world.attach(b, IpNode.LAN, segment, Ipv4Prefix.host(B));
    }

    @Test
    void answersAPingThatCameInFragments() {
        EchoRun run = a.ping(B, 2, Duration.ofSeconds(1), 4000, world.now());
        assertThat(world.await(Duration.ofSeconds(3), run::finished)).isTrue();
        assertThat(b.host().arrived()).hasSize(6).allMatch(arrival -> arrival.packet()
                .isFragment());
    }

    @Test
    void sendsNothingThatIsLargerThanItsLinkWithDontFragment() {
        EchoRun run = a.host().ping(new EchoRun.Spec(B, 1, Duration.ofSeconds(1), 1473, true), world.now());
        world.await(Duration.ofSeconds(2), run::finished);
        assertThat(segment.seen()).isEmpty();
    }

    @Test
    void learnsTheMtuThatARouterTells() {
        EchoRun run = a.host().ping(new EchoRun.Spec(B, 1, Duration.ofSeconds(1), 1400, true), world.now());
        Ipv4Packet request = a.host().tick(world.now()).get(0);
        Ipv4Packet error = IcmpFragmentationNeeded.about(request, 1280, B).orElseThrow();
        a.host().receive(error, world.now());
        assertThat(run.nextHopMtu()).contains(1280);
    }

    @Test
    void movesOctetsBothWaysInFullSegments() {
        b.host().serve(80, 200_000);
        TcpTransfer transfer = a.host().transfer(B, 80, 100_000);
        assertThat(world.await(Duration.ofSeconds(10), () -> transfer.sentAll() && transfer.received() == 200_000))
                .isTrue();
        assertThat(transfer.garbled()).isFalse();
        assertThat(segment.seen()).anyMatch(seen -> seen.packet().totalLength() == 1500);
    }

    @Test
    void movesOctetsInSpiteOfLossAndReordering() {
        segment.conditions(new Conditions(Duration.ofMillis(5), Duration.ofMillis(20), 0.05, 0.05));
        b.host().serve(80, 50_000);
        TcpTransfer transfer = a.host().transfer(B, 80, 50_000);
        assertThat(world.await(Duration.ofMinutes(10), () -> transfer.sentAll() && transfer.received() == 50_000))
                .isTrue();
        assertThat(transfer.garbled()).isFalse();
    }

    @Test
    void sendsSmallerSegmentsOnceARouterRefusesOne() {
        b.host().serve(80, 0);
        TcpTransfer transfer = a.host().transfer(B, 80, 5_000);
        world.await(Duration.ofSeconds(1), () -> segment.seen().stream()
                .anyMatch(s -> s.packet().totalLength() == 1500));
        Ipv4Packet large = segment.seen().stream()
                .map(Segment.Seen::packet)
                .filter(p -> p.totalLength() == 1500)
                .findFirst()
                .orElseThrow();
        int before = segment.seen().size();
        a.host().receive(IcmpFragmentationNeeded.about(large, 1000, B).orElseThrow(), world.now());
        assertThat(world.await(Duration.ofSeconds(5), transfer::sentAll)).isTrue();
        List<Segment.Seen> after = segment.seen().subList(before, segment.seen().size());
        assertThat(after).noneMatch(s -> s.packet().totalLength() > 1000);
    }

    @Test
    void givesUpWhereNobodyListens() {
        TcpTransfer transfer = a.host().transfer(B, 81, 10);
        world.await(Duration.ofMinutes(2), () -> false);
        assertThat(transfer.sentAll()).isFalse();
        assertThat(segment.seen()).hasSizeLessThan(40);
    }
}
