package io.vpntck.reference.ec2;

/**
 * Whether a connection is AWS VPN or AWS Classic VPN.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_VPN.html">Amazon VPC User Guide, "AWS Managed VPN
 *     Connections" (2018-09), section AWS Managed VPN Categories</a>
 */
public enum Category {
    AWS_VPN("VPN"),
    CLASSIC("VPN-Classic");

    private final String word;

    Category(String word) {
        this.word = word;
    }

    /** The word that DescribeVpnConnections shows. */
    public String word() {
        return word;
    }
}
