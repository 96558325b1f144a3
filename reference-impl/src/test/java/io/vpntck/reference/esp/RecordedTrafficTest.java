package io.vpntck.reference.esp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.vectors.Recording;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic between third-party daemons, decrypted with the keys that they logged. */
class RecordedTrafficTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "strongswan-main-quick-bgp-rekey, initiator, AES_128_CBC, HMAC_SHA1_96",
        "strongswan-nat-aes256-sha256-modp2048, initiator, AES_256_CBC, HMAC_SHA2_256_128",
        "libreswan-to-strongswan-modp2048, responder, AES_128_CBC, HMAC_SHA1_96"
    })
    void decryptsEveryPacket(String name, String side, EncryptionAlgorithm encryption, IntegrityAlgorithm integrity)
            throws Exception {
        Recording recording = Recording.of(name + ".pcap", name + "." + side + ".log");
        List<EspKeys> sas = new ArrayList<>();
        for (String end : List.of("initiator", "responder")) {
            List<Octets> ciphers = recording.logged("encryption " + end + " key");
            List<Octets> macs = recording.logged("integrity " + end + " key");
            for (int i = 0; i < ciphers.size(); i++) {
                sas.add(new EspKeys(0, encryption, integrity, ciphers.get(i), macs.get(i)));
            }
        }
        List<Ipv4Packet> inner = new ArrayList<>();
        int packets = 0;
        for (Ipv4Packet packet : recording.packets()) {
            Optional<Octets> esp = esp(packet);
            if (esp.isPresent()) {
                packets++;
                inner.add(open(EspPacket.decode(esp.get()), sas));
            }
        }
        assertThat(packets).isGreaterThan(20);
        assertThat(inner.stream().map(Ipv4Packet::protocol).collect(Collectors.toSet()))
                .as("BGP over TCP and pings")
                .contains(Ipv4Packet.TCP, Ipv4Packet.ICMP);
        assertThat(inner.stream().map(p -> p.source().toString()))
                .anyMatch(source -> source.equals("10.20.0.10") || source.equals("10.21.0.10"))
                .anyMatch(source -> source.startsWith("169.254."));
    }

    private static Ipv4Packet open(EspPacket packet, List<EspKeys> sas) throws MalformedMessageException {
        List<EspKeys> fitting =
                sas.stream().filter(packet::isAuthentic).distinct().toList();
        assertThat(fitting).as("SAs whose key gives the ICV").hasSize(1);
        EspPacket.Content content = packet.open(fitting.get(0));
        assertThat(content.nextHeader()).isEqualTo(4);
        return Ipv4Packet.decode(content.data());
    }

    private static Optional<Octets> esp(Ipv4Packet packet) throws MalformedMessageException {
        if (packet.isFragment()) {
            return Optional.empty();
        }
        if (packet.protocol() == Ipv4Packet.ESP) {
            return Optional.of(packet.payload());
        }
        if (packet.protocol() != Ipv4Packet.UDP) {
            return Optional.empty();
        }
        UdpDatagram udp = UdpDatagram.decode(packet);
        boolean nat = udp.destinationPort() == 4500 || udp.sourcePort() == 4500;
        return nat && UdpEncapsulation.of(udp.payload()) == UdpEncapsulation.ESP
                ? Optional.of(udp.payload())
                : Optional.empty();
    }
}
