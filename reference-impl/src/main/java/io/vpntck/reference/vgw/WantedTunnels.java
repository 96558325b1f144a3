package io.vpntck.reference.vgw;

import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelInventory;
import io.vpntck.reference.ip.Ipv4Address;
import java.util.List;

/** What the control plane says of the tunnels: asked for anew only when it may have changed. */
final class WantedTunnels {
    private final TunnelInventory inventory;
    private long revision = TunnelInventory.UNKNOWN;
    private List<TunnelEndpoint> endpoints = List.of();
    private List<Ipv4Address> addresses = List.of();

    WantedTunnels(TunnelInventory inventory) {
        this.inventory = inventory;
    }

    /** The same list as before while nothing has changed. */
    List<TunnelEndpoint> endpoints() {
        long now = inventory.revision();
        if (now == TunnelInventory.UNKNOWN || now != revision) {
            revision = now;
            endpoints = List.copyOf(inventory.tunnels());
            addresses = endpoints.stream().map(TunnelEndpoint::outsideAddress).toList();
        }
        return endpoints;
    }

    List<Ipv4Address> outsideAddresses() {
        endpoints();
        return addresses;
    }
}
