package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import javax.crypto.Cipher;

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
        return encryptor(key).run(iv, plaintext);
    }

    /** Decrypts whole blocks. */
    public Octets decrypt(Octets key, Octets iv, Octets ciphertext) {
        return decryptor(key).run(iv, ciphertext);
    }

    public CbcCipher encryptor(Octets key) {
        return cipher(Cipher.ENCRYPT_MODE, key);
    }

    public CbcCipher decryptor(Octets key) {
        return cipher(Cipher.DECRYPT_MODE, key);
    }

    private CbcCipher cipher(int mode, Octets key) {
        if (key.length() != keyLength) {
            throw new IllegalArgumentException(this + " with a key of " + key.length() + " octets");
        }
        return new CbcCipher(mode, key);
    }
}
