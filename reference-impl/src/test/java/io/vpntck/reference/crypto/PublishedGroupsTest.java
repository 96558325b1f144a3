package io.vpntck.reference.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.vectors.Published;
import io.vpntck.reference.wire.Octets;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The Diffie-Hellman groups over primes against the primes and examples of their RFCs. */
class PublishedGroupsTest {
    /** By the order in which RFC 3526 has them. */
    private static final List<Integer> RFC_3526 = List.of(5, 14, 15, 16, 17, 18);
    /** RFC 2409, section 6.1. */
    private static final String GROUP_1 =
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                    + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A63A3620FFFFFFFFFFFFFFFF";
    /** RFC 2409, section 6.2. */
    private static final String GROUP_2 =
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                    + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                    + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF";

    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "MODP_.*")
    void hasThePublishedPrimeAndGenerator(DhGroup group) {
        BigInteger prime = number(prime(group.id()));
        BigInteger generator = number(generator(group.id()));
        assertThat(prime.isProbablePrime(64)).isTrue();
        Octets exponent = Octets.ofHex("80000000000000000000000000000000000000000000000123456789abcdef01");
        assertThat(number(group.publicValue(exponent).toHex()))
                .isEqualTo(generator.modPow(number(exponent.toHex()), prime));
        assertThat(group.length()).isEqualTo(prime.bitLength() / 8);
        assertThat(group.isValidPublicValue(octets(prime.subtract(BigInteger.ONE))))
                .isFalse();
        assertThat(group.isValidPublicValue(Octets.concat(Octets.zeros(group.length() - 1), Octets.ofHex("01"))))
                .isFalse();
    }

    /** The two static keys of each group and the secret that they share. */
    @ParameterizedTest(name = "group {0}")
    @CsvSource({"22, 0", "23, 1", "24, 2"})
    void sharesTheSecretsOfRfc5114(int id, int index) {
        Published.Case one = Published.cases("rfc-5114.txt", "P").get(index);
        DhGroup group = DhGroup.ofId(id).orElseThrow();
        assertThat(group.publicValue(one.octets("XstatCAVS"))).isEqualTo(one.octets("YstatCAVS"));
        assertThat(group.publicValue(one.octets("XstatIUT"))).isEqualTo(one.octets("YstatIUT"));
        assertThat(group.sharedSecret(one.octets("XstatCAVS"), one.octets("YstatIUT")))
                .isEqualTo(one.octets("Z"));
        assertThat(group.sharedSecret(one.octets("XstatIUT"), one.octets("YstatCAVS")))
                .isEqualTo(one.octets("Z"));
    }

    private static String prime(int id) {
        if (id <= 2) {
            return id == 1 ? GROUP_1 : GROUP_2;
        }
        return id >= 22
                ? Published.cases("rfc-5114.txt", "P").get(id - 22).text("P")
                : Published.cases("rfc-3526.txt", "COUNT")
                        .get(RFC_3526.indexOf(id))
                        .text("P");
    }

    private static String generator(int id) {
        return id >= 22 ? Published.cases("rfc-5114.txt", "P").get(id - 22).text("G") : "2";
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }

    private static Octets octets(BigInteger value) {
        return Octets.ofHex(value.toString(16));
    }
}
