package io.vpntck.reference.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.esp.EspKeys;
import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverheadTest {

    /** The table of AWS Site-to-Site VPN User Guide, "Best practices for your customer gateway device". */
    @ParameterizedTest(name = "{0} with {1}, in UDP: {2}")
    @CsvSource({
        "AES_128_CBC, HMAC_SHA1_96,      false, 1438",
        "AES_128_CBC, HMAC_SHA1_96,      true,  1422",
        "AES_256_CBC, HMAC_SHA2_256_128, false, 1438",
        "AES_256_CBC, HMAC_SHA2_256_128, true,  1422"
    })
    void leavesWhatTheTableSays(
            EncryptionAlgorithm encryption, IntegrityAlgorithm integrity, boolean inUdp, int largest) {
        EspKeys keys = new EspKeys(
                1, encryption, integrity, Octets.zeros(encryption.keyLength()), Octets.zeros(integrity.keyLength()));
        assertThat(Overhead.largestInner(1500, inUdp, keys)).isEqualTo(largest);
    }
}
