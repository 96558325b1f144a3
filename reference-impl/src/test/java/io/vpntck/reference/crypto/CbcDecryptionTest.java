package io.vpntck.reference.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.api.Test;

class CbcDecryptionTest {
    private static final String IV = "3dafba429d9eb430b422da802c9fac41";
    private static final CbcDecryption RFC_3602_CASE_1 =
            EncryptionAlgorithm.AES_128_CBC.decryption(Octets.ofHex("06a9214036b8a15b512e03d534120006"));

    @Test
    void oneMessageLeavesNothingForTheNext() {
        Octets message = Octets.ofHex(IV + "e353779c1079aeb82708942dbe77181a");
        Octets clear = Octets.ofHex("53696e676c6520626c6f636b206d7367");
        assertThat(RFC_3602_CASE_1.decrypt(message, 32)).isEqualTo(clear);
        assertThat(RFC_3602_CASE_1.decrypt(Octets.ofHex("00".repeat(48)), 48)).isNotEqualTo(clear);
        assertThat(RFC_3602_CASE_1.decrypt(message, 32)).isEqualTo(clear);
    }

    @Test
    void whatFollowsTheEndIsLeftAlone() {
        Octets message = Octets.ofHex(IV + "e353779c1079aeb82708942dbe77181a" + "ff".repeat(12));
        assertThat(RFC_3602_CASE_1.decrypt(message, 32)).isEqualTo(Octets.ofHex("53696e676c6520626c6f636b206d7367"));
    }

    @Test
    void anIvAloneIsNoOctets() {
        assertThat(RFC_3602_CASE_1.decrypt(Octets.ofHex(IV), 16)).isEqualTo(Octets.EMPTY);
    }

    @Test
    void partsOfBlocksAreRefused() {
        assertThatThrownBy(() -> RFC_3602_CASE_1.decrypt(Octets.ofHex(IV + "00"), 17))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("17 octets");
    }
}
