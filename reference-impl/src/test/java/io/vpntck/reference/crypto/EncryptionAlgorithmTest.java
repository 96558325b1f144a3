package io.vpntck.reference.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EncryptionAlgorithmTest {

    /** One block: RFC 3602, section 4, case 1; NIST SP 800-38A, F.2.3 and F.2.5 (AES-192 and AES-256 in CBC). */
    @ParameterizedTest
    @CsvSource({
        "AES_128_CBC, 06a9214036b8a15b512e03d534120006, 3dafba429d9eb430b422da802c9fac41,"
                + " 53696e676c6520626c6f636b206d7367, e353779c1079aeb82708942dbe77181a",
        "AES_192_CBC, 8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b, 000102030405060708090a0b0c0d0e0f,"
                + " 6bc1bee22e409f96e93d7e117393172a, 4f021db243bc633d7178183a9fa071e8",
        "AES_256_CBC, 603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4,"
                + " 000102030405060708090a0b0c0d0e0f, 6bc1bee22e409f96e93d7e117393172a,"
                + " f58c4c04d6e5f1ba779eabfb5f7bfbd6",
    })
    void givesTheKnownCiphertext(EncryptionAlgorithm algorithm, String key, String iv, String clear, String cipher) {
        assertThat(algorithm.encrypt(Octets.ofHex(key), Octets.ofHex(iv), Octets.ofHex(clear)))
                .isEqualTo(Octets.ofHex(cipher));
        assertThat(algorithm.decrypt(Octets.ofHex(key), Octets.ofHex(iv), Octets.ofHex(cipher)))
                .isEqualTo(Octets.ofHex(clear));
    }

    @ParameterizedTest
    @EnumSource(names = {"TRIPLE_DES_CBC", "DES_CBC", "BLOWFISH_CBC"})
    void decryptsWhatItEncrypts(EncryptionAlgorithm algorithm) {
        Octets key = DhGroupTest.entropy(1).next(algorithm.keyLength());
        Octets iv = DhGroupTest.entropy(2).next(8);
        Octets clear = DhGroupTest.entropy(3).next(40);
        assertThat(algorithm.decrypt(key, iv, algorithm.encrypt(key, iv, clear)))
                .isEqualTo(clear);
    }

    @ParameterizedTest
    @EnumSource(names = {"AES_128_CTR", "AES_128_GCM_16", "NULL"})
    void othersAreOfferedOnly(EncryptionAlgorithm algorithm) {
        assertThat(algorithm.isComputed()).isFalse();
        assertThatThrownBy(
                        () -> algorithm.encrypt(Octets.zeros(algorithm.keyLength()), Octets.zeros(1), Octets.zeros(16)))
                .isInstanceOf(IllegalStateException.class);
    }
}
