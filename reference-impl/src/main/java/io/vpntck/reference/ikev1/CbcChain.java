package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.List;

/**
 * The encryption of one exchange: the last ciphertext block of a message is the vector of the next (RFC 2409,
 * appendix B). Immutable, so that a message that proves to be forged leaves no trace in it.
 */
record CbcChain(EncryptionAlgorithm encryption, Octets key, Octets vector) {

    /** A message body and the chain for the message after it. */
    record Sealed(Octets ciphertext, CbcChain next) {}

    /** What was inside a message body, and the chain for the message after it. */
    record Opened(PayloadChain payloads, CbcChain next) {}

    Sealed seal(List<Payload> payloads) {
        Octets clear = new PayloadChain(payloads, Octets.EMPTY).encode();
        int block = encryption.blockLength();
        Octets padded = Octets.concat(clear, Octets.zeros((block - clear.length() % block) % block));
        Octets ciphertext = encryption.encrypt(key, vector, padded);
        return new Sealed(ciphertext, after(ciphertext));
    }

    Opened open(int firstType, Octets ciphertext) throws MalformedMessageException {
        int block = encryption.blockLength();
        if (ciphertext.isEmpty() || ciphertext.length() % block != 0) {
            throw new MalformedMessageException(
                    "Ciphertext", 28, ciphertext.length() + " octets are not whole blocks of " + block);
        }
        Octets clear = encryption.decrypt(key, vector, ciphertext);
        return new Opened(PayloadChain.decode(firstType, clear), after(ciphertext));
    }

    private CbcChain after(Octets ciphertext) {
        return new CbcChain(encryption, key, ciphertext.from(ciphertext.length() - encryption.blockLength()));
    }
}
