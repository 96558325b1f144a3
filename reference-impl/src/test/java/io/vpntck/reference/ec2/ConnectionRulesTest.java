package io.vpntck.reference.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.simulation.SeededEntropy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules as an oracle: how another program asks whether a VPN connection may be created. */
class ConnectionRulesTest {
    private static final Ipv4Prefix TAKEN = Ipv4Prefix.of("169.254.44.0/30");
    private static final ConnectionSurroundings ROOMY =
            new ConnectionSurroundings(64_512, 65_000, Set.of(TAKEN), false, 1, 1);

    private AwsRegion region;
    private String vpnGateway;

    private static TunnelOptions tunnel(String block, String key) {
        return new TunnelOptions(Optional.ofNullable(block), Optional.ofNullable(key));
    }

    private static ConnectionRequest request(TunnelOptions... tunnels) {
        return new ConnectionRequest("vgw-1", "cgw-1", false, List.of(tunnels));
    }

    private static List<String> codes(List<Rejection> rejections) {
        return rejections.stream()
                .map(r -> r.code() + " " + r.parameter() + " " + r.value())
                .toList();
    }

    @Test
    void nothingSpeaksAgainstAValidRequest() {
        assertThat(ConnectionRules.check(
                        request(tunnel("169.254.45.0/30", "a.valid.key"), tunnel(null, "another_key")), ROOMY))
                .isEmpty();
    }

    @Test
    void everyReasonIsGiven() {
        ConnectionSurroundings full = new ConnectionSurroundings(65_000, 65_000, Set.of(TAKEN), false, 10, 50);
        assertThat(codes(ConnectionRules.check(
                        request(
                                tunnel("169.254.44.0/30", "0-"),
                                tunnel("169.254.44.0/30", null),
                                tunnel("10.0.0.0/16", null)),
                        full)))
                .containsExactly(
                        "InvalidParameterValue Options.TunnelOptions 3",
                        "InvalidParameterValue PreSharedKey 2 characters",
                        "InvalidParameterValue PreSharedKey 2 characters",
                        "InvalidParameterValue PreSharedKey 2 characters",
                        "InvalidParameterValue TunnelInsideCidr 10.0.0.0/16",
                        "InvalidParameterValue TunnelInsideCidr 10.0.0.0/16",
                        "AsnConflict BgpAsn 65000",
                        "InvalidCidr.InUse TunnelInsideCidr 169.254.44.0/30",
                        "InvalidCidr.InUse TunnelInsideCidr 169.254.44.0/30",
                        "InvalidCidr.InUse TunnelInsideCidr 169.254.44.0/30",
                        "VpnConnectionLimitExceeded VpnGatewayId vgw-1");
    }

    @Test
    void noQuotaSpeaksAgainstTheConnectionThatIsThere() {
        assertThat(ConnectionRules.check(request(), new ConnectionSurroundings(64_512, 65_000, Set.of(), true, 10, 50)))
                .isEmpty();
        assertThat(ConnectionRules.check(request(), new ConnectionSurroundings(64_512, 65_000, Set.of(), false, 9, 50)))
                .extracting(Rejection::rule)
                .containsExactly("the maximum of 50 is reached");
    }

    @BeforeEach
    void aRegion() {
        region = new AwsAccount(
                        new Addresses(),
                        () -> Instant.parse("2018-09-21T12:00:00Z"),
                        new SeededEntropy(1, "ec2"),
                        Set.of())
                .region("eu-west-1");
        vpnGateway = region.createVpnGateway(Optional.empty()).id();
    }

    private ConnectionRequest request(int customer, TunnelOptions... tunnels) {
        String customerGateway =
                region.createCustomerGateway("198.18.0." + customer, 65_000).id();
        return new ConnectionRequest(vpnGateway, customerGateway, true, List.of(tunnels));
    }

    /** VPN-CIDR-05, VPN-PSK-01: asking creates nothing, and creating refuses for the first of the reasons. */
    @Test
    void aRegionIsAskedBeforeItCreates() {
        region.connections().create(request(1, tunnel("169.254.44.0/30", null)));
        ConnectionRequest second = request(2, tunnel("169.254.44.0/30", "short"));

        List<Rejection> rejections = region.connections().check(second);

        assertThat(codes(rejections))
                .containsExactly(
                        "InvalidParameterValue PreSharedKey 5 characters",
                        "InvalidCidr.InUse TunnelInsideCidr 169.254.44.0/30");
        assertThat(region.connections().all()).hasSize(1);
        assertThatThrownBy(() -> region.connections().create(second))
                .isInstanceOfSatisfying(RejectedRequestException.class, e -> assertThat(e.rejection())
                        .isEqualTo(rejections.get(0)));
        assertThat(region.connections().all()).hasSize(1);
    }

    @Test
    void gatewaysThatDoNotExistAreBothNamed() {
        assertThat(codes(region.connections().check(new ConnectionRequest("vgw-0", "cgw-0", false, List.of()))))
                .containsExactly(
                        "InvalidVpnGatewayID.NotFound VpnGatewayId vgw-0",
                        "InvalidCustomerGatewayID.NotFound CustomerGatewayId cgw-0");
    }

    /** VPN-API-12, VPN-TUN-10: a repeated request finds its own blocks in use, and may. */
    @Test
    void theSameRequestTwiceGivesTheSameConnection() {
        ConnectionRequest request = request(1, tunnel("169.254.44.0/30", "first_key"));
        VpnConnection first = region.connections().create(request);
        assertThat(region.connections().check(request)).isEmpty();
        assertThat(region.connections().create(request)).isSameAs(first);
        assertThat(region.connections().create(request(1, tunnel("169.254.46.0/30", "second_key"))))
                .isSameAs(first)
                .satisfies(c -> assertThat(c.tunnels().get(0).preSharedKey()).isEqualTo("first_key"));
    }

    /** Any number of outside addresses. */
    private static final class Addresses implements OutsideAddresses {
        private Ipv4Address next = Ipv4Address.of("198.51.100.1");

        @Override
        public Optional<List<Ipv4Address>> takeTwo() {
            List<Ipv4Address> two = List.of(next, next.plus(1));
            next = next.plus(2);
            return Optional.of(two);
        }

        @Override
        public void giveBack(List<Ipv4Address> addresses) {
            // There are enough.
        }
    }
}
