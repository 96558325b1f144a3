package io.vpntck.reference.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vpntck.reference.vectors.Published;
import io.vpntck.reference.wire.Octets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HMAC, whole as the PRF of IKE and truncated as ESP's ICV, against the RFCs and Project Wycheproof. */
class PublishedHmacVectorsTest {

    /** A case of RFC 4231 gives the first 128 bits alone. */
    @ParameterizedTest(name = "{1}: {2} cases")
    @CsvSource({"SHA1, rfc-2202-sha1.txt, 7", "SHA2_256, rfc-4231-sha256.txt, 6"})
    void givesTheDigestsOfTheRfcs(HashAlgorithm hash, String file, int count) {
        int seen = 0;
        for (Published.Case one : Published.cases(file, "Len")) {
            Octets expected = one.octets("MD");
            assertThat(hash.hmac(one.octets("Key"), one.octets("Msg")).first(expected.length()))
                    .isEqualTo(expected);
            seen++;
        }
        assertThat(seen).isEqualTo(count);
    }

    @ParameterizedTest(name = "{1}: {2} valid, {3} invalid")
    @CsvSource({"SHA1, wycheproof-hmac_sha1_test.json, 66, 104", "SHA2_256, wycheproof-hmac_sha256_test.json, 66, 108"})
    void agreesWithWycheproof(HashAlgorithm hash, String file, int valid, int invalid) {
        int right = 0;
        int wrong = 0;
        for (JsonNode group : Published.wycheproof(file)) {
            int length = group.get("tagSize").asInt() / 8;
            for (JsonNode test : group.get("tests")) {
                Octets tag = octets(test, "tag");
                boolean same = hash.hmac(octets(test, "key"), octets(test, "msg"))
                        .first(length)
                        .equals(tag);
                boolean expected = test.get("result").asText().equals("valid");
                assertThat(same).as(test.toString()).isEqualTo(expected);
                right += expected ? 1 : 0;
                wrong += expected ? 0 : 1;
            }
        }
        assertThat(right).isEqualTo(valid);
        assertThat(wrong).isEqualTo(invalid);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // RFC 2202, section 3, case 1, cut to the 96 bits of RFC 2404.
        "HMAC_SHA1_96, 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265, b617318655057264e28bc0b6",
        // RFC 4868, section 2.7.2.1, test case AUTH256-1 with its key of 32 octets.
        "HMAC_SHA2_256_128, 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265,"
                + " 198a607eb44bfbc69903a0f1cf2bbdc5"
    })
    void truncatesAsEspDoes(IntegrityAlgorithm algorithm, String key, String message, String icv) {
        assertThat(algorithm.icv(Octets.ofHex(key), Octets.ofHex(message)).toHex())
                .isEqualTo(icv);
    }

    private static Octets octets(JsonNode test, String field) {
        return Octets.ofHex(test.get(field).asText());
    }
}
