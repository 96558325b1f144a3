package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.HashPayload;
import io.vpntck.reference.isakmp.IdentificationPayload;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.KeyExchangePayload;
import io.vpntck.reference.isakmp.NoncePayload;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.vectors.Recording;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Negotiations between third-party daemons, with every key: read, decrypted, verified and written again. */
class RecordedNegotiationsTest {

    static Stream<Arguments> recordings() {
        return Stream.of(
                Arguments.of(
                        "strongswan-main-quick-bgp-rekey.pcap",
                        "strongswan-main-quick-bgp-rekey.initiator.log",
                        List.of("psk.1.ABCDEFG", "psk.2.ABCDEFG"),
                        3,
                        3),
                Arguments.of(
                        "strongswan-nat-aes256-sha256-modp2048.pcap",
                        "strongswan-nat-aes256-sha256-modp2048.initiator.log",
                        List.of("psk_tunnel_1.AAAAAAAAAAAAAAAAAAAA", "psk_tunnel_2.BBBBBBBBBBBBBBBBBBBB"),
                        2,
                        2),
                Arguments.of(
                        "libreswan-to-strongswan-modp2048.pcap",
                        "libreswan-to-strongswan-modp2048.responder.log",
                        List.of("psk.3.ABCDEFG", "psk.4.ABCDEFG"),
                        2,
                        2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void decodesAndRewritesEveryMessage(String pcap, String log) throws Exception {
        List<Octets> messages = Recording.of(pcap, log).isakmp();
        assertThat(messages).hasSizeGreaterThan(15);
        for (Octets octets : messages) {
            IsakmpMessage message = IsakmpMessage.decode(octets);
            assertThat(message.encode()).isEqualTo(octets);
            if (!message.header().encrypted()) {
                assertThat(message.payloads().encode()).isEqualTo(message.body());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void derivesEveryKeyAndVerifiesEveryHash(String pcap, String log, List<String> psks, int ikeSas, int saPairs)
            throws Exception {
        Recording recording = Recording.of(pcap, log);
        Map<Octets, List<IsakmpMessage>> bySa = new LinkedHashMap<>();
        for (IsakmpMessage message : recording.messages()) {
            bySa.computeIfAbsent(message.header().initiatorCookie(), c -> new ArrayList<>())
                    .add(message);
        }
        int sas = 0;
        Counts counts = new Counts();
        for (List<IsakmpMessage> messages : bySa.values()) {
            messages = messages.stream().distinct().toList();
            Negotiation negotiation = phase1(recording, messages, psks);
            sas++;
            phase2(recording, messages, negotiation, counts);
        }
        assertThat(sas).as("IKE SAs").isEqualTo(ikeSas);
        assertThat(counts.pairs).as("quick modes").isEqualTo(saPairs);
        assertThat(counts.informational).as("informational messages").isPositive();
    }

    private static final class Counts {
        private int pairs;
        private int informational;
    }

    private record Negotiation(Phase1Keys keys, Octets lastBlock) {
        CbcChain chain(int messageId) {
            return new CbcChain(
                    keys.encryption(), keys.encryptionKey(), keys.phase2Vector(lastBlock, IkeSa.octets(messageId)));
        }

        Octets hash(Octets... parts) {
            return keys.hash().hmac(keys.skeyidA(), parts);
        }
    }

    private static Negotiation phase1(Recording recording, List<IsakmpMessage> messages, List<String> psks)
            throws Exception {
        List<IsakmpMessage> main = messages.stream()
                .filter(m -> m.header().exchange() == ExchangeType.IDENTITY_PROTECTION.id())
                .toList();
        assertThat(main).as("main mode messages").hasSize(6);
        SecurityAssociationPayload offer = main.get(0).payloads().require(SecurityAssociationPayload.class);
        Phase1Proposal chosen = Phase1Transforms.choose(
                        main.get(1).payloads().require(SecurityAssociationPayload.class), all(), Duration.ofHours(8))
                .orElseThrow()
                .proposal();
        IsakmpHeader header = main.get(1).header();
        PayloadChain three = main.get(2).payloads();
        PayloadChain four = main.get(3).payloads();
        for (Octets secret : recording.logged("shared Diffie Hellman secret")) {
            for (String psk : psks) {
                Phase1Keys.Exchange exchange = new Phase1Keys.Exchange(
                        Octets.ofUtf8(psk),
                        header.initiatorCookie(),
                        header.responderCookie(),
                        three.require(NoncePayload.class).data(),
                        four.require(NoncePayload.class).data(),
                        three.require(KeyExchangePayload.class).data(),
                        four.require(KeyExchangePayload.class).data(),
                        secret);
                Phase1Keys keys = Phase1Keys.derive(chosen.hash(), chosen.encryption(), exchange);
                if (recording.logged("SKEYID").contains(keys.skeyid())
                        && recording.logged("SKEYID_e").contains(keys.skeyidE())) {
                    assertThat(recording.logged("SKEYID_d")).contains(keys.skeyidD());
                    assertThat(recording.logged("SKEYID_a")).contains(keys.skeyidA());
                    assertThat(recording.logged("encryption key Ka")).contains(keys.encryptionKey());
                    assertThat(recording.logged("initial IV")).contains(keys.initialVector());
                    return identities(keys, exchange, offer, main);
                }
            }
        }
        throw new AssertionError("no logged secret gives a logged SKEYID for " + header.initiatorCookie());
    }

    private static Negotiation identities(
            Phase1Keys keys, Phase1Keys.Exchange exchange, SecurityAssociationPayload offer, List<IsakmpMessage> main)
            throws Exception {
        CbcChain first = new CbcChain(keys.encryption(), keys.encryptionKey(), keys.initialVector());
        CbcChain.Opened five =
                first.open(main.get(4).header().nextPayload(), main.get(4).body());
        CbcChain.Opened six =
                five.next().open(main.get(5).header().nextPayload(), main.get(5).body());
        assertThat(five.payloads().require(HashPayload.class).data())
                .isEqualTo(keys.hashI(exchange, offer.body(), identity(five)));
        assertThat(six.payloads().require(HashPayload.class).data())
                .isEqualTo(keys.hashR(exchange, offer.body(), identity(six)));
        assertThat(first.seal(five.payloads().payloads()).ciphertext().length())
                .isLessThanOrEqualTo(main.get(4).body().length());
        return new Negotiation(keys, six.next().vector());
    }

    private static Octets identity(CbcChain.Opened opened) throws Exception {
        return MainModeInitiator.body(opened.payloads().require(IdentificationPayload.class));
    }

    private static void phase2(
            Recording recording, List<IsakmpMessage> messages, Negotiation negotiation, Counts counts)
            throws Exception {
        Map<Integer, List<IsakmpMessage>> exchanges = new LinkedHashMap<>();
        messages.stream().filter(m -> m.header().messageId() != 0).forEach(m -> exchanges
                .computeIfAbsent(m.header().messageId(), id -> new ArrayList<>())
                .add(m));
        for (Map.Entry<Integer, List<IsakmpMessage>> exchange : exchanges.entrySet()) {
            Octets messageId = IkeSa.octets(exchange.getKey());
            CbcChain chain = negotiation.chain(exchange.getKey());
            List<PayloadChain> opened = new ArrayList<>();
            for (IsakmpMessage message : exchange.getValue()) {
                CbcChain.Opened one = chain.open(message.header().nextPayload(), message.body());
                Octets clear = chain.encryption().decrypt(chain.key(), chain.vector(), message.body());
                assertThat(one.payloads().encode()).as("rewritten").isEqualTo(clear);
                opened.add(one.payloads());
                chain = one.next();
            }
            if (exchange.getValue().get(0).header().exchange() == ExchangeType.QUICK_MODE.id()) {
                quickMode(recording, negotiation, messageId, opened);
                counts.pairs++;
            } else {
                assertThat(hash(opened.get(0))).isEqualTo(negotiation.hash(messageId, behindHash(opened.get(0))));
                counts.informational++;
            }
        }
    }

    private static void quickMode(
            Recording recording, Negotiation negotiation, Octets messageId, List<PayloadChain> opened)
            throws Exception {
        assertThat(opened).as("quick mode messages").hasSize(3);
        Octets ni = opened.get(0).require(NoncePayload.class).data();
        Octets nr = opened.get(1).require(NoncePayload.class).data();
        assertThat(hash(opened.get(0))).isEqualTo(negotiation.hash(messageId, behindHash(opened.get(0))));
        assertThat(hash(opened.get(1))).isEqualTo(negotiation.hash(messageId, ni, behindHash(opened.get(1))));
        assertThat(hash(opened.get(2))).isEqualTo(negotiation.hash(Octets.zeros(1), messageId, ni, nr));
        Octets initiatorSpi = spi(opened.get(0));
        Octets responderSpi = spi(opened.get(1));
        Phase2Proposal chosen = chosen(opened.get(1));
        int cipherLength = chosen.encryption().keyLength();
        boolean derived = false;
        for (Octets secret : recording.logged("DH secret")) {
            KeyMaterial material = new KeyMaterial(
                    negotiation.keys().hash(), negotiation.keys().skeyidD(), secret, Proposal.ESP, ni, nr);
            int length = cipherLength + chosen.integrity().keyLength();
            Octets toResponder = material.forSpi(responderSpi, length);
            Octets toInitiator = material.forSpi(initiatorSpi, length);
            if (recording.logged("encryption initiator key").contains(toResponder.first(cipherLength))) {
                assertThat(recording.logged("integrity initiator key")).contains(toResponder.from(cipherLength));
                assertThat(recording.logged("encryption responder key")).contains(toInitiator.first(cipherLength));
                assertThat(recording.logged("integrity responder key")).contains(toInitiator.from(cipherLength));
                derived = true;
            }
        }
        assertThat(derived)
                .as("keys of the ESP SAs derived from a logged secret")
                .isTrue();
    }

    private static Phase2Proposal chosen(PayloadChain answer) throws Exception {
        SecurityAssociationPayload sa = answer.require(SecurityAssociationPayload.class);
        List<Phase2Proposal> accepted = new ArrayList<>();
        for (EncryptionAlgorithm encryption : EncryptionAlgorithm.values()) {
            for (var integrity : io.vpntck.reference.crypto.IntegrityAlgorithm.values()) {
                for (DhGroup group : DhGroup.values()) {
                    accepted.add(new Phase2Proposal(encryption, integrity, Optional.of(group)));
                }
            }
        }
        return Phase2Transforms.choose(sa, accepted, Duration.ofHours(1), false)
                .or(() -> Phase2Transforms.choose(sa, accepted, Duration.ofHours(1), true))
                .orElseThrow()
                .proposal();
    }

    private static List<Phase1Proposal> all() {
        List<Phase1Proposal> all = new ArrayList<>();
        for (EncryptionAlgorithm encryption : EncryptionAlgorithm.values()) {
            for (HashAlgorithm hash : HashAlgorithm.values()) {
                for (DhGroup group : DhGroup.values()) {
                    all.add(new Phase1Proposal(encryption, hash, group));
                }
            }
        }
        return all;
    }

    private static Octets spi(PayloadChain payloads) throws Exception {
        return payloads.require(SecurityAssociationPayload.class)
                .proposals()
                .get(0)
                .spi();
    }

    private static Octets hash(PayloadChain payloads) throws Exception {
        return payloads.require(HashPayload.class).data();
    }

    private static Octets behindHash(PayloadChain payloads) {
        List<Payload> all = payloads.payloads();
        return IkeSa.encoded(all.subList(1, all.size()));
    }
}
