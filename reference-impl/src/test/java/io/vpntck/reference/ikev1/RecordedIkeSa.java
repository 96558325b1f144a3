package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.KeyExchangePayload;
import io.vpntck.reference.isakmp.NoncePayload;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.vectors.Recording;
import io.vpntck.reference.vectors.ThirdPartyRecording;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One IKE SA of a recording, its keys derived by the code under test out of the logged Diffie-Hellman secret, the
 * pre-shared key and what is on the wire.
 *
 * @param main the two encrypted messages of main mode
 * @param others quick modes and informational exchanges in their order
 */
record RecordedIkeSa(
        Phase1Keys keys,
        Phase1Keys.Exchange exchange,
        SecurityAssociationPayload offer,
        RecordedExchange main,
        List<RecordedExchange> others) {

    static List<RecordedIkeSa> all(ThirdPartyRecording which) throws MalformedMessageException {
        Recording recording = which.load();
        Map<Octets, List<IsakmpMessage>> byCookie = new LinkedHashMap<>();
        for (Recording.Carried carried : recording.isakmp()) {
            IsakmpMessage message = IsakmpMessage.decode(carried.message());
            List<IsakmpMessage> ofSa =
                    byCookie.computeIfAbsent(message.header().initiatorCookie(), c -> new ArrayList<>());
            if (!ofSa.contains(message)) {
                ofSa.add(message);
            }
        }
        List<RecordedIkeSa> all = new ArrayList<>();
        for (List<IsakmpMessage> messages : byCookie.values()) {
            all.add(of(recording, which.preSharedKeys(), messages));
        }
        return all;
    }

    private static RecordedIkeSa of(Recording recording, List<String> psks, List<IsakmpMessage> messages)
            throws MalformedMessageException {
        List<IsakmpMessage> main = messages.stream()
                .filter(m -> m.header().exchange() == ExchangeType.IDENTITY_PROTECTION.id())
                .toList();
        assertThat(main).as("main mode messages").hasSize(6);
        SecurityAssociationPayload offer = main.get(0).payloads().require(SecurityAssociationPayload.class);
        Phase1Proposal chosen = Phase1Transforms.choose(
                        main.get(1).payloads().require(SecurityAssociationPayload.class),
                        everything(),
                        Duration.ofHours(8))
                .orElseThrow()
                .proposal();
        for (Octets secret : recording.logged("shared Diffie Hellman secret")) {
            for (String psk : psks) {
                Phase1Keys.Exchange exchange = exchange(main, psk, secret);
                Phase1Keys keys = Phase1Keys.derive(chosen.hash(), chosen.encryption(), exchange);
                if (recording.logged("SKEYID").contains(keys.skeyid())
                        && recording.logged("SKEYID_d").contains(keys.skeyidD())) {
                    return opened(keys, exchange, offer, main, messages);
                }
            }
        }
        throw new AssertionError("no logged secret gives a logged SKEYID and SKEYID_d");
    }

    private static Phase1Keys.Exchange exchange(List<IsakmpMessage> main, String psk, Octets secret)
            throws MalformedMessageException {
        PayloadChain three = main.get(2).payloads();
        PayloadChain four = main.get(3).payloads();
        return new Phase1Keys.Exchange(
                Octets.ofUtf8(psk),
                main.get(1).header().initiatorCookie(),
                main.get(1).header().responderCookie(),
                three.require(NoncePayload.class).data(),
                four.require(NoncePayload.class).data(),
                three.require(KeyExchangePayload.class).data(),
                four.require(KeyExchangePayload.class).data(),
                secret);
    }

    private static RecordedIkeSa opened(
            Phase1Keys keys,
            Phase1Keys.Exchange exchange,
            SecurityAssociationPayload offer,
            List<IsakmpMessage> main,
            List<IsakmpMessage> messages)
            throws MalformedMessageException {
        RecordedExchange five = RecordedExchange.open(
                new CbcChain(keys.encryption(), keys.encryptionKey(), keys.initialVector()), main.subList(4, 6));
        Map<Integer, List<IsakmpMessage>> byId = new LinkedHashMap<>();
        messages.stream().filter(m -> m.header().messageId() != 0).forEach(m -> byId.computeIfAbsent(
                        m.header().messageId(), id -> new ArrayList<>())
                .add(m));
        List<RecordedExchange> others = new ArrayList<>();
        for (Map.Entry<Integer, List<IsakmpMessage>> one : byId.entrySet()) {
            Octets vector = keys.phase2Vector(five.lastBlocks().get(1), IkeSa.octets(one.getKey()));
            others.add(RecordedExchange.open(
                    new CbcChain(keys.encryption(), keys.encryptionKey(), vector), one.getValue()));
        }
        return new RecordedIkeSa(keys, exchange, offer, five, others);
    }

    List<RecordedExchange> others(ExchangeType type) {
        return others.stream().filter(other -> other.type() == type.id()).toList();
    }

    Octets hash(Octets... parts) {
        return keys.hash().hmac(keys.skeyidA(), parts);
    }

    private static List<Phase1Proposal> everything() {
        List<Phase1Proposal> all = new ArrayList<>();
        for (EncryptionAlgorithm encryption : Implemented.ENCRYPTION) {
            for (HashAlgorithm hash : HashAlgorithm.values()) {
                for (DhGroup group : Implemented.GROUPS) {
                    all.add(new Phase1Proposal(encryption, hash, group));
                }
            }
        }
        return all;
    }
}
