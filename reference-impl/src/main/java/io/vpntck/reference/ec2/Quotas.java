package io.vpntck.reference.ec2;

/**
 * How many resources an account may have in one region; deleted ones do not count.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Appendix_Limits.html">Amazon VPC User Guide, "Amazon
 *     VPC Limits" (2018-09)</a>
 */
final class Quotas {
    static final int TAGS_OF_A_RESOURCE = 50;
    static final int CUSTOMER_GATEWAYS = 50;
    static final int VPN_GATEWAYS = 5;
    static final int VPN_CONNECTIONS = 50;
    static final int VPN_CONNECTIONS_OF_A_GATEWAY = 10;

    private Quotas() {}

    static Rejection exceeded(String code, String parameter, String value, int quota) {
        return new Rejection(code, parameter, value, "the maximum of " + quota + " is reached");
    }
}
