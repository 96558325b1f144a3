package io.vpntck.reference.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.esp.EspKeys;
import io.vpntck.reference.esp.EspPacket;
import io.vpntck.reference.esp.InboundSa;
import io.vpntck.reference.esp.UdpEncapsulation;
import io.vpntck.reference.isakmp.IdentificationPayload;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/** Octets of a peer are refused with the field that is wrong, or read and written again without a change. */
class CodecFuzzTest {
    private static final EspKeys KEYS = new EspKeys(
            0x1001,
            EncryptionAlgorithm.AES_128_CBC,
            IntegrityAlgorithm.HMAC_SHA1_96,
            Octets.zeros(16),
            Octets.zeros(20));

    @FuzzTest
    void isakmpMessage(byte[] data) {
        Octets octets = Octets.of(data);
        try {
            IsakmpMessage message = IsakmpMessage.decode(octets);
            assertThat(message.encode()).isEqualTo(octets);
            if (!message.header().encrypted()) {
                assertThat(message.payloads().encode()).isEqualTo(message.body());
            }
        } catch (MalformedMessageException e) {
            assertNamed(e, data.length);
        }
    }

    /** What stands inside a ciphertext: the first octet is the type that the header announces. */
    @FuzzTest
    void payloads(byte[] data) {
        if (data.length == 0) {
            return;
        }
        Octets body = Octets.of(data).from(1);
        try {
            PayloadChain payloads = PayloadChain.decode(data[0] & 0xff, body);
            assertThat(payloads.encode()).isEqualTo(body);
            for (IdentificationPayload identity : payloads.all(IdentificationPayload.class)) {
                identity.address()
                        .ifPresent(address -> assertThat(address.octets()).isEqualTo(identity.data()));
                identity.prefix()
                        .ifPresent(prefix -> assertThat(prefix.length()).isBetween(0, 32));
            }
        } catch (MalformedMessageException e) {
            assertNamed(e, data.length);
        }
    }

    @FuzzTest
    void espPacket(byte[] data) {
        Octets octets = Octets.of(data);
        try {
            EspPacket packet = EspPacket.decode(octets);
            assertThat(packet.encode()).isEqualTo(octets);
            assertThat(packet.isAuthentic(KEYS)).as("forged without the key").isFalse();
        } catch (MalformedMessageException e) {
            assertNamed(e, data.length);
        }
    }

    /** Ciphertext with a right ICV: only somebody with the keys can send it, and even so it does no harm. */
    @FuzzTest
    void authenticEspPacket(byte[] data) {
        Octets header = new OctetWriter(8).int32(KEYS.spi()).uint32(1).toOctets();
        Octets body = Octets.of(data);
        Octets icv = KEYS.integrity().icv(KEYS.integrityKey(), header, body);
        InboundSa sa = new InboundSa(KEYS);
        try {
            EspPacket packet = EspPacket.decode(Octets.concat(header, body, icv));
            InboundSa.Outcome outcome = sa.receive(packet);
            assertThat(outcome.authentic()).isTrue();
            assertThat(sa.receive(packet).authentic()).as("a replay").isFalse();
        } catch (MalformedMessageException e) {
            throw new AssertionError("a header of eight octets is whole", e);
        }
    }

    @FuzzTest
    void udpEncapsulation(byte[] data) {
        UdpEncapsulation kind = UdpEncapsulation.of(Octets.of(data));
        if (kind == UdpEncapsulation.IKE) {
            isakmpMessage(Octets.of(data)
                    .from(UdpEncapsulation.NON_ESP_MARKER.length())
                    .toByteArray());
        } else if (kind == UdpEncapsulation.ESP) {
            espPacket(data);
        }
    }

    private static void assertNamed(MalformedMessageException e, int length) {
        assertThat(e.field()).isNotBlank();
        assertThat(e.offset()).isBetween(0, length);
    }
}
