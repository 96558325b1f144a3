package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.HashPayload;
import io.vpntck.reference.isakmp.IdentificationPayload;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.KeyExchangePayload;
import io.vpntck.reference.isakmp.NoncePayload;
import io.vpntck.reference.isakmp.NotificationPayload;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The responder's side of one quick mode that was taken: message 2 when it is made, the pair of SAs after 3.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#section-5.5">RFC 2409, section 5.5</a>
 */
final class QuickModeResponder {
    private final IkeSa ikeSa;
    private final int messageId;
    private final Octets initiatorNonce;
    private final Octets responderNonce;
    private final NegotiatedPair pair;
    private final CbcChain chain;
    private Retransmission retransmission;

    private QuickModeResponder(
            IkeSa ikeSa,
            int messageId,
            Octets initiatorNonce,
            Octets responderNonce,
            NegotiatedPair pair,
            CbcChain chain,
            Retransmission retransmission) {
        this.ikeSa = ikeSa;
        this.messageId = messageId;
        this.initiatorNonce = initiatorNonce;
        this.responderNonce = responderNonce;
        this.pair = pair;
        this.chain = chain;
        this.retransmission = retransmission;
    }

    /** What became of message 1: an exchange, a notification to send, or nothing for a message that is not authentic. */
    record Outcome(Optional<QuickModeResponder> exchange, Optional<Integer> notification, String reason) {
        static Outcome refuse(int notifyType, String reason) {
            return new Outcome(Optional.empty(), Optional.of(notifyType), reason);
        }

        static Outcome ignore(String reason) {
            return new Outcome(Optional.empty(), Optional.empty(), reason);
        }
    }

    static Outcome accept(IkeSa ikeSa, Ikev1Policy policy, Entropy entropy, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        int messageId = message.header().messageId();
        CbcChain.Opened opened = ikeSa.chain(messageId).open(message.header().nextPayload(), message.body());
        PayloadChain payloads = opened.payloads();
        if (payloads.payloads().isEmpty() || !(payloads.payloads().get(0) instanceof HashPayload hash)) {
            return Outcome.ignore("quick mode message 1 does not begin with a hash");
        }
        List<Payload> behind =
                payloads.payloads().subList(1, payloads.payloads().size());
        if (!hash.data().equals(ikeSa.hash(IkeSa.octets(messageId), IkeSa.encoded(behind)))
                && !policy.conduct().has(Conduct.Departure.TAKES_ANY_HASH)) {
            return Outcome.ignore("HASH(1) does not match");
        }
        EncapsulationMode mode = EncapsulationMode.tunnel(ikeSa.phase1().nat().any());
        Optional<Phase2Transforms.Choice> choice = Phase2Transforms.choose(
                payloads.require(SecurityAssociationPayload.class), policy.phase2(), policy.phase2Lifetime(), mode);
        if (choice.isEmpty()) {
            return Outcome.refuse(
                    NotificationPayload.NO_PROPOSAL_CHOSEN, "no phase 2 proposal is one that this side accepts");
        }
        Optional<Selectors> selectors = selectors(payloads, ikeSa, policy);
        if (selectors.isEmpty()) {
            return Outcome.refuse(
                    NotificationPayload.INVALID_ID_INFORMATION, "the identities are not within this side's selectors");
        }
        return exchange(ikeSa, entropy, messageId, opened, choice.get(), selectors.get(), now);
    }

    private static Optional<Selectors> selectors(PayloadChain payloads, IkeSa ikeSa, Ikev1Policy policy) {
        List<IdentificationPayload> ids = payloads.all(IdentificationPayload.class);
        // RFC 2409, section 5.5: without identities the SA is for the two ends themselves.
        Optional<Ipv4Prefix> remote = ids.isEmpty()
                ? Optional.of(Ipv4Prefix.host(ikeSa.remote().address()))
                : ids.get(0).prefix();
        Optional<Ipv4Prefix> local = ids.size() < 2
                ? Optional.of(Ipv4Prefix.host(ikeSa.local().address()))
                : ids.get(1).prefix();
        if (remote.isEmpty() || local.isEmpty()) {
            return Optional.empty();
        }
        boolean allowed = policy.selectors().stream()
                .anyMatch(
                        own -> own.local().contains(local.get()) && own.remote().contains(remote.get()));
        return allowed ? Optional.of(new Selectors(local.get(), remote.get())) : Optional.empty();
    }

    private static Outcome exchange(
            IkeSa ikeSa,
            Entropy entropy,
            int messageId,
            CbcChain.Opened opened,
            Phase2Transforms.Choice choice,
            Selectors selectors,
            Instant now)
            throws MalformedMessageException {
        PayloadChain payloads = opened.payloads();
        Octets peerNonce = payloads.require(NoncePayload.class).data();
        Octets nonce = entropy.next(32);
        Octets spi = QuickModeInitiator.newSpi(entropy);
        List<Payload> out = new ArrayList<>(List.of(choice.answer(spi), new NoncePayload(nonce)));
        Octets secret = Octets.EMPTY;
        if (choice.proposal().group().isPresent()) {
            var group = choice.proposal().group().get();
            Octets peerValue = payloads.require(KeyExchangePayload.class).data();
            if (!group.isValidPublicValue(peerValue)) {
                return Outcome.ignore("quick mode message 1 has no public value of the group");
            }
            Octets privateValue = group.privateValue(entropy);
            out.add(new KeyExchangePayload(group.publicValue(privateValue)));
            secret = group.sharedSecret(privateValue, peerValue);
        }
        out.addAll(payloads.all(IdentificationPayload.class));
        out.add(0, new HashPayload(ikeSa.hash(IkeSa.octets(messageId), peerNonce, IkeSa.encoded(out))));
        CbcChain.Sealed sealed = opened.next().seal(out);
        Octets second = ikeSa.message(ExchangeType.QUICK_MODE, messageId, sealed.ciphertext())
                .encode();
        Ikev1Effect.SaPairUp pair = new QuickModeKeys(ikeSa, secret, peerNonce, nonce)
                .pair(selectors, choice.proposal(), spi, choice.peerSpi(), choice.lifetime());
        return new Outcome(
                Optional.of(new QuickModeResponder(
                        ikeSa,
                        messageId,
                        peerNonce,
                        nonce,
                        new NegotiatedPair(pair, choice.proposal()),
                        sealed.next(),
                        Retransmission.first(ikeSa.local(), ikeSa.remote(), second, now))),
                Optional.empty(),
                "");
    }

    /** Takes message 3; empty when its HASH(3) does not match. */
    Optional<NegotiatedPair> receive(IsakmpMessage message) throws MalformedMessageException {
        CbcChain.Opened opened = chain.open(message.header().nextPayload(), message.body());
        Octets hash = opened.payloads().require(HashPayload.class).data();
        Octets expected = ikeSa.hash(Octets.zeros(1), IkeSa.octets(messageId), initiatorNonce, responderNonce);
        return hash.equals(expected) ? Optional.of(pair) : Optional.empty();
    }

    NegotiatedPair pair() {
        return pair;
    }

    IkeSa ikeSa() {
        return ikeSa;
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
