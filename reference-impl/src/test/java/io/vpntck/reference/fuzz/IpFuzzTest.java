package io.vpntck.reference.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vpntck.reference.ip.Fragmentation;
import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Reassembly;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.Octets;
import java.util.List;
import java.util.Optional;

/** IPv4, UDP, ICMP, fragments: what comes off the network before any key is known. */
class IpFuzzTest {
    private static final Ipv4Address FROM = Ipv4Address.of("198.51.100.10");
    private static final Ipv4Address TO = Ipv4Address.of("198.51.100.129");

    @FuzzTest
    void packet(byte[] data) {
        try {
            Ipv4Packet packet = Ipv4Packet.decode(Octets.of(data));
            assertThat(Ipv4Packet.decode(packet.encode())).isEqualTo(packet);
            assertThat(packet.totalLength()).isLessThanOrEqualTo(data.length);
            if (!packet.isFragment()) {
                comesOutOfItsFragments(packet);
            }
            inside(packet);
        } catch (MalformedMessageException e) {
            assertThat(e.field()).isNotBlank();
        }
    }

    private static void comesOutOfItsFragments(Ipv4Packet packet) {
        List<Ipv4Packet> fragments = Fragmentation.fit(packet, 576);
        Reassembly reassembly = new Reassembly();
        Optional<Ipv4Packet> whole = Optional.empty();
        for (Ipv4Packet fragment : fragments) {
            assertThat(fragment.totalLength()).isLessThanOrEqualTo(576);
            whole = reassembly.add(fragment);
        }
        if (!fragments.isEmpty()) {
            assertThat(whole).contains(packet);
        }
    }

    private static void inside(Ipv4Packet packet) {
        try {
            if (packet.protocol() == Ipv4Packet.UDP) {
                UdpDatagram udp = UdpDatagram.decode(packet);
                Ipv4Packet again = packet.readdressed(
                        packet.source(), packet.destination(), udp.encode(packet.source(), packet.destination()));
                assertThat(UdpDatagram.decode(again)).isEqualTo(udp);
            } else if (packet.protocol() == Ipv4Packet.ICMP) {
                IcmpEcho.answerTo(packet).ifPresent(answer -> assertThat(answer.totalLength())
                        .isLessThanOrEqualTo(packet.totalLength()));
                IcmpEcho echo = IcmpEcho.decode(packet);
                assertThat(echo.encode().length()).isEqualTo(packet.payload().length());
            }
        } catch (MalformedMessageException e) {
            assertThat(e.field()).isNotBlank();
        }
    }

    /** Fragments of any place and length: two octets of identification, flags and place, two of length, in a row. */
    @FuzzTest
    void reassembly(byte[] data) {
        Reassembly reassembly = new Reassembly();
        OctetReader in = Octets.of(data).reader();
        try {
            while (in.remaining() >= 5) {
                int identification = in.uint8("identification");
                int flagsAndOffset = in.uint16("flags and offset");
                int length = in.uint16("length") % 65_516;
                Ipv4Packet fragment = new Ipv4Packet(
                        0,
                        identification,
                        false,
                        (flagsAndOffset & 0x2000) != 0,
                        flagsAndOffset & 0x1fff,
                        64,
                        Ipv4Packet.UDP,
                        FROM,
                        TO,
                        Octets.EMPTY,
                        Octets.zeros(length));
                reassembly.add(fragment).ifPresent(whole -> assertThat(whole.isFragment())
                        .isFalse());
            }
        } catch (MalformedMessageException e) {
            throw new AssertionError("five octets were there", e);
        }
    }
}
