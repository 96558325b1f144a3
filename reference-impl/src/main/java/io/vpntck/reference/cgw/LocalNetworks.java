package io.vpntck.reference.cgw;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Set;

/**
 * What a gateway announces of the networks behind it: each, or the default route where they are more than the AWS side
 * takes.
 *
 * <p>Amazon VPC User Guide, "Amazon VPC Limits" (2018-09): 100 BGP routes in a route table, a default route for more.
 */
final class LocalNetworks {
    private static final int MOST = 100;

    private LocalNetworks() {}

    static List<Ipv4Prefix> announced(List<Ipv4Prefix> networks, Set<GatewayFault> faults) {
        boolean each = networks.size() <= MOST || faults.contains(GatewayFault.ANNOUNCES_EVERY_NETWORK);
        return each ? networks : List.of(Ipv4Prefix.ALL);
    }
}
