package io.vpntck.reference.ec2;

import java.util.Optional;

/**
 * The ASN of a customer gateway.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html">Amazon EC2 API
 *     Reference, CreateCustomerGateway (2018-09)</a>
 */
public final class CustomerAsn {
    private static final long LARGEST = 4_294_967_295L;
    private static final long LAST_OF_TWO_OCTETS = 65_535;

    private CustomerAsn() {}

    /** Why a customer gateway of this region may not have the ASN; empty when it may. */
    public static Optional<Rejection> check(long asn, String region) {
        if (asn < 1 || asn > LARGEST || asn == LAST_OF_TWO_OCTETS) {
            return refuse(asn, "an ASN is from 1 to 65534, or of four octets");
        }
        return isReserved(asn, region) ? refuse(asn, "it is reserved in " + region) : Optional.empty();
    }

    /** Two regions keep the ASNs that AWS itself had there. */
    static boolean isReserved(long asn, String region) {
        return asn == 7_224 && region.equals("us-east-1") || asn == 9_059 && region.equals("eu-west-1");
    }

    private static Optional<Rejection> refuse(long asn, String rule) {
        return Optional.of(Rejection.ofValue("BgpAsn", Long.toString(asn), rule));
    }
}
