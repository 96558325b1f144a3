package io.vpntck.reference.cgw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlgorithmNamesTest {

    private static Function<String, String> elements(String encryption, String authentication, String group) {
        return Map.of(
                "encryption_protocol", encryption,
                "authentication_protocol", authentication,
                "perfect_forward_secrecy", group)::get;
    }

    @Test
    void theNamesThatAwsWrites() {
        assertThat(AlgorithmNames.phase1(elements("aes-128-cbc", "sha1", "group2")))
                .containsExactly(
                        new Phase1Proposal(EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, DhGroup.MODP_1024));
        assertThat(AlgorithmNames.phase2(elements("aes-128-cbc", "hmac-sha1-96", "group2")))
                .containsExactly(new Phase2Proposal(
                        EncryptionAlgorithm.AES_128_CBC,
                        IntegrityAlgorithm.HMAC_SHA1_96,
                        Optional.of(DhGroup.MODP_1024)));
    }

    @Test
    void severalNamesAreEveryCombinationBestFirst() {
        assertThat(AlgorithmNames.phase1(elements("aes-256-cbc, 3des-cbc", "sha2-256", "group24,group5")))
                .containsExactly(
                        new Phase1Proposal(
                                EncryptionAlgorithm.AES_256_CBC, HashAlgorithm.SHA2_256, DhGroup.MODP_2048_256),
                        new Phase1Proposal(EncryptionAlgorithm.AES_256_CBC, HashAlgorithm.SHA2_256, DhGroup.MODP_1536),
                        new Phase1Proposal(
                                EncryptionAlgorithm.TRIPLE_DES_CBC, HashAlgorithm.SHA2_256, DhGroup.MODP_2048_256),
                        new Phase1Proposal(
                                EncryptionAlgorithm.TRIPLE_DES_CBC, HashAlgorithm.SHA2_256, DhGroup.MODP_1536));
    }

    @Test
    void phase2MayDoWithoutAGroup() {
        assertThat(AlgorithmNames.phase2(elements("null", "none", "none")))
                .containsExactly(
                        new Phase2Proposal(EncryptionAlgorithm.NULL, IntegrityAlgorithm.NONE, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "aes-512-cbc, sha1,         group2,  <encryption_protocol> says aes-512-cbc",
        "aes-128-cbc, hmac-sha1-96, group2,  <authentication_protocol> says hmac-sha1-96",
        "aes-128-cbc, sha1,         group3,  <perfect_forward_secrecy> says group3",
        "aes-128-cbc, sha1,         none,    <perfect_forward_secrecy> says none",
    })
    void refusesANameThatItDoesNotKnow(String encryption, String hash, String group, String message) {
        assertThatThrownBy(() -> AlgorithmNames.phase1(elements(encryption, hash, group)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
