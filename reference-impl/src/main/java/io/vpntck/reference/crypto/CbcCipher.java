package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES in CBC mode with one key and in one direction, for many messages. Padding is the caller's.
 *
 * <p>The key is expanded once. Not for two threads at once.
 */
public final class CbcCipher {
    private static final int BLOCK = 16;

    private final int mode;
    private final SecretKeySpec key;
    private final Cipher cipher;

    CbcCipher(int mode, Octets key) {
        this.mode = mode;
        this.key = new SecretKeySpec(key.toByteArray(), "AES");
        try {
            this.cipher = Cipher.getInstance("AES/CBC/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no AES/CBC", e);
        }
    }

    /** Turns {@code length} octets of {@code text}, whole blocks, into as many of {@code out}; the arrays differ. */
    public void run(Octets iv, byte[] text, int offset, int length, byte[] out, int outOffset) {
        iv.feed(
                0,
                BLOCK,
                (bytes, at, block) -> run(new IvParameterSpec(bytes, at, block), text, offset, length, out, outOffset));
    }

    /** As above, with the IV in front of the text in {@code from}..{@code to} of {@code message}. */
    public void runBehindIv(Octets message, int from, int to, byte[] out, int outOffset) {
        message.feed(
                from,
                to,
                (bytes, at, length) ->
                        run(new IvParameterSpec(bytes, at, BLOCK), bytes, at + BLOCK, length - BLOCK, out, outOffset));
    }

    private void run(IvParameterSpec iv, byte[] text, int offset, int length, byte[] out, int outOffset) {
        if (length % BLOCK != 0) {
            throw new IllegalArgumentException(length + " octets are no whole blocks");
        }
        try {
            cipher.init(mode, key, iv);
            cipher.doFinal(text, offset, length, out, outOffset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK's AES/CBC fails", e);
        }
    }

    Octets run(Octets iv, Octets text) {
        if (iv.length() != BLOCK) {
            throw new IllegalArgumentException("an IV of " + iv.length() + " octets");
        }
        return Octets.filled(
                text.length(),
                out -> text.feed(0, text.length(), (bytes, at, length) -> run(iv, bytes, at, length, out, 0)));
    }
}
