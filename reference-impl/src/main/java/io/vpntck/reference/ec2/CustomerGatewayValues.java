package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import java.util.Collection;

/** The address and the ASN that a customer gateway gets and shows: by the rules, unless a fault does it wrong. */
final class CustomerGatewayValues {
    private static final Ipv4Address INSTEAD = Ipv4Address.of("198.18.255.254");

    private final Enforcement rules;
    private final String region;

    CustomerGatewayValues(Enforcement rules, String region) {
        this.rules = rules;
        this.region = region;
    }

    /** @throws RejectedRequestException when a customer gateway may not have the address */
    Ipv4Address address(String text) {
        CustomerAddress.check(text).ifPresent(rejection -> {
            boolean readable = Ipv4Address.parse(text).isPresent();
            rules.demand(
                    false,
                    readable
                            ? ControlPlaneFault.ACCEPTS_UNROUTABLE_CUSTOMER_ADDRESS
                            : ControlPlaneFault.ACCEPTS_MALFORMED_CUSTOMER_ADDRESS,
                    () -> rejection);
        });
        return Ipv4Address.parse(text).orElse(INSTEAD);
    }

    /** @throws RejectedRequestException when a customer gateway may not have the ASN */
    long asn(long asn) {
        CustomerAsn.check(asn, region)
                .ifPresent(rejection -> rules.demand(
                        false,
                        CustomerAsn.isReserved(asn, region)
                                ? ControlPlaneFault.ACCEPTS_RESERVED_CUSTOMER_ASN
                                : ControlPlaneFault.ACCEPTS_ANY_CUSTOMER_ASN,
                        () -> rejection));
        boolean falselyRefused = rules.commits(ControlPlaneFault.REFUSES_BOUNDARY_CUSTOMER_ASNS)
                        && (asn == 1 || asn == 64_512 || asn == 65_534)
                || rules.commits(ControlPlaneFault.REFUSES_PUBLIC_CUSTOMER_ASN) && asn == 3_356
                || rules.commits(ControlPlaneFault.RESERVES_CUSTOMER_ASN_EVERYWHERE) && (asn == 7_224 || asn == 9_059);
        if (falselyRefused) {
            throw Rejection.ofValue("BgpAsn", Long.toString(asn), "it is not assigned to you")
                    .exception();
        }
        return asn;
    }

    /** What answers show. */
    long shownAsn(CustomerGateway gateway, Collection<CustomerGateway> all) {
        if (rules.commits(ControlPlaneFault.RENUMBERS_CUSTOMER_GATEWAY)) {
            return all.stream()
                    .filter(g -> g.address().equals(gateway.address()))
                    .reduce(gateway, (earlier, later) -> later)
                    .bgpAsn();
        }
        return rules.commits(ControlPlaneFault.WRONG_CUSTOMER_ASN) ? gateway.bgpAsn() + 1 : gateway.bgpAsn();
    }
}
