package io.vpntck.reference.vgw;

import io.vpntck.reference.bgp.PathAttributes;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Set;

/** What an AWS side with faults tells sites of each other, and what it carries between them. */
final class HubMisbehaviour {
    private final Set<AwsSideFault> faults;

    HubMisbehaviour(Set<AwsSideFault> faults) {
        this.faults = faults;
    }

    /** Whether sites are told of what came from another peer. */
    boolean tells(boolean ofDirectConnect) {
        return !faults.contains(AwsSideFault.REANNOUNCES_NOTHING)
                && !(ofDirectConnect && faults.contains(AwsSideFault.HIDES_DIRECT_CONNECT));
    }

    boolean withdraws() {
        return !faults.contains(AwsSideFault.KEEPS_REANNOUNCED_ROUTES);
    }

    /**
     * How a route is announced.
     *
     * @param own how the blocks of the VPC are
     */
    PathAttributes told(PathAttributes rightly, PathAttributes own) {
        return faults.contains(AwsSideFault.REANNOUNCES_AS_OWN) ? own : rightly;
    }

    /** What of the blocks of the VPC is announced through a connection. */
    List<Ipv4Prefix> blocks(List<Ipv4Prefix> all, boolean firstConnection) {
        return firstConnection || !faults.contains(AwsSideFault.ANNOUNCES_VPC_TO_ONE_SITE) ? all : List.of();
    }

    /** Whether a peer of {@code other} is told of what came to {@code gatewayId}. */
    boolean tellsEachOther(String gatewayId, String other) {
        return gatewayId.equals(other) || faults.contains(AwsSideFault.REANNOUNCES_ACROSS_GATEWAYS);
    }

    /** Whether packets out of a tunnel go on to other sites. */
    boolean carries(AwsTunnel from) {
        return !faults.contains(AwsSideFault.CARRIES_NOTHING_BETWEEN_SITES)
                && !(faults.contains(AwsSideFault.NO_HUB_WITHOUT_VPC)
                        && from.endpoint().vpcId().isEmpty());
    }

    /** Whether packets go from a site of {@code gatewayId} to one of {@code other}. */
    boolean reachesEachOther(String gatewayId, String other) {
        return gatewayId.equals(other) || faults.contains(AwsSideFault.CARRIES_ACROSS_GATEWAYS);
    }

    /** A packet on its way to another site. */
    Ipv4Packet forwarded(Ipv4Packet packet) {
        return faults.contains(AwsSideFault.KEEPS_TIME_TO_LIVE)
                ? packet
                : packet.withTimeToLive(packet.timeToLive() - 1);
    }

    boolean tellsDirectConnectOfSites() {
        return !faults.contains(AwsSideFault.HIDES_SITES_FROM_DIRECT_CONNECT);
    }
}
