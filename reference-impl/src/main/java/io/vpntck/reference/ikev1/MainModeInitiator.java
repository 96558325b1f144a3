package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.HashPayload;
import io.vpntck.reference.isakmp.IdentificationPayload;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.KeyExchangePayload;
import io.vpntck.reference.isakmp.NatDiscoveryPayload;
import io.vpntck.reference.isakmp.NoncePayload;
import io.vpntck.reference.isakmp.NotificationPayload;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The initiator's side of main mode with a pre-shared key.
 *
 * <pre>
 * state          awaits                  then sends
 * SA_SENT        2: SA                   3: KE, Ni, NAT-D, NAT-D
 * KE_SENT        4: KE, Nr, NAT-D …      5: *IDii, HASH_I, on port 4500 where a NAT was detected
 * ID_SENT        6: *IDir, HASH_R        nothing: the IKE SA is up
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#section-5.4">RFC 2409, section 5.4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3947#section-4">RFC 3947, section 4</a>
 */
final class MainModeInitiator implements Phase1Exchange {
    private enum State {
        SA_SENT,
        KE_SENT,
        ID_SENT
    }

    private final Ikev1Policy policy;
    private final Entropy entropy;
    private final Octets initiatorCookie;
    private final List<Phase1Proposal> proposals;
    private final SecurityAssociationPayload offer;
    private final boolean initialContact;
    private State state = State.SA_SENT;
    private Retransmission retransmission;
    private Octets responderCookie = IsakmpHeader.NO_COOKIE;
    private Phase1Transforms.Choice choice;
    private VendorIds peer;
    private Octets privateValue;
    private Octets publicValue;
    private Octets nonce;
    private Phase1Keys.Exchange shared;
    private Phase1Keys keys;
    private NatDetection.Finding nat = NatDetection.Finding.NONE;
    private CbcChain chain;

    MainModeInitiator(Ikev1Policy policy, Entropy entropy, MainModeOpening opening, Instant now) {
        this.policy = policy;
        this.entropy = entropy;
        this.proposals = opening.proposals();
        this.initialContact = opening.initialContact();
        this.initiatorCookie = entropy.next(8);
        this.offer = Phase1Transforms.offer(proposals, policy.phase1Lifetime());
        List<Payload> payloads = new ArrayList<>(List.of(offer));
        payloads.addAll(VendorIds.payloads(policy));
        this.retransmission = Retransmission.first(opening.local(), opening.remote(), clear(payloads), now);
    }

    @Override
    public Octets initiatorCookie() {
        return initiatorCookie;
    }

    @Override
    public Optional<Retransmission> retransmission() {
        return Optional.of(retransmission);
    }

    @Override
    public void retransmission(Retransmission next) {
        retransmission = next;
    }

    @Override
    public Answer receive(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        if (state != State.SA_SENT && !message.header().responderCookie().equals(responderCookie)) {
            return Answer.refuse("another responder cookie than in message 2");
        }
        if (message.header().encrypted() != (state == State.ID_SENT)) {
            return Answer.refuse("a main mode message out of order in " + state);
        }
        return switch (state) {
            case SA_SENT -> onSecurityAssociation(local, remote, message, now);
            case KE_SENT -> onKeyExchange(local, remote, message, now);
            case ID_SENT -> onIdentity(local, remote, message);
        };
    }

    private Answer onSecurityAssociation(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        PayloadChain payloads = message.payloads();
        SecurityAssociationPayload answer = payloads.require(SecurityAssociationPayload.class);
        Optional<Phase1Transforms.Choice> chosen = Phase1Transforms.choose(answer, proposals, policy.phase1Lifetime());
        boolean one = answer.proposals().size() == 1
                && answer.proposals().get(0).transforms().size() == 1;
        if (chosen.isEmpty() || !one) {
            return Answer.refuse("message 2 chooses what was not offered");
        }
        choice = chosen.get();
        peer = VendorIds.of(payloads);
        responderCookie = message.header().responderCookie();
        privateValue = choice.proposal().group().privateValue(entropy);
        publicValue = choice.proposal().group().publicValue(privateValue);
        nonce = entropy.next(32);
        List<Payload> out = new ArrayList<>(List.of(new KeyExchangePayload(publicValue), new NoncePayload(nonce)));
        if (natTraversal()) {
            out.addAll(
                    natDetection().payloads(local, remote, policy.natTraversal().forced()));
        }
        state = State.KE_SENT;
        return send(local, remote, clear(out), now);
    }

    private Answer onKeyExchange(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        PayloadChain payloads = message.payloads();
        Octets peerValue = payloads.require(KeyExchangePayload.class).data();
        Octets peerNonce = payloads.require(NoncePayload.class).data();
        if (!choice.proposal().group().isValidPublicValue(peerValue)) {
            return Answer.refuse("message 4 has no public value of the group");
        }
        shared = new Phase1Keys.Exchange(
                policy.preSharedKey(),
                initiatorCookie,
                responderCookie,
                nonce,
                peerNonce,
                publicValue,
                peerValue,
                choice.proposal().group().sharedSecret(privateValue, peerValue));
        keys = Phase1Keys.derive(choice.proposal().hash(), choice.proposal().encryption(), shared);
        UdpEndpoint from = local;
        UdpEndpoint to = remote;
        if (natTraversal()) {
            nat = natDetection().judge(payloads.all(NatDiscoveryPayload.class), local, remote);
            nat = policy.natTraversal().forced() ? nat.forced() : nat;
        }
        if (nat.any()
                && local.port() != Ikev1Session.NAT_PORT
                && policy.natTraversal().floats()) {
            from = new UdpEndpoint(local.address(), Ikev1Session.NAT_PORT);
            to = new UdpEndpoint(remote.address(), Ikev1Session.NAT_PORT);
        }
        IdentificationPayload identity = IdentificationPayload.of(policy.localIdentity());
        List<Payload> out = new ArrayList<>();
        out.add(identity);
        out.add(new HashPayload(keys.hashI(shared, offer.body(), body(identity))));
        if (initialContact) {
            out.add(new NotificationPayload(
                    SecurityAssociationPayload.IPSEC_DOI,
                    1,
                    Octets.concat(initiatorCookie, responderCookie),
                    NotificationPayload.INITIAL_CONTACT,
                    Octets.EMPTY));
        }
        CbcChain.Sealed sealed = new CbcChain(keys.encryption(), keys.encryptionKey(), keys.initialVector()).seal(out);
        chain = sealed.next();
        state = State.ID_SENT;
        IsakmpMessage five = IsakmpMessage.encrypted(
                initiatorCookie,
                responderCookie,
                IdentificationPayload.TYPE,
                ExchangeType.IDENTITY_PROTECTION,
                0,
                sealed.ciphertext());
        return send(from, to, five.encode(), now);
    }

    private Answer onIdentity(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message)
            throws MalformedMessageException {
        CbcChain.Opened opened = chain.open(message.header().nextPayload(), message.body());
        IdentificationPayload identity = opened.payloads().require(IdentificationPayload.class);
        Octets hash = opened.payloads().require(HashPayload.class).data();
        if (!hash.equals(keys.hashR(shared, offer.body(), body(identity)))) {
            return Answer.refuse("HASH_R does not match: another pre-shared key, or a forged message");
        }
        if (policy.remoteIdentity().isPresent() && !policy.remoteIdentity().equals(identity.address())) {
            return Answer.refuse("the peer shows another identity than "
                    + policy.remoteIdentity().get());
        }
        Phase1Result result = new Phase1Result(
                true,
                initiatorCookie,
                responderCookie,
                choice.proposal(),
                initialContact,
                keys,
                opened.next().vector(),
                nat,
                peer.deadPeerDetection(),
                choice.lifetime(),
                local,
                remote);
        return Answer.done(result, Optional.empty());
    }

    private boolean natTraversal() {
        return policy.natTraversal().offered() && peer.natTraversal();
    }

    private NatDetection natDetection() {
        return new NatDetection(choice.proposal().hash(), initiatorCookie, responderCookie);
    }

    private Octets clear(List<Payload> payloads) {
        return IsakmpMessage.clear(initiatorCookie, responderCookie, ExchangeType.IDENTITY_PROTECTION, 0, payloads)
                .encode();
    }

    private Answer send(UdpEndpoint from, UdpEndpoint to, Octets message, Instant now) {
        retransmission = Retransmission.first(from, to, message, now);
        return Answer.reply(from, to, message);
    }

    static Octets body(Payload payload) {
        OctetWriter out = new OctetWriter();
        payload.encodeBody(out);
        return out.toOctets();
    }
}
