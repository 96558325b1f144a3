package io.vpntck.reference.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vpntck.reference.vectors.Published;
import io.vpntck.reference.wire.Octets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AES-CBC against NIST's known answers and Project Wycheproof. */
class PublishedCipherVectorsTest {

    @ParameterizedTest(name = "{1}: {2} cases")
    @CsvSource({
        "AES_128_CBC, nist-CBCGFSbox128.rsp, 14",
        "AES_256_CBC, nist-CBCGFSbox256.rsp, 10",
        "AES_128_CBC, nist-CBCKeySbox128.rsp, 42",
        "AES_256_CBC, nist-CBCKeySbox256.rsp, 32",
        "AES_128_CBC, nist-CBCVarKey128.rsp, 256",
        "AES_256_CBC, nist-CBCVarKey256.rsp, 512",
        "AES_128_CBC, nist-CBCVarTxt128.rsp, 256",
        "AES_256_CBC, nist-CBCVarTxt256.rsp, 256",
        "AES_128_CBC, nist-CBCMMT128.rsp, 20",
        "AES_256_CBC, nist-CBCMMT256.rsp, 20"
    })
    void givesTheKnownAnswers(EncryptionAlgorithm algorithm, String file, int count) {
        int seen = 0;
        for (Published.Case one : Published.cases(file, "COUNT")) {
            Octets plain = one.octets("PLAINTEXT");
            Octets cipher = one.octets("CIPHERTEXT");
            if (one.text("section").equals("ENCRYPT")) {
                assertThat(algorithm.encrypt(one.octets("KEY"), one.octets("IV"), plain))
                        .isEqualTo(cipher);
            } else {
                assertThat(algorithm.decrypt(one.octets("KEY"), one.octets("IV"), cipher))
                        .isEqualTo(plain);
            }
            seen++;
        }
        assertThat(seen).isEqualTo(count);
    }

    /** The padding of these is PKCS #5, so it is put on here; a wrong padding must not come out of a right one. */
    @Test
    void agreesWithWycheproof() {
        int valid = 0;
        int invalid = 0;
        for (JsonNode group : Published.wycheproof("wycheproof-aes_cbc_pkcs5_test.json")) {
            int keySize = group.get("keySize").asInt();
            for (JsonNode test : group.get("tests")) {
                if (keySize != 192) {
                    EncryptionAlgorithm algorithm =
                            keySize == 128 ? EncryptionAlgorithm.AES_128_CBC : EncryptionAlgorithm.AES_256_CBC;
                    Octets padded = padded(octets(test, "msg"));
                    Octets cipher = octets(test, "ct");
                    boolean same = algorithm
                            .encrypt(octets(test, "key"), octets(test, "iv"), padded)
                            .equals(cipher);
                    boolean right = test.get("result").asText().equals("valid");
                    assertThat(same).as(test.toString()).isEqualTo(right);
                    if (right) {
                        valid++;
                        assertThat(algorithm.decrypt(octets(test, "key"), octets(test, "iv"), cipher))
                                .isEqualTo(padded);
                    } else {
                        invalid++;
                    }
                }
            }
        }
        assertThat(valid).isEqualTo(48);
        assertThat(invalid).isEqualTo(74);
    }

    private static Octets padded(Octets text) {
        int count = 16 - text.length() % 16;
        byte[] padding = new byte[count];
        Arrays.fill(padding, (byte) count);
        return Octets.concat(text, Octets.of(padding));
    }

    private static Octets octets(JsonNode test, String field) {
        return Octets.ofHex(test.get(field).asText());
    }
}
