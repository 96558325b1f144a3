package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.Rejection;
import io.vpntck.reference.ec2.RouteTable;
import io.vpntck.reference.ec2.Vpc;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** VPCs and their route tables. */
final class VpcActions {
    private static final Map<String, Function<Vpc, List<String>>> VPC_FILTERS = Map.of(
            "vpc-id",
            vpc -> List.of(vpc.id()),
            "cidr",
            vpc -> List.of(vpc.cidr().toString()));
    private static final Map<String, Function<RouteTable, List<String>>> TABLE_FILTERS = Map.of(
            "vpc-id", table -> List.of(table.vpcId()),
            "route-table-id", table -> List.of(table.id()),
            "association.main", table -> List.of(Boolean.toString(table.main())));

    private VpcActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "CreateVpc", VpcActions::create,
                "DescribeVpcs", VpcActions::describe,
                "DeleteVpc", VpcActions::delete,
                "DescribeRouteTables", VpcActions::describeRouteTables,
                "CreateRoute", VpcActions::createRoute,
                "DeleteRoute", VpcActions::deleteRoute,
                "EnableVgwRoutePropagation", VpcActions::enablePropagation,
                "DisableVgwRoutePropagation", VpcActions::disablePropagation);
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
        Vpc vpc = region.createVpc(in.required("CidrBlock"));
        out.open("vpc");
        write(out, region, vpc);
        out.close();
    }

    private static void describe(Parameters in, AwsRegion region, XmlAnswer out) {
        List<Vpc> vpcs = Filters.named(in, region, "VpcId", region.vpcs(), region::vpc);
        out.set(
                "vpcSet",
                Filters.apply(in, region, vpcs, Vpc::id, VPC_FILTERS),
                (item, vpc) -> write(item, region, vpc));
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        region.deleteVpc(in.required("VpcId"));
        out.value("return", true);
    }

    private static void write(XmlAnswer out, AwsRegion region, Vpc vpc) {
        out.value("vpcId", vpc.id())
                .value("state", "available")
                .value("cidrBlock", vpc.cidr())
                .value("instanceTenancy", "default")
                .value("isDefault", false);
        TagActions.write(out, region, vpc.id());
    }

    private static void describeRouteTables(Parameters in, AwsRegion region, XmlAnswer out) {
        List<RouteTable> tables = Filters.named(in, region, "RouteTableId", region.routeTables(), region::routeTable);
        out.set(
                "routeTableSet",
                Filters.apply(in, region, tables, RouteTable::id, TABLE_FILTERS),
                (item, table) -> write(item, region, table));
    }

    private static void write(XmlAnswer out, AwsRegion region, RouteTable table) {
        out.value("routeTableId", table.id()).value("vpcId", table.vpcId()).open("routeSet");
        route(out, region.vpc(table.vpcId()).cidr(), "local", "CreateRouteTable");
        table.routes().forEach((destination, gateway) -> route(out, destination, gateway, "CreateRoute"));
        for (String gateway : table.propagating()) {
            for (Ipv4Prefix prefix : region.connections().propagated(region.vpnGateway(gateway))) {
                if (!table.routes().containsKey(prefix)) {
                    route(out, prefix, gateway, "EnableVgwRoutePropagation");
                }
            }
        }
        out.close().open("associationSet");
        if (table.main()) {
            out.open("item")
                    .value("routeTableAssociationId", table.id().replace("rtb-", "rtbassoc-"))
                    .value("routeTableId", table.id())
                    .value("main", true)
                    .close();
        }
        out.close().set("propagatingVgwSet", table.propagating(), (item, id) -> item.value("gatewayId", id));
        TagActions.write(out, region, table.id());
    }

    private static void route(XmlAnswer out, Ipv4Prefix destination, String gateway, String origin) {
        out.open("item")
                .value("destinationCidrBlock", destination)
                .value("gatewayId", gateway)
                .value("state", "active")
                .value("origin", origin)
                .close();
    }

    private static void createRoute(Parameters in, AwsRegion region, XmlAnswer out) {
        RouteTable table = region.routeTable(in.required("RouteTableId"));
        Ipv4Prefix destination = destination(in);
        String gateway = in.required("GatewayId");
        if (!region.vpnGateway(gateway).attachedVpc().equals(Optional.of(table.vpcId()))) {
            throw Rejection.ofValue("GatewayId", gateway, "it is not attached to the VPC of the route table")
                    .exception();
        }
        if (table.routes().containsKey(destination)) {
            throw new Rejection(
                            "RouteAlreadyExists",
                            "DestinationCidrBlock",
                            destination.toString(),
                            "the route table has a route to it")
                    .exception();
        }
        region.beforeChange();
        table.routes().put(destination, gateway);
        out.value("return", true);
    }

    private static void deleteRoute(Parameters in, AwsRegion region, XmlAnswer out) {
        Ipv4Prefix destination = destination(in);
        RouteTable table = region.routeTable(in.required("RouteTableId"));
        if (!table.routes().containsKey(destination)) {
            throw new Rejection(
                            "InvalidRoute.NotFound",
                            "DestinationCidrBlock",
                            destination.toString(),
                            "the route table has no such route")
                    .exception();
        }
        region.beforeChange();
        table.routes().remove(destination);
        out.value("return", true);
    }

    private static Ipv4Prefix destination(Parameters in) {
        String text = in.required("DestinationCidrBlock");
        return Ipv4Prefix.parse(text).orElseThrow(() -> Rejection.ofValue(
                        "DestinationCidrBlock", text, "it is not a network in CIDR notation")
                .exception());
    }

    private static void enablePropagation(Parameters in, AwsRegion region, XmlAnswer out) {
        region.enablePropagation(in.required("RouteTableId"), in.required("GatewayId"));
        out.value("return", true);
    }

    private static void disablePropagation(Parameters in, AwsRegion region, XmlAnswer out) {
        region.disablePropagation(in.required("RouteTableId"), in.required("GatewayId"));
        out.value("return", true);
    }
}
