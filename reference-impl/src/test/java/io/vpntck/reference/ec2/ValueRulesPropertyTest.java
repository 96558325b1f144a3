package io.vpntck.reference.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The rules for values, against oracles that were written from the text of the documents alone. */
class ValueRulesPropertyTest {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final List<String> RESERVED_THIRD_OCTETS = List.of("0", "1", "2", "3", "4", "5");

    /** VPN-PSK-01 to VPN-PSK-03. */
    @Property(tries = 5000)
    void exactlyTheKeysOfTheDocumentsAreTaken(@ForAll("keys") String key) {
        Optional<Rejection> rejection = PreSharedKeys.check(key);
        assertThat(rejection.isEmpty()).as("taken: %s", key).isEqualTo(mayBeAKey(key));
        rejection.ifPresent(r -> {
            assertThat(r.code()).isEqualTo("InvalidParameterValue");
            assertThat(r.parameter()).isEqualTo("PreSharedKey");
            assertThat(r.value()).isEqualTo(key.length() + " characters");
            assertThat(r.rule()).isNotBlank();
        });
    }

    private static boolean mayBeAKey(String key) {
        if (key.length() < 8 || key.length() > 64 || key.charAt(0) == '0') {
            return false;
        }
        for (char c : key.toCharArray()) {
            if ((LETTERS + "0123456789" + "._").indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    @Provide
    Arbitrary<String> keys() {
        Arbitrary<String> usual = Arbitraries.strings()
                .withChars(LETTERS + "0123456789._")
                .ofMinLength(0)
                .ofMaxLength(70);
        Arbitrary<String> nearly = Arbitraries.strings()
                .withChars("09azAZ._-/:@[`{ \u00e9\u0660\uff10")
                .ofMinLength(6)
                .ofMaxLength(66);
        return Arbitraries.oneOf(usual, nearly, Arbitraries.strings().ofMaxLength(70), usual.map(k -> "0" + k));
    }

    /** VPN-CIDR-01 to VPN-CIDR-04, VPN-CIDR-11. */
    @Property(tries = 5000)
    void exactlyTheBlocksOfTheDocumentsAreTaken(@ForAll("blocks") String text) {
        Optional<Rejection> rejection = InsideCidrs.check(text);
        assertThat(rejection.isEmpty()).as("taken: %s", text).isEqualTo(mayBeABlock(text));
        rejection.ifPresent(r -> {
            assertThat(r.code()).isEqualTo("InvalidParameterValue");
            assertThat(r.parameter()).isEqualTo("TunnelInsideCidr");
            assertThat(r.value()).isEqualTo(text);
            assertThat(r.rule()).isNotBlank();
        });
    }

    private static boolean mayBeABlock(String text) {
        String[] parts = text.split("[./]", -1);
        if (!text.matches("169\\.254\\.[0-9]{1,3}\\.[0-9]{1,3}/30")) {
            return false;
        }
        int third = Integer.parseInt(parts[2]);
        int fourth = Integer.parseInt(parts[3]);
        boolean written = parts[2].equals(Integer.toString(third)) && parts[3].equals(Integer.toString(fourth));
        boolean reserved = RESERVED_THIRD_OCTETS.contains(parts[2]) && fourth == 0 || third == 169 && fourth == 252;
        return written && third < 256 && fourth < 256 && fourth % 4 == 0 && !reserved;
    }

    @Provide
    Arbitrary<String> blocks() {
        Arbitrary<Integer> octet = Arbitraries.integers().between(-1, 260);
        Arbitrary<String> near = Arbitraries.of(0, 1, 5, 6, 168, 169, 170, 255, 256)
                .flatMap(third -> Arbitraries.integers()
                        .between(0, 256)
                        .map(fourth -> "169.254." + third + "." + fourth + "/30"));
        Arbitrary<String> dotted = octet.list().ofMinSize(3).ofMaxSize(5).flatMap(octets -> Arbitraries.integers()
                .between(-1, 34)
                .map(length ->
                        String.join(".", octets.stream().map(Object::toString).toList()) + "/" + length));
        Arbitrary<String> garbage = Arbitraries.strings()
                .withChars("0123456789./:- abf\u0000\u0661")
                .ofMaxLength(24);
        return Arbitraries.oneOf(near, dotted, garbage, Arbitraries.strings().ofMaxLength(40));
    }

    /** VPN-ASN-06 and VPN-ASN-07. */
    @Property(tries = 5000)
    void exactlyThePrivateAsnsAreTaken(@ForAll("asns") long asn) {
        Optional<Rejection> rejection = AmazonSideAsn.check(asn);
        assertThat(rejection.isEmpty()).as("taken: %d", asn).isEqualTo(mayBeAnAsn(BigInteger.valueOf(asn)));
        rejection.ifPresent(r -> {
            assertThat(r.parameter()).isEqualTo("AmazonSideAsn");
            assertThat(r.value()).isEqualTo(Long.toString(asn));
            assertThat(r.rule()).isNotBlank();
        });
    }

    private static boolean mayBeAnAsn(BigInteger asn) {
        return between(asn, "64512", "65534") || between(asn, "4200000000", "4294967294");
    }

    private static boolean between(BigInteger asn, String first, String last) {
        return asn.compareTo(new BigInteger(first)) >= 0 && asn.compareTo(new BigInteger(last)) <= 0;
    }

    @Provide
    Arbitrary<Long> asns() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(64_500, 65_550),
                Arbitraries.longs().between(4_199_999_990L, 4_294_967_310L),
                Arbitraries.longs().between(-5, 70_000));
    }

    /** Whatever stands in the parameter: an ASN of the ranges, or the documented rejection. */
    @Property(tries = 2000)
    void anyTextIsAnAsnOrRefused(@ForAll("numbers") String text) {
        try {
            assertThat(mayBeAnAsn(new BigInteger(Long.toString(AmazonSideAsn.parse(text)))))
                    .isTrue();
        } catch (RejectedRequestException e) {
            assertThat(e.rejection().code()).isEqualTo("InvalidParameterValue");
            assertThat(e.rejection().value()).isEqualTo(text);
        }
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789").ofMaxLength(25),
                Arbitraries.strings().withChars("+-0123456789.eE_ \u0663").ofMaxLength(12),
                Arbitraries.strings().ofMaxLength(30));
    }
}
