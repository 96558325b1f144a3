package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tunnels of one region's VPN connections: what the data plane is told of them, and what it has brought. */
public final class ConnectedTunnels {
    private final AwsRegion region;
    private final VpnConnections connections;
    private final Enforcement rules;

    ConnectedTunnels(AwsRegion region, VpnConnections connections, Enforcement rules) {
        this.region = region;
        this.connections = connections;
        this.rules = rules;
    }

    /** Of the connections that exist now. */
    List<TunnelEndpoint> endpoints() {
        List<TunnelEndpoint> all = new ArrayList<>();
        boolean deletedToo = rules.commits(ControlPlaneFault.KEEPS_TUNNELS_OF_DELETED);
        for (VpnConnection connection : connections.ever()) {
            if (deletedToo || connection.lifecycle().exists()) {
                for (int i = 0; i < 2; i++) {
                    all.add(endpoint(connection, i));
                }
            }
        }
        return all;
    }

    /** All tunnels that are or were measured, also those of deleted connections; none of AWS Classic VPN is. */
    public List<TunnelLife> lives() {
        return connections.ever().stream()
                .filter(c -> c.category() == Category.AWS_VPN || rules.commits(ControlPlaneFault.MEASURES_CLASSIC))
                .flatMap(connection -> connection.tunnels().stream()
                        .map(tunnel -> new TunnelLife(
                                connection.id(),
                                tunnel.outsideAddress(),
                                connection.lifecycle().created(),
                                connection.lifecycle().deleteRequested(),
                                tunnel.hasBeenUp())))
                .toList();
    }

    private TunnelEndpoint endpoint(VpnConnection connection, int index) {
        VpnTunnel tunnel = connection.tunnels().get(index);
        Optional<Vpc> vpc = connection.vpnGateway().attachedVpc().flatMap(id -> region.network()
                .vpcs()
                .find(id));
        return new TunnelEndpoint(
                connection.id(),
                connection.category(),
                index + 1,
                tunnel.outsideAddress(),
                connection.customerGateway().address(),
                tunnel.preSharedKey(),
                tunnel.insideCidr(),
                connection.staticRoutesOnly(),
                connection.staticRoutes(),
                vpc.map(Vpc::id),
                vpc.map(Vpc::ipv4Cidrs).orElse(List.of()),
                vpc.map(v -> returnRoutes(v, connection.vpnGateway())).orElse(List.of()),
                connection.staticRoutesOnly()
                        ? Optional.empty()
                        : Optional.of(new TunnelEndpoint.Bgp(
                                connection.vpnGateway().id(),
                                connection.vpnGateway().amazonSideAsn(),
                                connection.customerGateway().bgpAsn())));
    }

    private List<Ipv4Prefix> returnRoutes(Vpc vpc, VpnGateway gateway) {
        RouteTarget target = RouteTarget.gateway(gateway.id());
        return region.network().tables().of(vpc.id()).stream()
                .flatMap(table -> region.network().routes().of(table).stream())
                .filter(route -> route.target().equals(target))
                .map(Route::destination)
                .filter(Ipv4Prefix.class::isInstance)
                .map(Ipv4Prefix.class::cast)
                .distinct()
                .sorted((a, b) -> a.network().compareTo(b.network()))
                .toList();
    }

    /** What a gateway propagates: of its connections that are or have been up, the static routes or those learned by BGP. */
    public List<Ipv4Prefix> propagated(VpnGateway gateway) {
        return connections.ever().stream()
                .filter(c -> c.lifecycle().exists() && c.vpnGateway() == gateway)
                .filter(c -> c.hasBeenUp() || rules.commits(ControlPlaneFault.PROPAGATES_BEFORE_UP))
                .filter(c -> c.isUp() || !rules.commits(ControlPlaneFault.WITHDRAWS_ROUTES_WHEN_DOWN))
                .flatMap(c -> c.staticRoutesOnly()
                        ? c.staticRoutes().stream()
                        : c.tunnels().stream().flatMap(tunnel -> tunnel.learned().stream()))
                .distinct()
                .limit(rules.commits(ControlPlaneFault.PROPAGATES_ONE_ROUTE) ? 1 : Long.MAX_VALUE)
                .toList();
    }

    /** The tunnel with this outside address. */
    Optional<VpnTunnel> at(Ipv4Address outsideAddress) {
        return connections.ever().stream()
                .filter(c -> c.lifecycle().exists() && c.hasOutsideAddress(outsideAddress))
                .flatMap(c -> c.tunnels().stream())
                .filter(tunnel -> tunnel.outsideAddress().equals(outsideAddress))
                .findFirst();
    }
}
