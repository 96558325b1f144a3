package io.vpntck.reference.ec2;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The ASN of a virtual private gateway.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_VPN.html">Amazon VPC User Guide, "AWS Managed VPN
 *     Connections" (2018-09), section Virtual Private Gateway</a>
 */
public final class AmazonSideAsn {
    public static final long DEFAULT = 64_512;
    private static final Instant CHANGE = Instant.parse("2018-06-30T00:00:00Z");
    private static final Set<Long> DEFAULTS = Set.of(DEFAULT, 7_224L, 9_059L, 10_124L, 17_493L);
    private static final String PARAMETER = "AmazonSideAsn";

    private AmazonSideAsn() {}

    /** Why the ASN may not be chosen; empty when it may. */
    public static Optional<Rejection> check(long asn) {
        boolean sixteenBits = asn >= 64_512 && asn <= 65_534;
        boolean thirtyTwoBits = asn >= 4_200_000_000L && asn <= 4_294_967_294L;
        return sixteenBits || thirtyTwoBits
                ? Optional.empty()
                : Optional.of(Rejection.ofValue(
                        PARAMETER,
                        Long.toString(asn),
                        "a private ASN is from 64512 to 65534 or from 4200000000 to 4294967294"));
    }

    /**
     * As {@link #check}, for the parameter's text.
     *
     * @throws RejectedRequestException when the text is no number or the number may not be chosen
     */
    public static long parse(String text) {
        if (!text.matches("-?[0-9]{1,18}")) {
            throw Rejection.ofValue(PARAMETER, text, "an ASN is a decimal number")
                    .exception();
        }
        long asn = Long.parseLong(text);
        check(asn).ifPresent(rejection -> {
            throw Rejection.ofValue(PARAMETER, text, rejection.rule()).exception();
        });
        return asn;
    }

    /** Whether this is what gateways get, or once got, when none is chosen. */
    static boolean isDefault(long asn) {
        return DEFAULTS.contains(asn);
    }

    /** What a gateway created at this moment in this region gets when none is chosen. */
    public static long defaultFor(String region, Instant created) {
        if (!created.isBefore(CHANGE)) {
            return DEFAULT;
        }
        return switch (region) {
            case "ap-southeast-1" -> 17_493;
            case "ap-northeast-1" -> 10_124;
            case "eu-west-1" -> 9_059;
            default -> 7_224;
        };
    }
}
