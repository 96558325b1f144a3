package io.vpntck.reference.ec2;

import java.util.Arrays;
import java.util.Optional;

/**
 * A number of resources that may be raised for all of a region.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Appendix_Limits.html">Amazon VPC User Guide, "Amazon
 *     VPC Limits" (2018-09)</a>
 */
public enum Quota {
    CUSTOMER_GATEWAYS("customer-gateways", Quotas.CUSTOMER_GATEWAYS, Highest.OPEN),
    VPN_GATEWAYS("vpn-gateways", Quotas.VPN_GATEWAYS, Highest.OPEN),
    VPN_CONNECTIONS("vpn-connections", Quotas.VPN_CONNECTIONS, Highest.OPEN),
    VPN_CONNECTIONS_OF_A_GATEWAY("vpn-connections-of-a-gateway", Quotas.VPN_CONNECTIONS_OF_A_GATEWAY, Highest.OPEN),
    ROUTES_OF_A_TABLE("routes-of-a-table", Quotas.ROUTES_OF_A_TABLE, 100);

    private static final class Highest {
        /** Where the documents give no upper end. */
        static final int OPEN = 100_000;
    }

    private final String word;
    private final int documented;
    private final int highest;

    Quota(String word, int documented, int highest) {
        this.word = word;
        this.documented = documented;
        this.highest = highest;
    }

    /** The word that the lab knows it by. */
    public String word() {
        return word;
    }

    public static Optional<Quota> ofWord(String word) {
        return Arrays.stream(values()).filter(quota -> quota.word.equals(word)).findFirst();
    }

    /** What holds unless it was raised. */
    public int documented() {
        return documented;
    }

    /** What it can be raised to. */
    public int highest() {
        return highest;
    }
}
