package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.HashPayload;
import io.vpntck.reference.isakmp.IdentificationPayload;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.KeyExchangePayload;
import io.vpntck.reference.isakmp.NatDiscoveryPayload;
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
 * The responder's side of main mode with a pre-shared key. It never sends of its own accord: a message that comes again
 * gets the same octets again.
 *
 * <pre>
 * state          awaits                  then sends
 * new            1: SA                   2: SA
 * SA_SENT        3: KE, Ni, NAT-D …      4: KE, Nr, NAT-D, NAT-D
 * KE_SENT        5: *IDii, HASH_I        6: *IDir, HASH_R; the IKE SA is up
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#section-5.4">RFC 2409, section 5.4</a>
 */
final class MainModeResponder implements Phase1Exchange {
    private enum State {
        SA_SENT,
        KE_SENT
    }

    private final Ikev1Policy policy;
    private final Entropy entropy;
    private final Octets initiatorCookie;
    private final Octets responderCookie;
    private final SecurityAssociationPayload offer;
    private final Phase1Transforms.Choice choice;
    private final VendorIds peer;
    private final Instant begun;
    private final UdpEndpoint origin;
    private final ReplyCache replies = new ReplyCache();
    private State state = State.SA_SENT;
    private Phase1Keys.Exchange shared;
    private Phase1Keys keys;
    private NatDetection.Finding nat = NatDetection.Finding.NONE;

    private MainModeResponder(
            Ikev1Policy policy,
            Entropy entropy,
            IsakmpMessage first,
            SecurityAssociationPayload offer,
            Phase1Transforms.Choice choice,
            VendorIds peer,
            UdpEndpoint origin,
            Instant now) {
        this.policy = policy;
        this.entropy = entropy;
        this.initiatorCookie = first.header().initiatorCookie();
        this.responderCookie = entropy.next(8);
        this.offer = offer;
        this.choice = choice;
        this.peer = peer;
        this.origin = origin;
        this.begun = now;
        replies.put(first.encode(), Optional.of(answer()));
    }

    /** Takes message 1; empty when no offered proposal is accepted, and then nothing is kept of it. */
    static Optional<MainModeResponder> accept(
            Ikev1Policy policy, Entropy entropy, IsakmpMessage first, UdpEndpoint origin, Instant now)
            throws MalformedMessageException {
        PayloadChain payloads = first.payloads();
        SecurityAssociationPayload offer = payloads.require(SecurityAssociationPayload.class);
        return Phase1Transforms.choose(offer, policy.phase1(), policy.phase1Lifetime())
                .map(choice -> new MainModeResponder(
                        policy, entropy, first, offer, choice, VendorIds.of(payloads), origin, now));
    }

    /** Message 2. */
    Octets answer() {
        List<Payload> payloads = new ArrayList<>(List.of(choice.answer()));
        payloads.addAll(VendorIds.payloads(policy, natTraversal()));
        return clear(payloads);
    }

    Octets responderCookie() {
        return responderCookie;
    }

    Instant begun() {
        return begun;
    }

    /** Where message 1 came from. */
    UdpEndpoint origin() {
        return origin;
    }

    /** Whether message 3 has come: the initiator receives what is sent to it. */
    boolean reachesInitiator() {
        return state == State.KE_SENT;
    }

    /** What each of the initiator's messages was answered with. */
    ReplyCache replies() {
        return replies;
    }

    @Override
    public Octets initiatorCookie() {
        return initiatorCookie;
    }

    @Override
    public Optional<Retransmission> retransmission() {
        return Optional.empty();
    }

    @Override
    public void retransmission(Retransmission next) {
        throw new IllegalStateException("a responder does not retransmit");
    }

    @Override
    public Answer receive(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        if (message.header().encrypted() != (state == State.KE_SENT)) {
            return Answer.refuse("a main mode message out of order in " + state);
        }
        Answer answer =
                state == State.SA_SENT ? onKeyExchange(local, remote, message) : onIdentity(local, remote, message);
        answer.reply().ifPresent(reply -> replies.put(message.encode(), Optional.of(reply.message())));
        return answer;
    }

    private Answer onKeyExchange(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message)
            throws MalformedMessageException {
        PayloadChain payloads = message.payloads();
        Octets peerValue = payloads.require(KeyExchangePayload.class).data();
        Octets peerNonce = payloads.require(NoncePayload.class).data();
        if (!choice.proposal().group().isValidPublicValue(peerValue)) {
            return Answer.refuse("message 3 has no public value of the group");
        }
        Octets privateValue = choice.proposal().group().privateValue(entropy);
        Octets publicValue = choice.proposal().group().publicValue(privateValue);
        Octets nonce = entropy.next(32);
        shared = new Phase1Keys.Exchange(
                policy.preSharedKey(),
                initiatorCookie,
                responderCookie,
                peerNonce,
                nonce,
                peerValue,
                publicValue,
                choice.proposal().group().sharedSecret(privateValue, peerValue));
        keys = derive(shared);
        List<Payload> out = new ArrayList<>(List.of(new KeyExchangePayload(publicValue), new NoncePayload(nonce)));
        if (natTraversal()) {
            NatDetection detection = new NatDetection(choice.proposal().hash(), initiatorCookie, responderCookie);
            nat = detection.judge(payloads.all(NatDiscoveryPayload.class), local, remote);
            out.addAll(detection.payloads(local, remote, policy.natTraversal().forced()));
        }
        state = State.KE_SENT;
        return Answer.reply(local, remote, clear(out));
    }

    private Phase1Keys derive(Phase1Keys.Exchange known) {
        return Phase1Keys.derive(choice.proposal().hash(), choice.proposal().encryption(), known);
    }

    /** Goes over to another key that the policy takes, where message 5 was made with that one. */
    private void settleKey(IsakmpMessage five) {
        for (Octets other : policy.conduct().otherKeys()) {
            Phase1Keys.Exchange tried = shared.with(other);
            if (isProof(five, tried, derive(tried))) {
                shared = tried;
                keys = derive(tried);
                return;
            }
        }
    }

    private boolean isProof(IsakmpMessage five, Phase1Keys.Exchange known, Phase1Keys derived) {
        try {
            PayloadChain payloads = new CbcChain(derived.encryption(), derived.encryptionKey(), derived.initialVector())
                    .open(five.header().nextPayload(), five.body())
                    .payloads();
            return payloads.require(HashPayload.class)
                    .data()
                    .equals(derived.hashI(
                            known,
                            offer.body(),
                            MainModeInitiator.body(payloads.require(IdentificationPayload.class))));
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    private Answer onIdentity(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message)
            throws MalformedMessageException {
        settleKey(message);
        CbcChain.Opened opened = new CbcChain(keys.encryption(), keys.encryptionKey(), keys.initialVector())
                .open(message.header().nextPayload(), message.body());
        IdentificationPayload identity = opened.payloads().require(IdentificationPayload.class);
        Octets hash = opened.payloads().require(HashPayload.class).data();
        if (!hash.equals(keys.hashI(shared, offer.body(), MainModeInitiator.body(identity)))) {
            return Answer.refuse("HASH_I does not match: another pre-shared key, or a forged message");
        }
        if (policy.remoteIdentity().isPresent() && !policy.remoteIdentity().equals(identity.address())) {
            return Answer.refuse("the peer shows another identity than "
                    + policy.remoteIdentity().get());
        }
        IdentificationPayload own = IdentificationPayload.of(policy.localIdentity());
        CbcChain.Sealed sealed = opened.next()
                .seal(List.of(own, new HashPayload(keys.hashR(shared, offer.body(), MainModeInitiator.body(own)))));
        IsakmpMessage six = IsakmpMessage.encrypted(
                initiatorCookie,
                responderCookie,
                IdentificationPayload.TYPE,
                ExchangeType.IDENTITY_PROTECTION,
                0,
                sealed.ciphertext());
        Phase1Result result = new Phase1Result(
                false,
                initiatorCookie,
                responderCookie,
                choice.proposal(),
                initialContact(opened),
                keys,
                sealed.next().vector(),
                nat,
                peer.deadPeerDetection(),
                choice.lifetime(),
                local,
                remote);
        return Answer.done(result, Optional.of(new Reply(local, remote, six.encode())));
    }

    /** RFC 2407, section 4.6.3.3. */
    private static boolean initialContact(CbcChain.Opened opened) {
        return opened.payloads().all(NotificationPayload.class).stream()
                .anyMatch(n -> n.notifyType() == NotificationPayload.INITIAL_CONTACT);
    }

    private boolean natTraversal() {
        return policy.natTraversal().offered() && peer.natTraversal();
    }

    private Octets clear(List<Payload> payloads) {
        return IsakmpMessage.clear(initiatorCookie, responderCookie, ExchangeType.IDENTITY_PROTECTION, 0, payloads)
                .encode();
    }
}
