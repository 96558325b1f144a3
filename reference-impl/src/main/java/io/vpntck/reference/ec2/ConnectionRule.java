package io.vpntck.reference.ec2;

import java.util.Optional;

/** A rule that a request for a VPN connection must keep, and the fault with which the control plane lets it go. */
enum ConnectionRule {
    GATEWAY_EXISTS,
    TWO_TUNNELS(ControlPlaneFault.ACCEPTS_THIRD_TUNNEL),
    BLOCK_NOTATION,
    BLOCK_SIZE(ControlPlaneFault.ACCEPTS_ANY_CIDR_SIZE),
    BLOCK_RANGE(ControlPlaneFault.ACCEPTS_CIDR_OUTSIDE_LINK_LOCAL),
    BLOCK_HOST_BITS(ControlPlaneFault.ACCEPTS_CIDR_HOST_BITS),
    BLOCK_RESERVED(ControlPlaneFault.ACCEPTS_RESERVED_CIDR),
    BLOCK_UNIQUE_ON_GATEWAY(ControlPlaneFault.SHARES_CIDR_ON_GATEWAY),
    BLOCK_UNIQUE_IN_CONNECTION(ControlPlaneFault.SHARES_CIDR_IN_CONNECTION),
    KEY_LENGTH(ControlPlaneFault.ACCEPTS_ANY_PSK_LENGTH),
    KEY_ALPHABET(ControlPlaneFault.ACCEPTS_ANY_PSK_CHARACTER),
    KEY_FIRST_CHARACTER(ControlPlaneFault.ACCEPTS_PSK_LEADING_ZERO),
    CLASSIC_OPTIONS(ControlPlaneFault.TAKES_TUNNEL_OPTIONS_ON_CLASSIC),
    CLASSIC_AMAZON_SIDE_ASN(ControlPlaneFault.TAKES_CHOSEN_ASN_ON_CLASSIC),
    CLASSIC_CUSTOMER_ASN(ControlPlaneFault.TAKES_WIDE_ASN_ON_CLASSIC),
    CLASSIC_ADDRESS(ControlPlaneFault.REUSES_CUSTOMER_ADDRESS_ON_CLASSIC),
    ASNS_DIFFER(ControlPlaneFault.ACCEPTS_EQUAL_ASNS),
    QUOTA(ControlPlaneFault.UNLIMITED_CONNECTIONS);

    private final Optional<ControlPlaneFault> leniency;

    ConnectionRule() {
        this.leniency = Optional.empty();
    }

    ConnectionRule(ControlPlaneFault leniency) {
        this.leniency = Optional.of(leniency);
    }

    Optional<ControlPlaneFault> leniency() {
        return leniency;
    }

    /** A request breaks this rule. */
    Breach brokenBy(Rejection rejection) {
        return new Breach(this, rejection);
    }

    /** A rule that was broken, and what is said of it. */
    record Breach(ConnectionRule rule, Rejection rejection) {}
}
