package io.vpntck.reference.ec2;

import java.util.List;

/**
 * What CreateVpnConnection asks for.
 *
 * @param tunnels for tunnel 1 and tunnel 2, in this order; AWS chooses what is left out
 */
public record ConnectionRequest(
        String vpnGatewayId, String customerGatewayId, boolean staticRoutesOnly, List<TunnelOptions> tunnels) {

    public ConnectionRequest {
        tunnels = List.copyOf(tunnels);
    }
}
