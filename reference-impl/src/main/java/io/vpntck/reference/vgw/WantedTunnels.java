package io.vpntck.reference.vgw;

import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelInventory;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;

/** What the control plane says of the tunnels: asked for anew only when it may have changed. */
final class WantedTunnels {
    private final TunnelInventory inventory;
    private long revision = TunnelInventory.UNKNOWN;
    private List<TunnelEndpoint> endpoints = List.of();
    private List<Ipv4Prefix> outside = List.of();

    WantedTunnels(TunnelInventory inventory) {
        this.inventory = inventory;
    }

    /** The same list as before while nothing has changed. */
    List<TunnelEndpoint> endpoints() {
        long now = inventory.revision();
        if (now == TunnelInventory.UNKNOWN || now != revision) {
            revision = now;
            endpoints = List.copyOf(inventory.tunnels());
            List<Ipv4Prefix> hosts = endpoints.stream()
                    .map(endpoint -> Ipv4Prefix.host(endpoint.outsideAddress()))
                    .toList();
            outside = hosts.equals(outside) ? outside : hosts;
        }
        return endpoints;
    }

    /** The outside addresses; the same list as before while they stay. */
    List<Ipv4Prefix> outside() {
        endpoints();
        return outside;
    }
}
