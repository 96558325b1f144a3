package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A block cipher in CBC mode with one key and in one direction, for many messages. Padding is the caller's.
 *
 * <p>The key is expanded once. Not for two threads at once.
 */
public final class CbcCipher {
    private final int block;
    private final int mode;
    private final SecretKeySpec key;
    private final Cipher cipher;

    /** @param name the cipher's, as JCA has it */
    CbcCipher(String name, int block, int mode, Octets key) {
        this.block = block;
        this.mode = mode;
        this.key = new SecretKeySpec(key.toByteArray(), name);
        try {
            this.cipher = Cipher.getInstance(name + "/CBC/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no " + name + "/CBC", e);
        }
    }

    /** Turns {@code length} octets of {@code text}, whole blocks, into as many of {@code out}; the arrays differ. */
    public void run(Octets iv, byte[] text, int offset, int length, byte[] out, int outOffset) {
        iv.feed(
                0,
                block,
                (bytes, at, size) -> run(new IvParameterSpec(bytes, at, size), text, offset, length, out, outOffset));
    }

    private void run(IvParameterSpec iv, byte[] text, int offset, int length, byte[] out, int outOffset) {
        if (length % block != 0) {
            throw new IllegalArgumentException(length + " octets are no whole blocks");
        }
        try {
            cipher.init(mode, key, iv);
            cipher.doFinal(text, offset, length, out, outOffset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK's cipher fails", e);
        }
    }

    Octets run(Octets iv, Octets text) {
        if (iv.length() != block) {
            throw new IllegalArgumentException("an IV of " + iv.length() + " octets");
        }
        return Octets.filled(
                text.length(),
                out -> text.feed(0, text.length(), (bytes, at, length) -> run(iv, bytes, at, length, out, 0)));
    }
}
