package io.vpntck.reference.crypto;

import io.vpntck.reference.wire.Octets;
import javax.crypto.Cipher;

/**
 * Block ciphers in CBC mode, as IKE and ESP use them, padding being the caller's; and algorithms that can be offered,
 * never used.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3602">RFC 3602</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2451">RFC 2451</a>
 */
public enum EncryptionAlgorithm {
    AES_128_CBC("AES", 16, 16),
    AES_256_CBC("AES", 32, 16),
    AES_192_CBC("AES", 24, 16),
    TRIPLE_DES_CBC("DESede", 24, 8),
    DES_CBC("DES", 8, 8),
    BLOWFISH_CBC("Blowfish", 16, 8),
    AES_128_CTR("", 20, 1),
    AES_128_GCM_16("", 20, 1),
    NULL("", 0, 1);

    private final String cipherName;
    private final int keyLength;
    private final int blockLength;

    EncryptionAlgorithm(String cipherName, int keyLength, int blockLength) {
        this.cipherName = cipherName;
        this.keyLength = keyLength;
        this.blockLength = blockLength;
    }

    /** Whether it can encrypt; the others are for offers that must be refused. */
    public boolean isComputed() {
        return !cipherName.isEmpty();
    }

    /** Length of the keying material in octets. */
    public int keyLength() {
        return keyLength;
    }

    /** Block and IV length in octets. */
    public int blockLength() {
        return blockLength;
    }

    /** Encrypts whole blocks. */
    public Octets encrypt(Octets key, Octets iv, Octets plaintext) {
        return encryptor(key).run(iv, plaintext);
    }

    /** Decrypts whole blocks. */
    public Octets decrypt(Octets key, Octets iv, Octets ciphertext) {
        return cipher(Cipher.DECRYPT_MODE, key).run(iv, ciphertext);
    }

    public CbcCipher encryptor(Octets key) {
        return cipher(Cipher.ENCRYPT_MODE, key);
    }

    /** For messages that carry their IV in front. */
    public CbcDecryption decryption(Octets key) {
        check(key);
        return new CbcDecryption(cipherName, blockLength, key);
    }

    private CbcCipher cipher(int mode, Octets key) {
        check(key);
        return new CbcCipher(cipherName, blockLength, mode, key);
    }

    private void check(Octets key) {
        if (key.length() != keyLength) {
            throw new IllegalArgumentException(this + " with a key of " + key.length() + " octets");
        }
        if (!isComputed()) {
            throw new IllegalStateException(this + " can be offered only");
        }
    }
}
