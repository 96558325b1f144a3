package io.vpntck.steps.capture;

import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.KeyExchangePayload;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the messages of IKE SAs whose key is known, in the order in which they were seen.
 *
 * <p>The vector of phase 1 comes from the two public values; that of any other exchange from the last block of phase 1
 * and its message id; within an exchange the last block of a message is the vector of the next (RFC 2409, appendix B).
 */
final class IkeDecryption {
    private final List<IkeSecret> secrets;
    private final Map<Octets, Octets> firstPublicValue = new HashMap<>();
    private final Map<Octets, Octets> vectors = new HashMap<>();
    private final Map<Octets, Octets> phase1LastBlock = new HashMap<>();
    private final Map<Octets, PayloadChain> opened = new HashMap<>();

    IkeDecryption(List<IkeSecret> secrets) {
        this.secrets = secrets;
    }

    /** The payloads, in clear or decrypted; empty where no key opens them. */
    Optional<PayloadChain> open(IsakmpMessage message) {
        try {
            if (message.header().encrypted()) {
                return decrypt(message);
            }
            PayloadChain payloads = message.payloads();
            payloads.first(KeyExchangePayload.class).ifPresent(ke -> publicValue(message.header(), ke.data()));
            return Optional.of(payloads);
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    private Optional<IkeSecret> secret(IsakmpHeader header) {
        return secrets.stream()
                .filter(s -> s.initiatorCookie().equals(header.initiatorCookie())
                        && s.responderCookie().equals(header.responderCookie()))
                .findFirst();
    }

    private void publicValue(IsakmpHeader header, Octets value) {
        Octets sa = sa(header);
        Octets first = firstPublicValue.putIfAbsent(sa, value);
        // A retransmitted message brings the same value again.
        if (first != null && !first.equals(value)) {
            secret(header)
                    .ifPresent(secret -> vectors.putIfAbsent(
                            exchange(header),
                            secret.hash()
                                    .digest(first, value)
                                    .first(secret.encryption().blockLength())));
        }
    }

    private Optional<PayloadChain> decrypt(IsakmpMessage message) throws MalformedMessageException {
        Octets encoded = message.encode();
        if (opened.containsKey(encoded)) {
            return Optional.of(opened.get(encoded));
        }
        Optional<IkeSecret> secret = secret(message.header());
        Optional<Octets> vector = secret.flatMap(s -> vector(s, message.header()));
        if (vector.isEmpty()
                || message.body().isEmpty()
                || message.body().length() % secret.get().encryption().blockLength() != 0) {
            return Optional.empty();
        }
        Octets clear = secret.get().encryption().decrypt(secret.get().encryptionKey(), vector.get(), message.body());
        PayloadChain payloads = PayloadChain.decode(message.header().nextPayload(), clear);
        Octets last = message.body()
                .from(message.body().length() - secret.get().encryption().blockLength());
        vectors.put(exchange(message.header()), last);
        if (message.header().messageId() == 0) {
            phase1LastBlock.put(sa(message.header()), last);
        }
        opened.put(encoded, payloads);
        return Optional.of(payloads);
    }

    private Optional<Octets> vector(IkeSecret secret, IsakmpHeader header) {
        Octets known = vectors.get(exchange(header));
        if (known != null || header.messageId() == 0) {
            return Optional.ofNullable(known);
        }
        return Optional.ofNullable(phase1LastBlock.get(sa(header))).map(last -> secret.hash()
                .digest(last, messageId(header))
                .first(secret.encryption().blockLength()));
    }

    private static Octets sa(IsakmpHeader header) {
        return Octets.concat(header.initiatorCookie(), header.responderCookie());
    }

    private static Octets exchange(IsakmpHeader header) {
        return Octets.concat(sa(header), messageId(header));
    }

    private static Octets messageId(IsakmpHeader header) {
        return new OctetWriter(4).int32(header.messageId()).toOctets();
    }
}
