package io.vpntck.reference.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Prefix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VPN-ROUTE-35: the ranges that the guide keeps from a VPC, by its primary block. */
class ExtensionRangesTest {

    @ParameterizedTest
    @CsvSource({
        "10.2.0.0/16,    10.3.0.0/16,    true",
        "10.2.0.0/16,    100.64.0.0/16,  true",
        "10.2.0.0/16,    198.51.100.0/24, true",
        "10.2.0.0/16,    172.16.0.0/16,  false",
        "10.2.0.0/16,    192.168.0.0/24, false",
        "10.2.0.0/16,    198.19.0.0/24,  false",
        "10.2.0.0/16,    10.0.0.0/24,    true",
        "10.1.0.0/16,    10.0.0.0/24,    false",
        "172.16.0.0/16,  172.17.0.0/16,  true",
        "172.16.0.0/16,  172.31.0.0/24,  false",
        "172.16.0.0/16,  10.0.0.0/16,    false",
        "192.168.0.0/24, 192.168.1.0/24, true",
        "192.168.0.0/24, 172.16.0.0/16,  false",
        "198.19.0.0/24,  198.19.1.0/24,  true",
        "198.19.0.0/24,  10.0.0.0/16,    false",
        "100.64.0.0/16,  100.65.0.0/16,  true",
        "100.64.0.0/16,  10.0.0.0/16,    false"
    })
    void keepsRangesApart(String primary, String further, boolean allowed) {
        assertThat(ExtensionRanges.check(Ipv4Prefix.of(primary), Ipv4Prefix.of(further))
                        .isEmpty())
                .isEqualTo(allowed);
    }
}
