package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Optional;

/**
 * The address of a customer gateway: static, and routable in the internet.
 *
 * <p>198.18.0.0/15 and 198.51.100.0/24 count as routable here: in them the kit plays internet.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_VPN.html">Amazon VPC User Guide, "AWS Managed VPN
 *     Connections" (2018-09), section Customer Gateway</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890, section 2.2.2</a>
 */
public final class CustomerAddress {
    private static final String PARAMETER = "IpAddress";
    private static final List<Ipv4Prefix> NOT_ROUTABLE = List.of(
            Ipv4Prefix.of("0.0.0.0/8"),
            Ipv4Prefix.of("10.0.0.0/8"),
            Ipv4Prefix.of("100.64.0.0/10"),
            Ipv4Prefix.of("127.0.0.0/8"),
            Ipv4Prefix.of("169.254.0.0/16"),
            Ipv4Prefix.of("172.16.0.0/12"),
            Ipv4Prefix.of("192.168.0.0/16"),
            Ipv4Prefix.of("224.0.0.0/4"),
            Ipv4Prefix.of("240.0.0.0/4"));

    private CustomerAddress() {}

    /** Why a customer gateway may not have the address; empty when it may. */
    public static Optional<Rejection> check(String text) {
        Optional<Ipv4Address> address = Ipv4Address.parse(text);
        if (address.isEmpty()) {
            return refuse(text, "it is not an IPv4 address");
        }
        return isRoutable(address.get()) ? Optional.empty() : refuse(text, "it is not routable in the internet");
    }

    static boolean isRoutable(Ipv4Address address) {
        return NOT_ROUTABLE.stream().noneMatch(area -> area.contains(address));
    }

    private static Optional<Rejection> refuse(String text, String rule) {
        return Optional.of(Rejection.ofValue(PARAMETER, text, rule));
    }
}
