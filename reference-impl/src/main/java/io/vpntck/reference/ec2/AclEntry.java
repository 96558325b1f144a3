package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.ip.Ipv6Prefix;
import java.util.Optional;

/**
 * An entry of a network ACL; entries are tried from the lowest number up.
 *
 * @param protocol a number as text, or {@code -1} for all
 * @param block a network in CIDR notation, of either family
 * @param icmp type and code, for ICMP
 * @param ports first and last port, for TCP and UDP
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_ACLs.html">Amazon VPC User Guide, "Network ACLs"
 *     (2018-09)</a>
 */
public record AclEntry(
        int number,
        boolean egress,
        String protocol,
        boolean allow,
        String block,
        Optional<Range> icmp,
        Optional<Range> ports) {
    /** The entry that denies what no other has decided on. */
    static final int LAST = 32_767;

    /** Two numbers that belong together. */
    public record Range(int first, int second) {}

    boolean ipv6() {
        return block.contains(":");
    }

    /** The families are shown under names of their own. */
    public String blockName() {
        return ipv6() ? "ipv6CidrBlock" : "cidrBlock";
    }

    /** Why it may not be; empty when it may. */
    Optional<Rejection> check() {
        if (number < 1 || number >= LAST) {
            return refuse("RuleNumber", Integer.toString(number), "it is from 1 to 32766");
        }
        if (!protocol.matches("-1|[0-9]{1,3}") || Integer.parseInt(protocol) > 255) {
            return refuse("Protocol", protocol, "it is the number of no protocol");
        }
        if (Ipv4Prefix.parse(block).isEmpty() && Ipv6Prefix.parse(block).isEmpty()) {
            return refuse("CidrBlock", block, "it is not a network in CIDR notation");
        }
        boolean needsPorts = protocol.equals("6") || protocol.equals("17");
        if (needsPorts
                && ports.filter(r -> 0 <= r.first && r.first <= r.second && r.second <= 65_535)
                        .isEmpty()) {
            return refuse("PortRange", ports.map(Range::toString).orElse(""), "TCP and UDP have a range of ports");
        }
        boolean needsIcmp = protocol.equals("1");
        return needsIcmp
                        && icmp.filter(r -> -1 <= r.first && r.first <= 255 && -1 <= r.second && r.second <= 255)
                                .isEmpty()
                ? refuse("Icmp", icmp.map(Range::toString).orElse(""), "ICMP has a type and a code")
                : Optional.empty();
    }

    private static Optional<Rejection> refuse(String parameter, String value, String rule) {
        return Optional.of(Rejection.ofValue(parameter, value, rule));
    }
}
