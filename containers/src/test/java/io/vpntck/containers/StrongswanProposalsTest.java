package io.vpntck.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrongswanProposalsTest {

    @ParameterizedTest
    @CsvSource({
        "AES_128_CBC,    SHA1,     MODP_1024,     aes128-sha1-modp1024",
        "AES_256_CBC,    SHA2_256, MODP_8192,     aes256-sha256-modp8192",
        "AES_192_CBC,    SHA2_384, MODP_1024_160, aes192-sha384-modp1024s160",
        "TRIPLE_DES_CBC, SHA2_512, MODP_2048_224, 3des-sha512-modp2048s224",
        "BLOWFISH_CBC,   MD5,      MODP_2048_256, blowfish128-md5-modp2048s256",
        "DES_CBC,        SHA1,     ECP_521,       des-sha1-ecp521",
    })
    void phase1InItsKeywords(EncryptionAlgorithm encryption, HashAlgorithm hash, DhGroup group, String words) {
        assertThat(StrongswanProposals.phase1(List.of(new Phase1Proposal(encryption, hash, group))))
                .isEqualTo(words);
    }

    @Test
    void severalProposalsStandInTheirOrder() {
        Phase2Proposal first = new Phase2Proposal(
                EncryptionAlgorithm.AES_256_CBC, IntegrityAlgorithm.HMAC_SHA2_256_128, Optional.of(DhGroup.MODP_1536));
        Phase2Proposal second =
                new Phase2Proposal(EncryptionAlgorithm.AES_128_GCM_16, IntegrityAlgorithm.NONE, Optional.empty());
        assertThat(StrongswanProposals.phase2(List.of(first, second))).isEqualTo("aes256-sha256-modp1536, aes128gcm16");
    }

    @Test
    void aShortHmacIsASwitch() {
        Phase2Proposal cut = new Phase2Proposal(
                EncryptionAlgorithm.AES_128_CBC, IntegrityAlgorithm.HMAC_SHA2_256_96, Optional.of(DhGroup.MODP_1024));
        assertThat(StrongswanProposals.phase2(List.of(cut))).isEqualTo("aes128-sha256-modp1024");
        assertThat(StrongswanProposals.shortSha256(List.of(cut))).isTrue();
    }
}
