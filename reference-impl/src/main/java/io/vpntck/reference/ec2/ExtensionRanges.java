package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which ranges a further IPv4 block of a VPC may not come from, by the range of its primary block.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Subnets.html">Amazon VPC User Guide, "IPv4 CIDR
 *     Block Association Restrictions" (2018-09)</a>
 */
final class ExtensionRanges {
    private static final Ipv4Prefix TEN = Ipv4Prefix.of("10.0.0.0/8");
    private static final Ipv4Prefix TWELVE = Ipv4Prefix.of("172.16.0.0/12");
    private static final Ipv4Prefix SIXTEEN = Ipv4Prefix.of("192.168.0.0/16");
    private static final Ipv4Prefix BENCHMARK = Ipv4Prefix.of("198.19.0.0/16");
    private static final List<Ipv4Prefix> PRIVATE = List.of(TEN, TWELVE, SIXTEEN, BENCHMARK);
    /** Beside the other private ranges: a part of the primary block's own that AWS keeps. */
    private static final Map<Ipv4Prefix, Ipv4Prefix> KEPT =
            Map.of(Ipv4Prefix.of("10.0.0.0/15"), Ipv4Prefix.of("10.0.0.0/16"), TWELVE, Ipv4Prefix.of("172.31.0.0/16"));

    private ExtensionRanges() {}

    /** Why a VPC with this primary block cannot have the other; empty when it can. */
    static Optional<Rejection> check(Ipv4Prefix primary, Ipv4Prefix further) {
        boolean otherPrivate = PRIVATE.stream().anyMatch(range -> range.overlaps(further) && !range.contains(primary));
        boolean kept = KEPT.entrySet().stream()
                .anyMatch(e -> e.getKey().contains(primary) && e.getValue().overlaps(further));
        return otherPrivate || kept
                ? Optional.of(Rejection.ofValue(
                        "CidrBlock", further.toString(), "a VPC of " + primary + " cannot have a block of this range"))
                : Optional.empty();
    }
}
