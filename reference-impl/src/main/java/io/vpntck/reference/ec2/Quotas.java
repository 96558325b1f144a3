package io.vpntck.reference.ec2;

/**
 * How many resources an account may have in one region, and how much may be in one of them; deleted ones do not count.
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
    static final int VPCS = 5;
    static final int INTERNET_GATEWAYS = 5;
    static final int SUBNETS_OF_A_VPC = 200;
    static final int CIDRS_OF_A_VPC = 5;
    /** The main one among them. */
    static final int ROUTE_TABLES_OF_A_VPC = 200;
    /** Entered ones, of each family; the local route does not count. */
    static final int ROUTES_OF_A_TABLE = 50;
    /** Of a virtual private gateway in a table; more are not taken over. */
    static final int PROPAGATED_ROUTES = 100;

    static final int SECURITY_GROUPS_OF_A_VPC = 500;
    /** In each direction. */
    static final int RULES_OF_A_SECURITY_GROUP = 60;

    static final int NETWORK_ACLS_OF_A_VPC = 200;
    /** In each direction, beside the last. */
    static final int ENTRIES_OF_A_NETWORK_ACL = 20;

    private Quotas() {}

    static Rejection exceeded(String code, String parameter, String value, int quota) {
        return new Rejection(code, parameter, value, "the maximum of " + quota + " is reached");
    }
}
