package io.vpntck.reference.esp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ikev1.RecordedEspKeys;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.vectors.ThirdPartyRecording;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic between third-party kernels, opened with the keys that our derivation gives, and sealed to the same octets. */
class RecordedTrafficTest {

    /** Counted by tshark as well, with the logged keys. Behind NAT every packet was captured on both sides. */
    @ParameterizedTest(name = "{0}: {1} SAs, {2} packets")
    @CsvSource({"STRONGSWAN_REKEY, 6, 84, 62, 22", "STRONGSWAN_NAT, 4, 136, 124, 12", "LIBRESWAN, 4, 52, 46, 6"})
    void opensEveryPacketAndSealsItAgain(ThirdPartyRecording which, int sas, int count, int tcp, int icmp)
            throws Exception {
        Map<Integer, EspKeys> bySpi = RecordedEspKeys.bySpi(which);
        assertThat(bySpi).hasSize(sas);
        List<Ipv4Packet> inner = new ArrayList<>();
        for (Octets octets : which.load().esp()) {
            EspPacket packet = EspPacket.decode(octets);
            EspKeys keys = bySpi.get(packet.spi());
            assertThat(packet.isAuthentic(keys)).as("ICV").isTrue();
            EspPacket.Content content = packet.open(keys);
            assertThat(content.nextHeader()).isEqualTo(Ipv4Packet.IPV4);
            Ipv4Packet ipv4 = Ipv4Packet.decode(content.data());
            assertThat(ipv4.encode()).as("the inner packet rewritten").isEqualTo(content.data());
            inner.add(ipv4);
            Octets iv = packet.body().first(keys.encryption().blockLength());
            assertThat(new EspSealer(keys).seal(packet.sequence(), iv, content))
                    .as("sealed again")
                    .isEqualTo(octets);
        }
        assertThat(inner).hasSize(count);
        assertThat(inner)
                .filteredOn(p -> p.protocol() == Ipv4Packet.TCP)
                .as("BGP")
                .hasSize(tcp);
        assertThat(inner)
                .filteredOn(p -> p.protocol() == Ipv4Packet.ICMP)
                .as("pings")
                .hasSize(icmp);
    }
}
