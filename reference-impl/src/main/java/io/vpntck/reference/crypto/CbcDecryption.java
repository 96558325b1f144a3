package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decryption in CBC mode with one key of many messages that carry their IV in front. Padding is the caller's.
 *
 * <p>The cipher is set up once and goes from message to message as through one long text: to it, an IV is the block of
 * ciphertext before the first. The clear block that it makes of the IV means nothing and is left out. Not for two
 * threads at once.
 */
public final class CbcDecryption {
    private final int block;
    private final Cipher cipher;

    /** @param name the cipher's, as JCA has it */
    CbcDecryption(String name, int block, Octets key) {
        this.block = block;
        try {
            cipher = Cipher.getInstance(name + "/CBC/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key.toByteArray(), name),
                    new IvParameterSpec(new byte[block]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no " + name + "/CBC", e);
        }
    }

    /** What was encrypted in the octets before {@code end}: an IV and whole blocks. */
    public Octets decrypt(Octets message, int end) {
        if (end < block || end % block != 0) {
            throw new IllegalArgumentException(end + " octets are no IV and whole blocks");
        }
        return Octets.filled(end, out -> message.feed(0, end, (bytes, at, length) -> through(bytes, at, length, out)))
                .from(block);
    }

    private void through(byte[] bytes, int at, int length, byte[] out) {
        try {
            cipher.update(bytes, at, length, out, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK's cipher fails", e);
        }
    }
}
