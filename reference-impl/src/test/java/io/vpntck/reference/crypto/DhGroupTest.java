package io.vpntck.reference.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DhGroupTest {

    static Entropy entropy(long seed) {
        Random random = new Random(seed);
        return length -> {
            byte[] octets = new byte[length];
            random.nextBytes(octets);
            return Octets.of(octets);
        };
    }

    static Stream<DhGroup> computed() {
        return Stream.of(DhGroup.values()).filter(DhGroup::isComputed);
    }

    private static BigInteger number(Octets octets) {
        return new BigInteger(1, octets.toByteArray());
    }

    private static Octets exponent(int value) {
        return Octets.of(new byte[] {(byte) value});
    }

    static Stream<Arguments> bouncyCastle() {
        return Stream.of(
                Arguments.of(1, DHStandardGroups.rfc2409_768),
                Arguments.of(2, DHStandardGroups.rfc2409_1024),
                Arguments.of(5, DHStandardGroups.rfc3526_1536),
                Arguments.of(14, DHStandardGroups.rfc3526_2048),
                Arguments.of(15, DHStandardGroups.rfc3526_3072),
                Arguments.of(16, DHStandardGroups.rfc3526_4096),
                Arguments.of(17, DHStandardGroups.rfc3526_6144),
                Arguments.of(18, DHStandardGroups.rfc3526_8192));
    }

    /** The primes and generators of RFC 2409 and RFC 3526, as Bouncy Castle has them. */
    @ParameterizedTest(name = "group {0}")
    @MethodSource("bouncyCastle")
    void agreesWithBouncyCastle(int id, DHParameters parameters) {
        DhGroup group = DhGroup.ofId(id).orElseThrow();
        Octets secret = group.privateValue(entropy(id));
        assertThat(number(group.publicValue(secret)))
                .isEqualTo(parameters.getG().modPow(number(secret), parameters.getP()));
        assertThat(group.length() * 8).isEqualTo(parameters.getP().bitLength());
        assertThat(group.isValidPublicValue(
                        Octets.of(parameters.getP().subtract(BigInteger.ONE).toByteArray(), 1, group.length())))
                .as("p-1")
                .isFalse();
        assertThat(group.isValidPublicValue(
                        Octets.of(parameters.getP().subtract(BigInteger.TWO).toByteArray(), 1, group.length())))
                .as("p-2")
                .isTrue();
    }

    @ParameterizedTest(name = "group {0}")
    @ValueSource(ints = {22, 23, 24})
    void givesTheTestDataOfRfc5114(int id) throws IOException {
        Properties data = new Properties();
        try (InputStream in = DhGroupTest.class.getResourceAsStream("/vectors/rfc5114-appendix-a.properties")) {
            data.load(in);
        }
        DhGroup group = DhGroup.ofId(id).orElseThrow();
        Octets xA = Octets.ofHex(data.getProperty(id + ".xA"));
        Octets xB = Octets.ofHex(data.getProperty(id + ".xB"));
        Octets yA = Octets.ofHex(data.getProperty(id + ".yA"));
        Octets yB = Octets.ofHex(data.getProperty(id + ".yB"));
        Octets z = Octets.ofHex(data.getProperty(id + ".Z"));
        assertThat(group.publicValue(xA)).isEqualTo(yA);
        assertThat(group.publicValue(xB)).isEqualTo(yB);
        assertThat(group.sharedSecret(xA, yB)).isEqualTo(z);
        assertThat(group.sharedSecret(xB, yA)).isEqualTo(z);
    }

    @ParameterizedTest
    @MethodSource("computed")
    void bothSidesHaveTheSameSecret(DhGroup group) {
        Octets left = group.privateValue(entropy(1));
        Octets right = group.privateValue(entropy(2));
        Octets leftPublic = group.publicValue(left);
        Octets rightPublic = group.publicValue(right);
        assertThat(group.isValidPublicValue(leftPublic)).isTrue();
        assertThat(group.sharedSecret(left, rightPublic))
                .isEqualTo(group.sharedSecret(right, leftPublic))
                .satisfies(secret -> assertThat(secret.length()).isEqualTo(group.length()));
    }

    @ParameterizedTest(name = "group {0}: {1} bits")
    @CsvSource({
        "1, 160", "2, 160", "5, 192", "14, 256", "15, 272", "16, 304", "17, 344", "18, 384", "22, 160", "23, 224",
        "24, 256"
    })
    void aPrivateExponentIsAsLongAsTheStrengthCallsFor(int id, int bits) {
        assertThat(DhGroup.ofId(id).orElseThrow().privateValue(entropy(id)).length() * 8)
                .isEqualTo(bits);
    }

    /** RFC 2631, section 2.2: 1 to q-1; here for the smallest and the greatest random number. */
    @ParameterizedTest(name = "group {0}")
    @ValueSource(ints = {22, 23, 24})
    void aPrivateExponentOfASubgroupIsBelowItsOrder(int id) {
        DhGroup group = DhGroup.ofId(id).orElseThrow();
        assertThat(number(group.privateValue(Octets::zeros))).isEqualTo(BigInteger.ONE);
        Octets greatest = group.privateValue(length -> {
            byte[] ones = new byte[length];
            java.util.Arrays.fill(ones, (byte) 0xff);
            return Octets.of(ones);
        });
        assertThat(group.publicValue(greatest)).isNotEqualTo(group.publicValue(exponent(0)));
        assertThat(greatest.length()).isEqualTo(id == 22 ? 20 : id == 23 ? 28 : 32);
    }

    @ParameterizedTest
    @MethodSource("computed")
    void refusesDegeneratePublicValues(DhGroup group) {
        Octets zero = Octets.zeros(group.length());
        Octets one = zero.with(group.length() - 1, 1);
        Octets valid = group.publicValue(group.privateValue(entropy(3)));
        assertThat(group.isValidPublicValue(zero)).as("0").isFalse();
        assertThat(group.isValidPublicValue(one)).as("1").isFalse();
        assertThat(group.isValidPublicValue(valid.from(1))).as("too short").isFalse();
        assertThat(group.isValidPublicValue(Octets.concat(Octets.zeros(1), valid)))
                .as("too long")
                .isFalse();
        assertThatThrownBy(() -> group.sharedSecret(exponent(5), one)).isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 6989, section 2.2: a value outside the subgroup would give away the exponent bit by bit. */
    @ParameterizedTest(name = "group {0}")
    @ValueSource(ints = {22, 23, 24})
    void refusesWhatIsNotInTheSubgroup(int id) {
        DhGroup group = DhGroup.ofId(id).orElseThrow();
        assertThat(group.isValidPublicValue(Octets.zeros(group.length()).with(group.length() - 1, 2)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ECP_192", "ECP_224", "ECP_256", "ECP_384", "ECP_521"})
    void curvesAreOfferedOnly(DhGroup group) {
        Octets offered = group.publicValue(group.privateValue(entropy(4)));
        assertThat(offered.length()).isEqualTo(group.length());
        assertThat(group.isValidPublicValue(offered)).isFalse();
    }

    @Test
    void noGroupHasAnotherNumber() {
        assertThat(DhGroup.ofId(3)).isEmpty();
        assertThat(DhGroup.ofId(27)).isEmpty();
    }
}
