package io.vpntck.reference.esp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EspDropReasonTest {
    private static final EspKeys KEYS = new EspKeys(
            0x4711,
            EncryptionAlgorithm.AES_256_CBC,
            IntegrityAlgorithm.HMAC_SHA2_256_128,
            Octets.zeros(32),
            Octets.zeros(32));
    private static final Octets IV = Octets.zeros(16);
    private static final Ipv4Packet INNER =
            Ipv4Packet.of(Ipv4Address.of("10.20.0.10"), Ipv4Address.of("10.0.1.10"), 253, Octets.zeros(10));

    private final InboundSa inbound = new InboundSa(KEYS);

    /** An authentic packet around these octets, whatever they are. */
    private static EspPacket authentic(long sequence, Octets body) {
        Octets icv = KEYS.integrity()
                .icv(
                        KEYS.integrityKey(),
                        new OctetWriter()
                                .int32(KEYS.spi())
                                .uint32(sequence)
                                .octets(body)
                                .toOctets());
        return new EspPacket(KEYS.spi(), sequence, Octets.concat(body, icv));
    }

    private static EspPacket around(long sequence, Octets clear) {
        return authentic(sequence, Octets.concat(IV, KEYS.encryption().encrypt(KEYS.encryptionKey(), IV, clear)));
    }

    private static Octets padded(Octets data, String trailerHex) {
        return Octets.concat(data, Octets.ofHex(trailerHex));
    }

    private void assertDropped(EspPacket packet, EspDropReason reason, boolean authentic) {
        InboundSa.Outcome outcome = inbound.receive(packet);
        assertThat(outcome.drop()).contains(reason);
        assertThat(outcome.inner()).isEmpty();
        assertThat(outcome.authentic()).isEqualTo(authentic);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "too long a padding, ffffff0100000000ffffffffffffff04, WRONG_PADDING",
        "longer than all,    ffffffffffffffffffffffffffff0f04, WRONG_PADDING",
        "counts from zero,   ffffffffffffffffffffffff00010204, WRONG_PADDING",
        "is zero,            ffffffffffffffffffffffff00000204, WRONG_PADDING",
        "no IPv4,            ffffffffffffffffffffffff01020229, NOT_IPV4",
        "dummy packet,       ffffffffffffffffffffffff0102023b, NOT_IPV4",
        "malformed inside,   ffffffffffffffffffffffff01020204, MALFORMED_INNER",
        "nothing inside,     0102030405060708090a0b0c0d0e0e04, MALFORMED_INNER",
    })
    void namesWhatIsWrongInside(String name, String clear, EspDropReason reason) {
        assertDropped(around(1, Octets.ofHex(clear)), reason, true);
        assertThat(inbound.drops()).isEqualTo(Map.of(reason, 1L));
    }

    @ParameterizedTest(name = "{0} octets behind the sequence number")
    @CsvSource({"0", "1", "15", "16", "17", "31", "33"})
    void namesALengthThatIsNoWholeBlocks(int length) {
        assertDropped(authentic(1, Octets.zeros(length)), EspDropReason.WRONG_LENGTH, true);
    }

    @Test
    void takesTheSamePacketWhenNothingIsWrong() {
        Octets clear = padded(INNER.encode(), "0004");
        assertThat(inbound.receive(around(1, clear)).inner()).contains(INNER);
        assertThat(inbound.drops()).isEmpty();
    }

    @Test
    void countsEachReason() {
        EspPacket good = around(1, padded(INNER.encode(), "0004"));
        EspPacket forged = new EspPacket(good.spi(), 2, good.body());
        inbound.receive(good);
        assertDropped(good, EspDropReason.REPLAY, false);
        assertDropped(good, EspDropReason.REPLAY, false);
        assertDropped(forged, EspDropReason.WRONG_ICV, false);
        assertDropped(new EspPacket(good.spi(), 2, Octets.zeros(15)), EspDropReason.WRONG_ICV, false);
        inbound.dropped(EspDropReason.OUTSIDE_SELECTORS);
        assertThat(inbound.drops())
                .isEqualTo(Map.of(
                        EspDropReason.REPLAY, 2L, EspDropReason.WRONG_ICV, 2L, EspDropReason.OUTSIDE_SELECTORS, 1L));
    }

    @Test
    void anAuthenticPacketMovesTheWindowEvenIfItIsDropped() {
        assertDropped(
                around(100, Octets.ofHex("ffffffffffffffffffffffff01020204")), EspDropReason.MALFORMED_INNER, true);
        assertDropped(around(36, padded(INNER.encode(), "0004")), EspDropReason.REPLAY, false);
    }

    @Test
    void aWiderWindowTakesLaterPackets() {
        InboundSa wide = new InboundSa(KEYS, 128);
        wide.receive(around(200, padded(INNER.encode(), "0004")));
        assertThat(wide.receive(around(73, padded(INNER.encode(), "0004"))).inner())
                .contains(INNER);
        assertThat(wide.receive(around(72, padded(INNER.encode(), "0004"))).drop())
                .contains(EspDropReason.REPLAY);
    }
}
