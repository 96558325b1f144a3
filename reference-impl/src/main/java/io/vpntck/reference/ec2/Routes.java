package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.IpPrefix;
import java.util.ArrayList;
import java.util.List;

/**
 * The routes of the route tables of a region: local, entered and propagated.
 *
 * <p>A propagated route is in a table while propagation is enabled there and the gateway is attached to its VPC, also
 * while the tunnels are down (Amazon VPC User Guide, "Setting Up an AWS VPN Connection", 2018-09).
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html">Amazon VPC User Guide, "Route
 *     Tables" (2018-09)</a>
 */
public final class Routes {
    private final AwsRegion region;
    private final Network network;
    private final Enforcement rules;

    Routes(AwsRegion region, Network network, Enforcement rules) {
        this.region = region;
        this.network = network;
        this.rules = rules;
    }

    /** Every route of a table: local ones first, then entered, then propagated. */
    public List<Route> of(RouteTable table) {
        List<Route> all = new ArrayList<>();
        network.vpcs().find(table.vpcId()).ifPresent(vpc -> locals(table, vpc)
                .forEach(cidr -> all.add(new Route(cidr, RouteTarget.LOCAL, Route.Origin.LOCAL, true))));
        table.entered().forEach((destination, target) -> all.add(entered(table, destination, target)));
        propagating(table).forEach(id -> region.tunnels().propagated(region.vpnGateway(id)).stream()
                .limit(mostPropagated())
                .forEach(prefix -> all.add(new Route(prefix, RouteTarget.gateway(id), Route.Origin.PROPAGATED, true))));
        return all;
    }

    private long mostPropagated() {
        return rules.commits(ControlPlaneFault.UNLIMITED_PROPAGATED_ROUTES) ? Long.MAX_VALUE : Quotas.PROPAGATED_ROUTES;
    }

    private List<IpPrefix> locals(RouteTable table, Vpc vpc) {
        if (rules.commits(ControlPlaneFault.STARTS_TABLE_EMPTY)
                && !network.tables().isMain(table)) {
            return List.of();
        }
        return rules.commits(ControlPlaneFault.ONE_LOCAL_ROUTE)
                ? List.of(vpc.cidr())
                : vpc.blocks().stream().map(CidrAssociation::cidr).toList();
    }

    private Route entered(RouteTable table, IpPrefix destination, RouteTarget target) {
        boolean active =
                network.targets().usable(target, table.vpcId()) || rules.commits(ControlPlaneFault.NEVER_BLACKHOLE);
        return new Route(destination, target, Route.Origin.ENTERED, active);
    }

    /** The gateways that propagate to this table now. */
    public List<String> propagating(RouteTable table) {
        return table.propagating().stream()
                .filter(id -> network.targets().usable(RouteTarget.gateway(id), table.vpcId()))
                .toList();
    }

    public void create(String tableId, IpPrefix destination, RouteTarget target) {
        RouteTable table = network.tables().get(tableId);
        network.targets().require(target, table.vpcId());
        rules.demand(
                !network.vpcs().get(table.vpcId()).has(destination),
                ControlPlaneFault.CHANGES_LOCAL_ROUTE,
                () -> exists(destination));
        rules.demand(
                !withinLocal(table, destination),
                ControlPlaneFault.CHANGES_LOCAL_ROUTE,
                () -> Rejection.ofValue(
                        parameter(destination), destination.toString(), "it is more specific than the local route"));
        rules.demand(
                !table.entered().containsKey(destination),
                ControlPlaneFault.OVERWRITES_ROUTE,
                () -> exists(destination));
        long there = table.entered().keySet().stream()
                .filter(other -> rules.commits(ControlPlaneFault.COUNTS_FAMILIES_TOGETHER)
                        || other.getClass() == destination.getClass())
                .count();
        int quota = region.quotas().of(Quota.ROUTES_OF_A_TABLE);
        rules.demand(
                there < quota,
                ControlPlaneFault.UNLIMITED_ROUTES,
                () -> Quotas.exceeded("RouteLimitExceeded", "RouteTableId", tableId, quota));
        rules.beforeChange();
        table.entered().put(destination, target);
    }

    private boolean withinLocal(RouteTable table, IpPrefix destination) {
        return network.vpcs().get(table.vpcId()).blocks().stream()
                .anyMatch(block -> block.cidr().covers(destination));
    }

    private static Rejection exists(IpPrefix destination) {
        return new Rejection(
                "RouteAlreadyExists",
                parameter(destination),
                destination.toString(),
                "the route table has a route to it");
    }

    private static String parameter(IpPrefix destination) {
        return destination.toString().contains(":") ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock";
    }

    /** Leads an entered route elsewhere. */
    public void replace(String tableId, IpPrefix destination, RouteTarget target) {
        RouteTable table = network.tables().get(tableId);
        network.targets().require(target, table.vpcId());
        if (isLocal(table, destination)) {
            return;
        }
        rules.demand(
                table.entered().containsKey(destination),
                ControlPlaneFault.REPLACES_ABSENT_ROUTE,
                () -> Rejection.ofValue(
                        parameter(destination), destination.toString(), "there is no such route to replace"));
        rules.beforeChange();
        if (!rules.commits(ControlPlaneFault.KEEPS_REPLACED_TARGET)) {
            table.entered().put(destination, target);
        }
    }

    /** Takes an entered route away; local and propagated ones cannot be. */
    public void delete(String tableId, IpPrefix destination) {
        RouteTable table = network.tables().get(tableId);
        if (isLocal(table, destination)) {
            return;
        }
        rules.demand(
                table.entered().containsKey(destination),
                ControlPlaneFault.DELETES_ANY_ROUTE,
                () -> new Rejection(
                        "InvalidRoute.NotFound",
                        parameter(destination),
                        destination.toString(),
                        "no such route was entered"));
        rules.beforeChange();
        table.entered().remove(destination);
    }

    /** Whether it is the local route, which a faulty control plane says that it changes; any other refuses it. */
    private boolean isLocal(RouteTable table, IpPrefix destination) {
        boolean local = network.vpcs().get(table.vpcId()).has(destination);
        rules.demand(
                !local,
                ControlPlaneFault.CHANGES_LOCAL_ROUTE,
                () -> Rejection.ofValue(
                        parameter(destination), destination.toString(), "the local route cannot be changed"));
        return local;
    }

    /** Has the routes of a virtual private gateway come into a table by themselves. */
    public void enablePropagation(String tableId, String gatewayId) {
        RouteTable table = network.tables().get(tableId);
        AwsRegion.found(
                region.findVpnGateway(gatewayId).orElse(null), "InvalidGatewayID.NotFound", "GatewayId", gatewayId);
        rules.demand(
                network.targets().usable(RouteTarget.gateway(gatewayId), table.vpcId()),
                ControlPlaneFault.PROPAGATES_UNATTACHED,
                () -> new Rejection(
                        "Gateway.NotAttached", "GatewayId", gatewayId, "it is not attached to " + table.vpcId()));
        rules.beforeChange();
        if (rules.commits(ControlPlaneFault.FIRST_GATEWAY_PROPAGATES_ONLY)
                && !region.vpnGateways().get(0).id().equals(gatewayId)) {
            return;
        }
        if (!table.propagating().add(gatewayId) && rules.commits(ControlPlaneFault.REFUSES_SECOND_PROPAGATION)) {
            throw Rejection.ofValue("GatewayId", gatewayId, "it is enabled").exception();
        }
    }

    public void disablePropagation(String tableId, String gatewayId) {
        RouteTable table = network.tables().get(tableId);
        rules.beforeChange();
        if (rules.commits(ControlPlaneFault.DISABLES_PROPAGATION_EVERYWHERE)) {
            network.tables().of(table.vpcId()).forEach(t -> t.propagating().remove(gatewayId));
        }
        if (!rules.commits(ControlPlaneFault.KEEPS_PROPAGATING)) {
            table.propagating().remove(gatewayId);
        }
    }

    /** The gateway was detached from this VPC. */
    void stopPropagation(String vpcId, String gatewayId) {
        network.tables().of(vpcId).forEach(t -> t.propagating().remove(gatewayId));
    }
}
