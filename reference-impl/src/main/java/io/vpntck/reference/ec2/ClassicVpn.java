package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What an AWS Classic VPN connection cannot have, since it exists on AWS VPN only.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_VPN.html">Amazon VPC User Guide, "AWS Managed VPN
 *     Connections" (2018-09), section AWS Managed VPN Categories</a>
 */
public final class ClassicVpn {
    private static final long LARGEST_TWO_OCTET_ASN = 65_535;

    private ClassicVpn() {}

    /** Why tunnels may not have these options; empty when nothing is asked for. */
    public static Optional<Rejection> checkOptions(List<TunnelOptions> options) {
        return options.stream().allMatch(TunnelOptions.NONE::equals)
                ? Optional.empty()
                : Optional.of(new Rejection(
                        "InvalidParameterCombination",
                        "Options.TunnelOptions",
                        options.size() + " given",
                        "an AWS Classic VPN connection has no tunnel options"));
    }

    /** Why its virtual private gateway may not have this ASN; empty for one that a gateway gets unasked. */
    public static Optional<Rejection> checkAmazonSideAsn(long asn) {
        return AmazonSideAsn.isDefault(asn)
                ? Optional.empty()
                : unsupported(
                        "AmazonSideAsn",
                        Long.toString(asn),
                        "an AWS Classic VPN connection does not speak BGP with a chosen ASN");
    }

    /** Why its customer gateway may not have this ASN; empty for one of two octets. */
    public static Optional<Rejection> checkCustomerAsn(long asn) {
        return asn <= LARGEST_TWO_OCTET_ASN
                ? Optional.empty()
                : unsupported("BgpAsn", Long.toString(asn), "the ASN of an AWS Classic VPN connection has two octets");
    }

    /** Why its customer gateway may not have this address beside these, which AWS Classic VPN connections use. */
    public static Optional<Rejection> checkAddress(Ipv4Address address, Collection<Ipv4Address> used) {
        return used.contains(address)
                ? Optional.of(new Rejection(
                        "InvalidCustomerGateway.DuplicateIpAddress",
                        "IpAddress",
                        address.toString(),
                        "another AWS Classic VPN connection uses it"))
                : Optional.empty();
    }

    private static Optional<Rejection> unsupported(String parameter, String value, String rule) {
        return Optional.of(new Rejection("UnsupportedOperation", parameter, value, rule));
    }
}
