package io.vpntck.reference.ec2;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ec2.ConnectionRule.Breach;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The /30s inside tunnels.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_VPN.html">Amazon VPC User Guide, "AWS Managed VPN
 *     Connections" (2018-09), section Configuring the VPN Tunnels</a>
 */
public final class InsideCidrs {
    private static final String PARAMETER = "TunnelInsideCidr";
    private static final Ipv4Prefix LINK_LOCAL = Ipv4Prefix.of("169.254.0.0/16");
    private static final int BLOCKS = 16_384;

    /** The blocks that AWS keeps for itself. */
    public static final List<Ipv4Prefix> RESERVED = List.of(
            Ipv4Prefix.of("169.254.0.0/30"),
            Ipv4Prefix.of("169.254.1.0/30"),
            Ipv4Prefix.of("169.254.2.0/30"),
            Ipv4Prefix.of("169.254.3.0/30"),
            Ipv4Prefix.of("169.254.4.0/30"),
            Ipv4Prefix.of("169.254.5.0/30"),
            Ipv4Prefix.of("169.254.169.252/30"));

    private InsideCidrs() {}

    /** Why the block may not be used, whatever else exists; empty when it may. */
    public static Optional<Rejection> check(String text) {
        return breaches(text).stream().map(Breach::rejection).findFirst();
    }

    /** Every rule that the text breaks. */
    static List<Breach> breaches(String text) {
        Optional<Ipv4Address> address = address(text);
        if (address.isEmpty()) {
            return List.of(breach(ConnectionRule.BLOCK_NOTATION, text, "it is not a network in CIDR notation"));
        }
        List<Breach> all = new ArrayList<>();
        boolean size = text.endsWith("/30");
        if (!size) {
            all.add(breach(ConnectionRule.BLOCK_SIZE, text, "its size is not /30"));
        }
        if (!LINK_LOCAL.contains(address.get())) {
            all.add(breach(ConnectionRule.BLOCK_RANGE, text, "it is not within 169.254.0.0/16"));
        }
        if (size && !block(address.get()).network().equals(address.get())) {
            all.add(breach(ConnectionRule.BLOCK_HOST_BITS, text, "it is not the address of a network"));
        }
        if (size && RESERVED.contains(block(address.get()))) {
            all.add(breach(ConnectionRule.BLOCK_RESERVED, text, "it is reserved by AWS"));
        }
        return all;
    }

    private static Optional<Ipv4Address> address(String text) {
        int slash = text.indexOf('/');
        return Ipv4Address.parse(slash < 0 ? text : text.substring(0, slash));
    }

    private static Ipv4Prefix block(Ipv4Address address) {
        return new Ipv4Prefix(new Ipv4Address(address.bits() & ~3), 30);
    }

    /** The /30 of the address in the text, also where a rule was let go. */
    static Ipv4Prefix block(String text) {
        return block(address(text).orElseThrow());
    }

    private static Breach breach(ConnectionRule rule, String text, String words) {
        return rule.brokenBy(Rejection.ofValue(PARAMETER, text, words));
    }

    /** Why the block may not be used beside these, which tunnels of the same virtual private gateway have. */
    public static Optional<Rejection> checkUnique(Ipv4Prefix block, Collection<Ipv4Prefix> taken) {
        return taken.contains(block)
                ? Optional.of(new Rejection(
                        "InvalidCidr.InUse",
                        PARAMETER,
                        block.toString(),
                        "another tunnel of the virtual private gateway has it"))
                : Optional.empty();
    }

    /** A block that is neither reserved nor taken. */
    public static Ipv4Prefix assign(Collection<Ipv4Prefix> taken, Entropy entropy) {
        Octets two = entropy.next(2);
        int first = (two.at(0) << 8 | two.at(1)) % BLOCKS;
        for (int i = 0; i < BLOCKS; i++) {
            Ipv4Address network = LINK_LOCAL.network().plus((first + i) % BLOCKS * 4);
            Ipv4Prefix block = new Ipv4Prefix(network, 30);
            if (!RESERVED.contains(block) && !taken.contains(block)) {
                return block;
            }
        }
        throw new Rejection("InternalError", PARAMETER, "none", "every block is taken").exception();
    }
}
