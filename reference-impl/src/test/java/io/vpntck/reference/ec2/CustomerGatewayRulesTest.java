package io.vpntck.reference.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** VPN-ASN-09, VPN-ASN-11, VPN-ASN-12, VPN-CGW-03: what a customer gateway may have. */
class CustomerGatewayRulesTest {

    @ParameterizedTest
    @CsvSource({
        "1, us-east-1",
        "3356, us-east-1",
        "23456, us-east-1",
        "65534, us-east-1",
        "65536, us-east-1",
        "2147483647, us-east-1",
        "4294967295, us-east-1",
        "7224, eu-west-1",
        "9059, us-east-1",
        "7224, ap-northeast-1",
    })
    void anAsnOfTwoOrFourOctetsIsTaken(long asn, String region) {
        assertThat(CustomerAsn.check(asn, region)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, us-east-1",
        "0, us-east-1",
        "65535, us-east-1",
        "4294967296, us-east-1",
        "7224, us-east-1",
        "9059, eu-west-1",
    })
    void anyOtherIsRefusedByName(long asn, String region) {
        assertThat(CustomerAsn.check(asn, region)).hasValueSatisfying(rejection -> {
            assertThat(rejection.code()).isEqualTo("InvalidParameterValue");
            assertThat(rejection.parameter()).isEqualTo("BgpAsn");
            assertThat(rejection.value()).isEqualTo(Long.toString(asn));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"198.51.100.10", "198.18.0.1", "9.255.255.255", "11.0.0.0", "172.32.0.0", "223.255.255.255"})
    void anAddressOfTheInternetIsTaken(String address) {
        assertThat(CustomerAddress.check(address)).isEmpty();
    }

    /** Every address by its first two octets, which decide. */
    @Property(tries = 3000)
    void exactlyTheAddressesThatTheInternetRoutesAreTaken(
            @ForAll @IntRange(max = 255) int first, @ForAll @IntRange(max = 255) int second) {
        boolean kept = first == 0 || first == 10 || first == 127 || first >= 224;
        boolean shared = first == 100 && second >= 64 && second <= 127;
        boolean local = first == 169 && second == 254 || first == 192 && second == 168;
        boolean privately = first == 172 && second >= 16 && second <= 31;
        String address = first + "." + second + ".1.1";
        assertThat(CustomerAddress.check(address).isEmpty())
                .as("taken: %s", address)
                .isEqualTo(!kept && !shared && !local && !privately);
    }

    @Property(tries = 3000)
    void whatIsNoAddressIsRefusedByName(@ForAll("texts") String text) {
        Optional<Rejection> rejection = CustomerAddress.check(text);
        assertThat(rejection).hasValueSatisfying(r -> {
            assertThat(r.code()).isEqualTo("InvalidParameterValue");
            assertThat(r.parameter()).isEqualTo("IpAddress");
            assertThat(r.value()).isEqualTo(text);
        });
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> garbage = Arbitraries.strings().ofMaxLength(20).filter(t -> !t.matches("[0-9.]*"));
        Arbitrary<String> nearly = Arbitraries.of(
                "256.1.1.1",
                "198.51.100",
                "198.51.100.10.1",
                "198.51.100.10/32",
                "198.051.100.10",
                " 198.51.100.10",
                "");
        return Arbitraries.oneOf(garbage, nearly);
    }
}
