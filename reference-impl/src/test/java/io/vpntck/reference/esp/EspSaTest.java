package io.vpntck.reference.esp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EspSaTest {
    private static final EspKeys KEYS = new EspKeys(
            0x4711,
            EncryptionAlgorithm.AES_128_CBC,
            IntegrityAlgorithm.HMAC_SHA1_96,
            Octets.ofHex("90d382b410eeba7ad938c46cec1a82bf"),
            Octets.ofHex("0123456789abcdef0123456789abcdef01234567"));

    private final OutboundSa outbound = new OutboundSa(KEYS, Octets::zeros);
    private final InboundSa inbound = new InboundSa(KEYS);

    private static Ipv4Packet inner(int length) {
        return Ipv4Packet.of(Ipv4Address.of("10.20.0.10"), Ipv4Address.of("10.0.1.10"), 253, Octets.zeros(length));
    }

    private EspPacket next() throws MalformedMessageException {
        return EspPacket.decode(outbound.protect(inner(11)).orElseThrow());
    }

    /** Case 4 of RFC 3602, section 4: AES-128-CBC over 64 octets, here as the cipher of ESP uses it. */
    @Test
    void agreesWithRfc3602() {
        Octets plain = Octets.ofHex("a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf"
                + "c0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf");
        Octets cipher = EncryptionAlgorithm.AES_128_CBC.encrypt(
                Octets.ofHex("56e47a38c5598974bc46903dba290349"),
                Octets.ofHex("8ce82eefbea0da3c44699ed7db51b7d9"),
                plain);
        assertThat(cipher.toHex())
                .isEqualTo("c30e32ffedc0774e6aff6af0869f71aa0f3af07a9a31a9c684db207eb0ef8e4e"
                        + "35907aa632c3ffdf868bb7b29d3d46ad83ce9f9a102ee99d49a53e87f4c3da55");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 11, 12, 13, 14, 100, 1400})
    void carriesAPacketOfAnyLength(int length) throws Exception {
        EspPacket packet = EspPacket.decode(outbound.protect(inner(length)).orElseThrow());
        assertThat(inbound.receive(packet).inner()).contains(inner(length));
    }

    @Test
    void countsFromOne() throws Exception {
        assertThat(next().sequence()).isEqualTo(1);
        assertThat(next().sequence()).isEqualTo(2);
    }

    /** RFC 4303, section 3.3.3: the counter must not cycle. */
    @Test
    void sendsNothingAfterTheLastNumber() throws Exception {
        OutboundSa old = new OutboundSa(KEYS, Octets::zeros, 0xffff_fffdL);
        assertThat(EspPacket.decode(old.protect(inner(11)).orElseThrow()).sequence())
                .isEqualTo(4_294_967_294L);
        EspPacket last = EspPacket.decode(old.protect(inner(12)).orElseThrow());
        assertThat(last.sequence()).isEqualTo(4_294_967_295L);
        assertThat(old.protect(inner(13))).isEmpty();
        assertThat(old.protect(inner(14))).isEmpty();
        assertThat(inbound.receive(last).inner()).contains(inner(12));
    }

    /** The clear text is laid out where the packet before it lay. */
    @Test
    void leavesNothingOfAPacketInTheNext() throws Exception {
        for (int length : new int[] {1_400, 1, 3_000, 20, 0}) {
            EspPacket packet = EspPacket.decode(outbound.protect(inner(length)).orElseThrow());
            assertThat(inbound.receive(packet).inner()).contains(inner(length));
        }
    }

    @Test
    void dropsAReplay() throws Exception {
        EspPacket packet = next();
        assertThat(inbound.receive(packet).inner()).isPresent();
        assertThat(inbound.receive(packet).reason()).isEqualTo("replay of sequence number 1");
    }

    @Test
    void dropsEveryPacketWithAFlippedBit() throws Exception {
        EspPacket packet = next();
        for (int i = 0; i < packet.body().length(); i++) {
            EspPacket forged = new EspPacket(
                    packet.spi(),
                    packet.sequence(),
                    packet.body().with(i, packet.body().at(i) ^ 1));
            assertThat(inbound.receive(forged).reason()).isEqualTo("wrong ICV");
        }
        assertThat(inbound.receive(packet).inner())
                .as("the honest packet after them")
                .isPresent();
    }

    @Test
    void aForgedHighNumberDoesNotMoveTheWindow() throws Exception {
        EspPacket honest = next();
        EspPacket forged = new EspPacket(honest.spi(), 1L << 20, honest.body());
        assertThat(inbound.receive(forged).reason()).isEqualTo("wrong ICV");
        assertThat(inbound.receive(honest).inner()).isPresent();
    }

    @Test
    void dropsEveryTruncation() throws Exception {
        EspPacket packet = next();
        for (int length = 0; length < packet.body().length(); length++) {
            EspPacket cut =
                    new EspPacket(packet.spi(), packet.sequence(), packet.body().first(length));
            assertThat(inbound.receive(cut).inner()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000", "00000000aabbcc"})
    void tooShortADatagramIsNothing(String hex) {
        assertThat(UdpEncapsulation.of(Octets.ofHex(hex))).isEqualTo(UdpEncapsulation.MALFORMED);
    }

    @Test
    void tellsApartWhatPort4500Carries() {
        assertThat(UdpEncapsulation.of(Octets.ofHex("ff"))).isEqualTo(UdpEncapsulation.KEEPALIVE);
        assertThat(UdpEncapsulation.of(Octets.ofHex("0000000001020304"))).isEqualTo(UdpEncapsulation.IKE);
        assertThat(UdpEncapsulation.of(Octets.ofHex("0000010000000001"))).isEqualTo(UdpEncapsulation.ESP);
    }
}
