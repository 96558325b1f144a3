package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES in CBC mode, as IKE and ESP use it. Padding is the caller's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3602">RFC 3602</a>
 */
public enum EncryptionAlgorithm {
    AES_128_CBC(16),
    AES_256_CBC(32);

    private final int keyLength;

    EncryptionAlgorithm(int keyLength) {
        this.keyLength = keyLength;
    }

    /** Key length in octets. */
    public int keyLength() {
        return keyLength;
    }

    /** Block and IV length in octets. */
    public int blockLength() {
        return 16;
    }

    /** Encrypts whole blocks. */
    public Octets encrypt(Octets key, Octets iv, Octets plaintext) {
        return run(Cipher.ENCRYPT_MODE, key, iv, plaintext);
    }

    /** Decrypts whole blocks. */
    public Octets decrypt(Octets key, Octets iv, Octets ciphertext) {
        return run(Cipher.DECRYPT_MODE, key, iv, ciphertext);
    }

    private Octets run(int mode, Octets key, Octets iv, Octets text) {
        if (key.length() != keyLength || iv.length() != 16 || text.length() % 16 != 0) {
            throw new IllegalArgumentException(
                    this + ": key " + key.length() + ", IV " + iv.length() + ", text " + text.length() + " octets");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key.toByteArray(), "AES"), new IvParameterSpec(iv.toByteArray()));
            return Octets.of(cipher.doFinal(text.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no AES/CBC", e);
        }
    }
}
