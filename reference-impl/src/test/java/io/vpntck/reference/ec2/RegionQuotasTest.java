package io.vpntck.reference.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** VPN-LIM-07, VPN-LIM-15 */
class RegionQuotasTest {
    private final RegionQuotas quotas = new RegionQuotas(new Enforcement(Set.of()));

    @ParameterizedTest
    @EnumSource(Quota.class)
    void isAsDocumentedUntilItIsRaised(Quota quota) {
        assertThat(quotas.of(quota)).isEqualTo(quota.documented());
        quotas.raise(quota, quota.highest());
        assertThat(quotas.of(quota)).isEqualTo(quota.highest());
    }

    @ParameterizedTest
    @CsvSource({"ROUTES_OF_A_TABLE, 101", "ROUTES_OF_A_TABLE, 49", "VPN_GATEWAYS, 4", "VPN_CONNECTIONS, 100001"})
    void isNeitherLoweredNorRaisedAboveItsHighest(Quota quota, int value) {
        assertThatThrownBy(() -> quotas.raise(quota, value))
                .isInstanceOfSatisfying(RejectedRequestException.class, e -> {
                    assertThat(e.rejection().parameter()).isEqualTo(quota.word());
                    assertThat(e.rejection().value()).isEqualTo(Integer.toString(value));
                });
        assertThat(quotas.of(quota)).isEqualTo(quota.documented());
    }

    @Test
    void oneDoesNotChangeAnother() {
        quotas.raise(Quota.ROUTES_OF_A_TABLE, 100);
        assertThat(quotas.of(Quota.VPN_GATEWAYS)).isEqualTo(5);
    }
}
