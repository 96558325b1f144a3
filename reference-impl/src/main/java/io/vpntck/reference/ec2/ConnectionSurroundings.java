package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Set;

/**
 * What a request for a VPN connection finds in its region.
 *
 * @param amazonSideAsn of the virtual private gateway
 * @param customerAsn of the customer gateway
 * @param blocks inside CIDRs of the other connections of the virtual private gateway
 * @param connected whether the two gateways have a connection, which is then the answer
 * @param connectionsOfGateway how many connections the virtual private gateway has
 * @param connectionsOfRegion how many connections the region has
 * @param quotaOfGateway how many a virtual private gateway may have
 * @param quotaOfRegion how many the region may have
 */
public record ConnectionSurroundings(
        long amazonSideAsn,
        long customerAsn,
        Set<Ipv4Prefix> blocks,
        boolean connected,
        long connectionsOfGateway,
        long connectionsOfRegion,
        int quotaOfGateway,
        int quotaOfRegion) {

    public ConnectionSurroundings {
        blocks = Set.copyOf(blocks);
    }

    /** With the documented quotas. */
    public ConnectionSurroundings(
            long amazonSideAsn,
            long customerAsn,
            Set<Ipv4Prefix> blocks,
            boolean connected,
            long connectionsOfGateway,
            long connectionsOfRegion) {
        this(
                amazonSideAsn,
                customerAsn,
                blocks,
                connected,
                connectionsOfGateway,
                connectionsOfRegion,
                Quotas.VPN_CONNECTIONS_OF_A_GATEWAY,
                Quotas.VPN_CONNECTIONS);
    }
}
