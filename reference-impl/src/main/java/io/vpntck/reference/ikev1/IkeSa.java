package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.isakmp.DeletePayload;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.HashPayload;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An IKE SA that is up: its keys, where its peer is, and how long it lives.
 *
 * <p>The peer's endpoint follows its last authentic message, since a NAT device may give it another port at any time
 * (RFC 3947, section 6).
 */
final class IkeSa {
    private final Phase1Result phase1;
    private final Instant rekeyAt;
    private final Instant expiry;
    private final ReplyCache replies = new ReplyCache();
    private final SeenMessageIds messageIds = new SeenMessageIds();
    private UdpEndpoint local;
    private UdpEndpoint remote;

    IkeSa(Phase1Result phase1, Conduct conduct, Instant now) {
        this.phase1 = phase1;
        this.local = phase1.local();
        this.remote = phase1.remote();
        this.rekeyAt = now.plus(conduct.renewAfter(phase1.lifetime()));
        this.expiry = now.plus(conduct.useFor(phase1.lifetime()));
    }

    /** What the peer's messages were answered with. */
    ReplyCache replies() {
        return replies;
    }

    /** The ids of all exchanges so far. */
    SeenMessageIds messageIds() {
        return messageIds;
    }

    Phase1Result phase1() {
        return phase1;
    }

    Instant rekeyAt() {
        return rekeyAt;
    }

    Instant expiry() {
        return expiry;
    }

    UdpEndpoint local() {
        return local;
    }

    UdpEndpoint remote() {
        return remote;
    }

    void heardFrom(UdpEndpoint newLocal, UdpEndpoint newRemote) {
        local = newLocal;
        remote = newRemote;
    }

    boolean owns(IsakmpHeader header) {
        return header.initiatorCookie().equals(phase1.initiatorCookie())
                && header.responderCookie().equals(phase1.responderCookie());
    }

    /** SPI of this SA in notifications and deletes: both cookies. */
    Octets cookies() {
        return Octets.concat(phase1.initiatorCookie(), phase1.responderCookie());
    }

    /** The encryption of a new exchange under this SA. */
    CbcChain chain(int messageId) {
        Octets vector = phase1.keys().phase2Vector(phase1.lastBlock(), octets(messageId));
        return new CbcChain(phase1.keys().encryption(), phase1.keys().encryptionKey(), vector);
    }

    /** HASH(n): over {@code parts}, the message id first among them where RFC 2409 says so. */
    Octets hash(Octets... parts) {
        return phase1.keys().hash().hmac(phase1.keys().skeyidA(), parts);
    }

    /** The id of a new exchange of this side. */
    int newMessageId(Entropy entropy) {
        int id = messageId(entropy);
        while (!messageIds.add(id)) {
            id = messageId(entropy);
        }
        return id;
    }

    /** A message id that is not zero, which stands for phase 1. */
    static int messageId(Entropy entropy) {
        int id = 0;
        while (id == 0) {
            Octets four = entropy.next(4);
            id = four.at(0) << 24 | four.at(1) << 16 | four.at(2) << 8 | four.at(3);
        }
        return id;
    }

    IsakmpMessage message(ExchangeType exchange, int messageId, Octets ciphertext) {
        return IsakmpMessage.encrypted(
                phase1.initiatorCookie(), phase1.responderCookie(), HashPayload.TYPE, exchange, messageId, ciphertext);
    }

    /** An informational message of its own exchange, authenticated by HASH(1) (RFC 2409, section 5.7). */
    Ikev1Effect.Transmit informational(Entropy entropy, List<Payload> payloads) {
        int messageId = newMessageId(entropy);
        List<Payload> all = new ArrayList<>();
        all.add(new HashPayload(hash(octets(messageId), encoded(payloads))));
        all.addAll(payloads);
        Octets ciphertext = chain(messageId).seal(all).ciphertext();
        return new Ikev1Effect.Transmit(
                local,
                remote,
                message(ExchangeType.INFORMATIONAL, messageId, ciphertext).encode());
    }

    Payload delete() {
        return new DeletePayload(SecurityAssociationPayload.IPSEC_DOI, Proposal.ISAKMP, 16, List.of(cookies()));
    }

    Ikev1Effect.Phase1Down down(String reason) {
        return new Ikev1Effect.Phase1Down(phase1.initiatorCookie(), phase1.responderCookie(), reason);
    }

    /** Payloads with their generic headers, as HASH(1) and HASH(2) take them in. */
    static Octets encoded(List<Payload> payloads) {
        return new PayloadChain(payloads, Octets.EMPTY).encode();
    }

    static Octets octets(int messageId) {
        return new OctetWriter(4).int32(messageId).toOctets();
    }
}
