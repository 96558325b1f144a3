package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.wire.Octets;

/**
 * The keys of an IKE SA that authenticates with a pre-shared key, and what they prove and protect.
 *
 * @param initialVector for the first encrypted message of main mode
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#section-5">RFC 2409, section 5 and appendix B</a>
 */
record Phase1Keys(
        HashAlgorithm hash,
        EncryptionAlgorithm encryption,
        Octets skeyid,
        Octets skeyidD,
        Octets skeyidA,
        Octets skeyidE,
        Octets encryptionKey,
        Octets initialVector) {

    /** What both sides know after message 4 of main mode, besides the cookies. */
    record Exchange(
            Octets preSharedKey,
            Octets initiatorCookie,
            Octets responderCookie,
            Octets initiatorNonce,
            Octets responderNonce,
            Octets initiatorPublicValue,
            Octets responderPublicValue,
            Octets sharedSecret) {

        /** The same with another pre-shared key. */
        Exchange with(Octets key) {
            return new Exchange(
                    key,
                    initiatorCookie,
                    responderCookie,
                    initiatorNonce,
                    responderNonce,
                    initiatorPublicValue,
                    responderPublicValue,
                    sharedSecret);
        }
    }

    static Phase1Keys derive(HashAlgorithm hash, EncryptionAlgorithm encryption, Exchange in) {
        Octets skeyid = hash.hmac(in.preSharedKey, in.initiatorNonce, in.responderNonce);
        Octets skeyidD = chained(hash, skeyid, Octets.EMPTY, in, 0);
        Octets skeyidA = chained(hash, skeyid, skeyidD, in, 1);
        Octets skeyidE = chained(hash, skeyid, skeyidA, in, 2);
        Octets vector = hash.digest(in.initiatorPublicValue, in.responderPublicValue);
        return new Phase1Keys(
                hash,
                encryption,
                skeyid,
                skeyidD,
                skeyidA,
                skeyidE,
                stretched(hash, skeyidE, encryption.keyLength()),
                vector.first(encryption.blockLength()));
    }

    private static Octets chained(HashAlgorithm hash, Octets skeyid, Octets previous, Exchange in, int index) {
        return hash.hmac(skeyid, previous, in.sharedSecret, in.initiatorCookie, in.responderCookie, octet(index));
    }

    /** RFC 2409, appendix B: a key longer than SKEYID_e is made of it block by block, beginning with a zero octet. */
    private static Octets stretched(HashAlgorithm hash, Octets skeyidE, int length) {
        if (skeyidE.length() >= length) {
            return skeyidE.first(length);
        }
        Octets block = hash.hmac(skeyidE, octet(0));
        Octets key = block;
        while (key.length() < length) {
            block = hash.hmac(skeyidE, block);
            key = Octets.concat(key, block);
        }
        return key.first(length);
    }

    /** HASH_I, by which the initiator proves itself: {@code saBody} is its SA payload, {@code idBody} its identity. */
    Octets hashI(Exchange in, Octets saBody, Octets idBody) {
        return hash.hmac(
                skeyid,
                in.initiatorPublicValue,
                in.responderPublicValue,
                in.initiatorCookie,
                in.responderCookie,
                saBody,
                idBody);
    }

    /** HASH_R, the responder's proof; {@code saBody} is the initiator's SA payload here as well. */
    Octets hashR(Exchange in, Octets saBody, Octets idBody) {
        return hash.hmac(
                skeyid,
                in.responderPublicValue,
                in.initiatorPublicValue,
                in.responderCookie,
                in.initiatorCookie,
                saBody,
                idBody);
    }

    /**
     * The vector for the first message of an exchange under this SA.
     *
     * @param lastBlock the last ciphertext block of phase 1
     */
    Octets phase2Vector(Octets lastBlock, Octets messageId) {
        return hash.digest(lastBlock, messageId).first(encryption.blockLength());
    }

    private static Octets octet(int value) {
        return Octets.of(new byte[] {(byte) value});
    }
}
