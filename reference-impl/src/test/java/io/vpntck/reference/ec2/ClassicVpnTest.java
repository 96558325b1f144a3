package io.vpntck.reference.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** VPN-CAT-03, VPN-TUN-12, VPN-ASN-13: what AWS Classic VPN cannot have. */
class ClassicVpnTest {

    @Test
    void tunnelsHaveNoOptions() {
        TunnelOptions key = new TunnelOptions(Optional.empty(), Optional.of("a.key.of.ours"));
        TunnelOptions cidr = new TunnelOptions(Optional.of("169.254.44.0/30"), Optional.empty());
        assertThat(ClassicVpn.checkOptions(List.of())).isEmpty();
        assertThat(ClassicVpn.checkOptions(List.of(TunnelOptions.NONE, TunnelOptions.NONE)))
                .isEmpty();
        for (List<TunnelOptions> asked : List.of(List.of(key), List.of(TunnelOptions.NONE, cidr))) {
            assertThat(ClassicVpn.checkOptions(asked)).hasValueSatisfying(rejection -> {
                assertThat(rejection.code()).isEqualTo("InvalidParameterCombination");
                assertThat(rejection.parameter()).isEqualTo("Options.TunnelOptions");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {64_512, 7_224, 9_059, 10_124, 17_493})
    void theAmazonSideAsnOfSomeDayAndRegionIsTaken(long asn) {
        assertThat(ClassicVpn.checkAmazonSideAsn(asn)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {64_513, 65_001, 65_534, 4_200_000_000L})
    void aChosenAmazonSideAsnIsRefused(long asn) {
        assertThat(ClassicVpn.checkAmazonSideAsn(asn)).hasValueSatisfying(rejection -> {
            assertThat(rejection.code()).isEqualTo("UnsupportedOperation");
            assertThat(rejection.parameter()).isEqualTo("AmazonSideAsn");
            assertThat(rejection.value()).isEqualTo(Long.toString(asn));
        });
    }

    @Test
    void theCustomerAsnHasTwoOctets() {
        assertThat(ClassicVpn.checkCustomerAsn(1)).isEmpty();
        assertThat(ClassicVpn.checkCustomerAsn(65_535)).isEmpty();
        assertThat(ClassicVpn.checkCustomerAsn(65_536))
                .hasValueSatisfying(rejection -> assertThat(rejection.code()).isEqualTo("UnsupportedOperation"));
    }

    @Test
    void anAddressIsUsedOnce() {
        Ipv4Address used = Ipv4Address.of("198.18.0.1");
        assertThat(ClassicVpn.checkAddress(Ipv4Address.of("198.18.0.2"), Set.of(used)))
                .isEmpty();
        assertThat(ClassicVpn.checkAddress(used, Set.of(used)))
                .hasValueSatisfying(rejection ->
                        assertThat(rejection.code()).isEqualTo("InvalidCustomerGateway.DuplicateIpAddress"));
    }
}
