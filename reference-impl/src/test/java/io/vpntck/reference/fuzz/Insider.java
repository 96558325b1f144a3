package io.vpntck.reference.fuzz;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.HashPayload;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/**
 * Somebody who holds the keys of a tunnel: seals any octets so that they are authentic.
 *
 * @param lastBlock the last ciphertext block of phase 1
 * @param toAws the SA in which the AWS side receives
 */
record Insider(IkeSecret ike, Octets lastBlock, EspSecret toAws) {
    private static final int BLOCK = 16;

    /** An ISAKMP message whose payloads are HASH(1), right for what follows, and {@code behind}. */
    Octets message(ExchangeType exchange, int messageId, int firstType, Octets behind) {
        Octets id = new OctetWriter(4).int32(messageId).toOctets();
        Octets hash = ike.hash().hmac(ike.skeyidA(), id, behind);
        Octets clear = new OctetWriter()
                .uint8(firstType)
                .uint8(0)
                .uint16(4 + hash.length())
                .octets(hash)
                .octets(behind)
                .toOctets();
        Octets vector = ike.hash().digest(lastBlock, id).first(BLOCK);
        Octets body = ike.encryption().encrypt(ike.encryptionKey(), vector, whole(clear));
        return IsakmpMessage.encrypted(
                        ike.initiatorCookie(), ike.responderCookie(), HashPayload.TYPE, exchange, messageId, body)
                .encode();
    }

    /** An ESP packet with a right ICV around {@code clear}, which is padding and trailer as well. */
    Octets esp(long sequence, Octets clear) {
        EncryptionAlgorithm encryption = toAws.encryption();
        Octets vector = Octets.zeros(BLOCK);
        Octets front = new OctetWriter()
                .int32(toAws.spi())
                .uint32(sequence)
                .octets(vector)
                .octets(encryption.encrypt(toAws.encryptionKey(), vector, whole(clear)))
                .toOctets();
        return Octets.concat(front, toAws.integrity().icv(toAws.integrityKey(), front));
    }

    private static Octets whole(Octets clear) {
        return Octets.concat(clear, Octets.zeros((BLOCK - clear.length() % BLOCK) % BLOCK));
    }
}
