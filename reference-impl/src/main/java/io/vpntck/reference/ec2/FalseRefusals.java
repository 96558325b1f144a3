package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What faults make the control plane refuse although no rule speaks against it. */
final class FalseRefusals {
    private static final List<Ipv4Prefix> AROUND_THE_RESERVED = List.of(
            Ipv4Prefix.of("169.254.0.0/21"), Ipv4Prefix.of("169.254.168.0/22"), Ipv4Prefix.of("169.254.255.0/24"));

    private final Enforcement rules;

    FalseRefusals(Enforcement rules) {
        this.rules = rules;
    }

    /**
     * @param ofGateway the connections of the virtual private gateway
     * @param ofRegion those of the region
     * @throws RejectedRequestException when a fault refuses the request
     */
    void ofConnection(
            ConnectionRequest request,
            CustomerGateway customerGateway,
            Collection<VpnConnection> ofGateway,
            Collection<VpnConnection> ofRegion) {
        for (TunnelOptions tunnel : request.tunnels()) {
            tunnel.preSharedKey().ifPresent(this::ofKey);
            tunnel.insideCidr().flatMap(Ipv4Prefix::parse).ifPresent(block -> ofBlock(block, ofGateway, ofRegion));
        }
        ofCustomerAsn(customerGateway, ofGateway);
        Optional<VpnConnection> same = ofRegion.stream()
                .filter(c -> c.customerGateway().id().equals(request.customerGatewayId()))
                .filter(c -> !c.vpnGateway().id().equals(request.vpnGatewayId()))
                .findFirst();
        refuse(
                ControlPlaneFault.ONE_CONNECTION_PER_CUSTOMER_GATEWAY,
                same.isPresent(),
                new Rejection(
                        "InvalidCustomerGateway.DuplicateIpAddress",
                        "CustomerGatewayId",
                        request.customerGatewayId(),
                        "a connection uses it"));
    }

    private void ofCustomerAsn(CustomerGateway customerGateway, Collection<VpnConnection> ofGateway) {
        long asn = customerGateway.bgpAsn();
        Rejection rejection = new Rejection(
                "AsnConflict",
                "BgpAsn",
                Long.toString(asn),
                "it does not go with those of the virtual private gateway");
        List<CustomerGateway> others = ofGateway.stream()
                .map(VpnConnection::customerGateway)
                .filter(g -> g != customerGateway)
                .toList();
        refuse(
                ControlPlaneFault.ONE_CONNECTION_PER_CUSTOMER_ASN,
                asn != 65_000 && others.stream().anyMatch(g -> g.bgpAsn() == asn),
                rejection);
        refuse(
                ControlPlaneFault.ONE_CUSTOMER_ASN_PER_GATEWAY,
                others.stream().anyMatch(g -> g.bgpAsn() != asn),
                rejection);
    }

    private void ofKey(String key) {
        refuse(
                ControlPlaneFault.REFUSES_BOUNDARY_PSK_LENGTHS,
                key.length() == 8 || key.length() == 64,
                Rejection.ofValue("PreSharedKey", key.length() + " characters", "a key has 9 to 63 characters"));
    }

    private void ofBlock(Ipv4Prefix block, Collection<VpnConnection> ofGateway, Collection<VpnConnection> ofRegion) {
        refuse(
                ControlPlaneFault.REFUSES_NEIGHBOURS_OF_RESERVED,
                AROUND_THE_RESERVED.stream().anyMatch(area -> area.contains(block)),
                Rejection.ofValue("TunnelInsideCidr", block.toString(), "it is too near to a reserved block"));
        refuse(
                ControlPlaneFault.REFUSES_SECOND_CHOSEN_CIDR,
                !ofGateway.isEmpty(),
                Rejection.ofValue("TunnelInsideCidr", block.toString(), "only the first connection has a choice"));
        refuse(
                ControlPlaneFault.ONE_CIDR_PER_REGION,
                ofRegion.stream().flatMap(c -> c.tunnels().stream()).anyMatch(t -> t.insideCidr()
                        .equals(block)),
                new Rejection("InvalidCidr.InUse", "TunnelInsideCidr", block.toString(), "a tunnel has it"));
    }

    /** Of the Amazon-side ASN. */
    void ofAsn(long asn) {
        refuse(
                ControlPlaneFault.REFUSES_BOUNDARY_ASNS,
                asn == 64_512 || asn == 65_534 || asn == 4_200_000_000L || asn == 4_294_967_294L,
                Rejection.ofValue("AmazonSideAsn", Long.toString(asn), "it is the first or last of a range"));
    }

    private void refuse(ControlPlaneFault fault, boolean concerned, Rejection rejection) {
        if (concerned && rules.commits(fault)) {
            throw rejection.exception();
        }
    }
}
