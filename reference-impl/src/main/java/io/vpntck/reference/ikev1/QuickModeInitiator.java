package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.HashPayload;
import io.vpntck.reference.isakmp.IdentificationPayload;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.KeyExchangePayload;
import io.vpntck.reference.isakmp.NoncePayload;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The initiator's side of one quick mode: message 1 when it is made, message 3 in answer to 2.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#section-5.5">RFC 2409, section 5.5</a>
 */
final class QuickModeInitiator {
    private final IkeSa ikeSa;
    private final List<Phase2Proposal> proposals;
    private final Duration lifetime;
    private final EncapsulationMode mode;
    private final Selectors selectors;
    private final int messageId;
    private final Octets spi;
    private final Octets nonce;
    private final Optional<DhGroup> group;
    private final Octets privateValue;
    private final CbcChain chain;
    private Retransmission retransmission;

    /** @param proposals offered in this order, those of the first one's group */
    QuickModeInitiator(
            IkeSa ikeSa,
            Ikev1Policy policy,
            List<Phase2Proposal> proposals,
            Selectors selectors,
            Entropy entropy,
            Instant now) {
        this.ikeSa = ikeSa;
        this.proposals = List.copyOf(proposals);
        this.lifetime = policy.phase2Lifetime();
        this.mode = policy.conduct().has(Conduct.Departure.OFFERS_TRANSPORT_MODE)
                ? EncapsulationMode.TRANSPORT
                : EncapsulationMode.tunnel(
                        ikeSa.phase1().nat().any() && policy.natTraversal().encapsulates());
        this.selectors = selectors;
        this.messageId = ikeSa.newMessageId(entropy);
        this.spi = newSpi(entropy);
        this.nonce = entropy.next(32);
        this.group = proposals.get(0).group();
        this.privateValue = group.map(g -> g.privateValue(entropy)).orElse(Octets.EMPTY);
        CbcChain.Sealed sealed = ikeSa.chain(messageId).seal(payloads());
        this.chain = sealed.next();
        IsakmpMessage first = ikeSa.message(ExchangeType.QUICK_MODE, messageId, sealed.ciphertext());
        this.retransmission = Retransmission.first(ikeSa.local(), ikeSa.remote(), first.encode(), now);
    }

    private List<Payload> payloads() {
        List<Payload> payloads = new ArrayList<>();
        payloads.add(Phase2Transforms.offer(proposals, spi, lifetime, mode));
        payloads.add(new NoncePayload(nonce));
        group.ifPresent(g -> payloads.add(new KeyExchangePayload(g.publicValue(privateValue))));
        payloads.add(IdentificationPayload.of(selectors.local()));
        payloads.add(IdentificationPayload.of(selectors.remote()));
        payloads.add(0, new HashPayload(ikeSa.hash(IkeSa.octets(messageId), IkeSa.encoded(payloads))));
        return payloads;
    }

    /** Four random octets, above the 255 values that are reserved (RFC 4303, section 2.1). */
    static Octets newSpi(Entropy entropy) {
        Octets spi = entropy.next(4);
        while (spi.at(0) == 0 && spi.at(1) == 0 && spi.at(2) == 0) {
            spi = entropy.next(4);
        }
        return spi;
    }

    /** Message 3 and what it puts in force, or why message 2 is not taken. */
    record Answer(Optional<Octets> message, Optional<NegotiatedPair> pair, Optional<String> refusal) {
        static Answer refuse(String reason) {
            return new Answer(Optional.empty(), Optional.empty(), Optional.of(reason));
        }
    }

    Answer receive(IsakmpMessage message) throws MalformedMessageException {
        CbcChain.Opened opened = chain.open(message.header().nextPayload(), message.body());
        PayloadChain payloads = opened.payloads();
        if (payloads.payloads().isEmpty() || !(payloads.payloads().get(0) instanceof HashPayload hash)) {
            return Answer.refuse("quick mode message 2 does not begin with a hash");
        }
        List<Payload> behind =
                payloads.payloads().subList(1, payloads.payloads().size());
        if (!hash.data().equals(ikeSa.hash(IkeSa.octets(messageId), nonce, IkeSa.encoded(behind)))) {
            return Answer.refuse("HASH(2) does not match");
        }
        SecurityAssociationPayload answer = payloads.require(SecurityAssociationPayload.class);
        Octets peerNonce = payloads.require(NoncePayload.class).data();
        Optional<Phase2Transforms.Choice> choice = Phase2Transforms.choose(answer, proposals, lifetime, mode);
        if (choice.isEmpty() || !choice.get().proposal().group().equals(group)) {
            return Answer.refuse("quick mode message 2 chooses what was not offered");
        }
        Octets secret = Octets.EMPTY;
        if (group.isPresent()) {
            Octets peerValue = payloads.require(KeyExchangePayload.class).data();
            if (!group.get().isValidPublicValue(peerValue)) {
                return Answer.refuse("quick mode message 2 has no public value of the group");
            }
            secret = group.get().sharedSecret(privateValue, peerValue);
        }
        Octets hash3 = ikeSa.hash(Octets.zeros(1), IkeSa.octets(messageId), nonce, peerNonce);
        Octets ciphertext = opened.next().seal(List.of(new HashPayload(hash3))).ciphertext();
        Ikev1Effect.SaPairUp pair = new QuickModeKeys(ikeSa, secret, nonce, peerNonce)
                .pair(
                        selectors,
                        choice.get().proposal(),
                        spi,
                        choice.get().peerSpi(),
                        choice.get().lifetime());
        Octets third =
                ikeSa.message(ExchangeType.QUICK_MODE, messageId, ciphertext).encode();
        return new Answer(
                Optional.of(third),
                Optional.of(new NegotiatedPair(pair, choice.get().proposal())),
                Optional.empty());
    }

    IkeSa ikeSa() {
        return ikeSa;
    }

    Selectors selectors() {
        return selectors;
    }

    int messageId() {
        return messageId;
    }

    Retransmission retransmission() {
        return retransmission;
    }

    void retransmission(Retransmission next) {
        retransmission = next;
    }
}
