package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.vectors.Published;
import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SKEYID and the three keys out of it, against NIST's vectors for SP 800-135 with pre-shared keys. */
class PublishedKeyDerivationTest {

    @ParameterizedTest(name = "{0}: {2} cases")
    @CsvSource({"SHA-1, SHA1, 125", "SHA-256, SHA2_256, 100"})
    void derivesWhatNistDerives(String name, HashAlgorithm hash, int count) {
        int seen = 0;
        for (Published.Case one : Published.cases("nist-ikev1_psk.fax", "COUNT")) {
            if (one.text("section").equals(name)) {
                Phase1Keys keys = Phase1Keys.derive(
                        hash,
                        EncryptionAlgorithm.AES_128_CBC,
                        new Phase1Keys.Exchange(
                                one.octets("pre-shared-key"),
                                one.octets("CKY_I"),
                                one.octets("CKY_R"),
                                one.octets("Ni"),
                                one.octets("Nr"),
                                Octets.EMPTY,
                                Octets.EMPTY,
                                one.octets("g^xy")));
                assertThat(keys.skeyid()).isEqualTo(one.octets("SKEYID"));
                assertThat(keys.skeyidD()).isEqualTo(one.octets("SKEYID_d"));
                assertThat(keys.skeyidA()).isEqualTo(one.octets("SKEYID_a"));
                assertThat(keys.skeyidE()).isEqualTo(one.octets("SKEYID_e"));
                seen++;
            }
        }
        assertThat(seen).isEqualTo(count);
    }
}
