package io.vpntck.reference.vgw;

import io.vpntck.reference.ec2.Route;
import io.vpntck.reference.ec2.RouteTarget;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelInventory;
import io.vpntck.reference.ec2.VpcRoutes;
import io.vpntck.reference.ip.Ipv4Address;
import java.util.List;
import java.util.stream.Stream;

/** One route table for each VPC, made of what its tunnels say: where there is no control plane with tables of its own. */
final class InventoryRoutes implements VpcRoutes {
    private static final RouteTarget GATEWAY = RouteTarget.gateway("vgw-of-the-inventory");

    private final TunnelInventory inventory;

    InventoryRoutes(TunnelInventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public long revision() {
        return inventory.revision();
    }

    @Override
    public List<Route> of(String vpcId, Ipv4Address host) {
        return inventory.tunnels().stream()
                .filter(tunnel -> tunnel.vpcId().filter(vpcId::equals).isPresent())
                .flatMap(InventoryRoutes::routes)
                .distinct()
                .toList();
    }

    private static Stream<Route> routes(TunnelEndpoint tunnel) {
        return Stream.concat(
                tunnel.vpcCidrs().stream().map(cidr -> new Route(cidr, RouteTarget.LOCAL, Route.Origin.LOCAL, true)),
                tunnel.returnRoutes().stream()
                        .map(prefix -> new Route(prefix, GATEWAY, Route.Origin.PROPAGATED, true)));
    }
}
