package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Optional;

/**
 * One of the two tunnels of a VPN connection that exists (pending or available), with all that its data plane needs.
 *
 * @param index 1 or 2
 * @param customerGateway the registered address of the customer gateway
 * @param insideCidr the /30 inside the tunnel; the AWS side has its first address, the gateway its second
 * @param staticRoutes the prefixes entered on a static connection; empty on a dynamic one
 * @param vpcId the VPC that the virtual private gateway is attached to
 * @param vpcCidrs the blocks of that VPC
 * @param returnRoutes the prefixes that the route tables of the VPC lead to this virtual private gateway
 * @param bgp the ends of the peering of a dynamic connection; empty on a static one
 */
public record TunnelEndpoint(
        String connectionId,
        Category category,
        int index,
        Ipv4Address outsideAddress,
        Ipv4Address customerGateway,
        String preSharedKey,
        Ipv4Prefix insideCidr,
        boolean staticRoutesOnly,
        List<Ipv4Prefix> staticRoutes,
        Optional<String> vpcId,
        List<Ipv4Prefix> vpcCidrs,
        List<Ipv4Prefix> returnRoutes,
        Optional<Bgp> bgp) {

    /** Who speaks BGP through the tunnel. */
    public record Bgp(String vpnGatewayId, long amazonSideAsn, long customerAsn) {}

    /** The same tunnel while its virtual private gateway is attached to no VPC. */
    public TunnelEndpoint unattached() {
        return new TunnelEndpoint(
                connectionId,
                category,
                index,
                outsideAddress,
                customerGateway,
                preSharedKey,
                insideCidr,
                staticRoutesOnly,
                staticRoutes,
                Optional.empty(),
                List.of(),
                List.of(),
                bgp);
    }
}
