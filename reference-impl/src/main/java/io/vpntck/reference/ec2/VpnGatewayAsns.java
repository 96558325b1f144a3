package io.vpntck.reference.ec2;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which ASN a virtual private gateway gets and shows: {@link AmazonSideAsn}, unless a fault does it wrong. */
final class VpnGatewayAsns {
    private static final long MAX_OF_32_BITS = 4_294_967_295L;

    private final Enforcement rules;
    private final FalseRefusals falseRefusals;

    VpnGatewayAsns(Enforcement rules) {
        this.rules = rules;
        this.falseRefusals = new FalseRefusals(rules);
    }

    /** @throws RejectedRequestException when the ASN asked for may not be chosen */
    long chosen(String asked) {
        long asn = tolerated(asked).orElseGet(() -> AmazonSideAsn.parse(asked));
        falseRefusals.ofAsn(asn);
        return rules.commits(ControlPlaneFault.IGNORES_CHOSEN_ASN) ? AmazonSideAsn.DEFAULT : asn;
    }

    private Optional<Long> tolerated(String asked) {
        return Optional.of(asked)
                .filter(text -> text.matches("-?[0-9]{1,18}"))
                .map(Long::parseLong)
                .filter(asn -> rules.commits(fault(asn)));
    }

    /** The fault with which an ASN outside the ranges is taken. */
    private static ControlPlaneFault fault(long asn) {
        if (asn < 0 || asn > MAX_OF_32_BITS) {
            return ControlPlaneFault.ACCEPTS_ASN_OF_ANY_WIDTH;
        }
        boolean beside = asn == 64_511 || asn == 65_535 || asn == 4_199_999_999L || asn == MAX_OF_32_BITS;
        return beside ? ControlPlaneFault.ASN_RANGES_ONE_TOO_WIDE : ControlPlaneFault.ACCEPTS_PUBLIC_AMAZON_SIDE_ASN;
    }

    /** What a gateway gets without a choice. */
    long unasked(String region, Instant now) {
        return rules.commits(ControlPlaneFault.WRONG_DEFAULT_ASN) ? 64_513 : AmazonSideAsn.defaultFor(region, now);
    }

    /** What a gateway got that came into being at an earlier moment. */
    long ofDay(String region, Instant created) {
        if (rules.commits(ControlPlaneFault.IGNORES_DAY_OF_ASN)) {
            return AmazonSideAsn.DEFAULT;
        }
        boolean late = rules.commits(ControlPlaneFault.CHANGES_DEFAULT_ASN_LATE);
        return AmazonSideAsn.defaultFor(region, late ? created.minus(Duration.ofDays(1)) : created);
    }

    /** What answers show. */
    long shown(VpnGateway gateway) {
        if (rules.commits(ControlPlaneFault.RESETS_ASN)
                && gateway.lastVpc().isPresent()
                && gateway.attachedVpc().isEmpty()) {
            return AmazonSideAsn.DEFAULT;
        }
        boolean signed = rules.commits(ControlPlaneFault.SIGNED_ASN);
        return signed ? (int) gateway.amazonSideAsn() : gateway.amazonSideAsn();
    }
}
