package io.vpntck.reference.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NatDeviceTest {
    private static final Instant T0 = Instant.parse("2018-09-01T00:00:00Z");
    private static final Ipv4Address HOST = Ipv4Address.of("10.9.0.2");
    private static final Ipv4Address PUBLIC = Ipv4Address.of("198.18.0.1");
    private static final Ipv4Address PEER = Ipv4Address.of("198.51.100.1");

    private final NatDevice nat = new NatDevice(PUBLIC, Duration.ofSeconds(30));

    @Test
    void replacesAddressAndPortAndRestoresThemInAnswers() throws Exception {
        Ipv4Packet out = only(nat.receive(NatDevice.INSIDE, udp(HOST, 500, PEER, 500), T0), IpNode.OUTSIDE);
        assertThat(out.source()).isEqualTo(PUBLIC);
        assertThat(out.timeToLive()).isEqualTo(63);
        assertThat(UdpDatagram.decode(out).sourcePort()).isEqualTo(40_001);

        Ipv4Packet in = only(nat.receive(IpNode.OUTSIDE, udp(PEER, 500, PUBLIC, 40_001), T0), NatDevice.INSIDE);
        assertThat(in.destination()).isEqualTo(HOST);
        assertThat(UdpDatagram.decode(in).destinationPort()).isEqualTo(500);
    }

    @Test
    void keepsAMappingOnlyWhileTheInsideSends() throws Exception {
        nat.receive(NatDevice.INSIDE, udp(HOST, 4500, PEER, 4500), T0);
        Instant just = T0.plusSeconds(29);
        assertThat(nat.receive(IpNode.OUTSIDE, udp(PEER, 4500, PUBLIC, 40_001), just))
                .hasSize(1);
        Instant late = T0.plusSeconds(30);
        assertThat(nat.receive(IpNode.OUTSIDE, udp(PEER, 4500, PUBLIC, 40_001), late))
                .isEmpty();
        Ipv4Packet again = only(nat.receive(NatDevice.INSIDE, udp(HOST, 4500, PEER, 4500), late), IpNode.OUTSIDE);
        assertThat(UdpDatagram.decode(again).sourcePort()).isEqualTo(40_002);
    }

    @Test
    void dropsWhatHasNoMappingOrNoPorts() {
        assertThat(nat.receive(IpNode.OUTSIDE, udp(PEER, 500, PUBLIC, 40_001), T0))
                .isEmpty();
        Ipv4Packet esp = Ipv4Packet.of(HOST, PEER, Ipv4Packet.ESP, Octets.zeros(40));
        assertThat(nat.receive(NatDevice.INSIDE, esp, T0)).isEmpty();
    }

    private static Ipv4Packet udp(Ipv4Address from, int fromPort, Ipv4Address to, int toPort) {
        Octets payload = new UdpDatagram(fromPort, toPort, Octets.ofUtf8("x")).encode(from, to);
        return Ipv4Packet.of(from, to, Ipv4Packet.UDP, payload);
    }

    private static Ipv4Packet only(List<IpNode.Emission> emissions, String link) {
        assertThat(emissions).singleElement().satisfies(e -> assertThat(e.link())
                .isEqualTo(link));
        return emissions.get(0).packet();
    }
}
