package io.vpntck.reference.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.simulation.SeededEntropy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    @ParameterizedTest
    @ValueSource(longs = {64512, 65000, 65534, 4200000000L, 4294967294L})
    void anAsnOfThePrivateRangesMayBeChosen(long asn) {
        assertThat(AmazonSideAsn.check(asn)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "0",
                "1",
                "7224",
                "23456",
                "64511",
                "65535",
                "65536",
                "4199999999",
                "4294967295",
                "4294967296",
                "abc",
                "",
                "64512.0",
                "9999999999999999999999"
            })
    void anyOtherAsnIsRefusedByName(String asn) {
        assertThatThrownBy(() -> AmazonSideAsn.parse(asn)).isInstanceOfSatisfying(RejectedRequestException.class, e -> {
            assertThat(e.rejection().code()).isEqualTo("InvalidParameterValue");
            assertThat(e.rejection().parameter()).isEqualTo("AmazonSideAsn");
            assertThat(e.rejection().value()).isEqualTo(asn);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ap-southeast-1, 2018-06-29T23:59:59Z, 17493",
        "ap-northeast-1, 2018-06-29T23:59:59Z, 10124",
        "eu-west-1,      2018-06-29T23:59:59Z, 9059",
        "us-east-1,      2018-06-29T23:59:59Z, 7224",
        "eu-west-1,      2018-06-30T00:00:00Z, 64512",
    })
    void theDefaultAsnDependsOnTheDay(String region, Instant created, long asn) {
        assertThat(AmazonSideAsn.defaultFor(region, created)).isEqualTo(asn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefgh",
                "a0000000",
                "10000000",
                ".0000000",
                "_0000000",
                "123456789012345678901234567890123456789012345678901234567890abcd"
            })
    void aKeyWithinTheRulesIsTaken(String key) {
        assertThat(PreSharedKeys.check(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "abcdefg",
                "0abcdefg",
                "00000000",
                "abcdefg-",
                "abcdefg h",
                "äbcdefgh",
                "abcdefgh\n",
                "123456789012345678901234567890123456789012345678901234567890abcde"
            })
    void aKeyOutsideTheRulesIsRefusedWithoutRepeatingIt(String key) {
        assertThat(PreSharedKeys.check(key)).hasValueSatisfying(rejection -> {
            assertThat(rejection.parameter()).isEqualTo("PreSharedKey");
            assertThat(rejection.value()).isEqualTo(key.length() + " characters");
        });
    }

    @Test
    void generatedKeysKeepTheRulesAndDiffer() {
        SeededEntropy entropy = new SeededEntropy(1, "keys");
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String key = PreSharedKeys.generate(entropy);
            assertThat(key).matches("[1-9A-Za-z][0-9A-Za-z]{31}");
            keys.add(key);
        }
        assertThat(keys).hasSize(1000);
    }

    @Test
    void exactlySevenOfTheAlignedBlocksAreRefused() {
        List<String> refused = new ArrayList<>();
        Ipv4Address first = Ipv4Address.of("169.254.0.0");
        for (int i = 0; i < 16_384; i++) {
            String block = first.plus(i * 4) + "/30";
            InsideCidrs.check(block).ifPresent(rejection -> refused.add(block));
        }
        assertThat(refused)
                .containsExactly(
                        "169.254.0.0/30",
                        "169.254.1.0/30",
                        "169.254.2.0/30",
                        "169.254.3.0/30",
                        "169.254.4.0/30",
                        "169.254.5.0/30",
                        "169.254.169.252/30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.10.0/29",
                "169.254.10.0/31",
                "169.254.10.0/32",
                "169.254.10.0/24",
                "169.254.0.0/16",
                "169.254.10.0",
                "169.254.10.0/030",
                "169.253.255.252/30",
                "169.255.0.0/30",
                "10.0.0.0/30",
                "0.0.0.0/30",
                "169.254.10.1/30",
                "169.254.10.2/30",
                "169.254.10.3/30",
                "nonsense",
                ""
            })
    void anyOtherBlockIsRefused(String block) {
        assertThat(InsideCidrs.check(block)).hasValueSatisfying(rejection -> {
            assertThat(rejection.code()).isEqualTo("InvalidParameterValue");
            assertThat(rejection.value()).isEqualTo(block);
        });
    }

    @Test
    void anAssignedBlockIsNeitherReservedNorTaken() {
        SeededEntropy entropy = new SeededEntropy(2, "blocks");
        Set<Ipv4Prefix> taken = new HashSet<>();
        for (int i = 0; i < 16_377; i++) {
            Ipv4Prefix block = InsideCidrs.assign(taken, entropy);
            assertThat(taken.add(block)).isTrue();
        }
        assertThat(taken).doesNotContainAnyElementsOf(InsideCidrs.RESERVED);
        assertThatThrownBy(() -> InsideCidrs.assign(taken, entropy)).isInstanceOf(RejectedRequestException.class);
    }
}
