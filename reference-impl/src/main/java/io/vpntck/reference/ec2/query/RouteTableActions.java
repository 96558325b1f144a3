package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.Route;
import io.vpntck.reference.ec2.RouteTable;
import io.vpntck.reference.ec2.RouteTableAssociation;
import io.vpntck.reference.ec2.RouteTables;
import io.vpntck.reference.ec2.TargetKind;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Route tables and the subnets that they serve. */
final class RouteTableActions {
    private RouteTableActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "CreateRouteTable", RouteTableActions::create,
                "DescribeRouteTables", RouteTableActions::describe,
                "DeleteRouteTable", RouteTableActions::delete,
                "AssociateRouteTable", RouteTableActions::associate,
                "DisassociateRouteTable", RouteTableActions::disassociate,
                "ReplaceRouteTableAssociation", RouteTableActions::replaceAssociation);
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
        RouteTable table = region.network().tables().create(in.required("VpcId"));
        out.open("routeTable");
        write(out, region, table);
        out.close();
    }

    private static void describe(Parameters in, AwsRegion region, XmlAnswer out) {
        RouteTables tables = region.network().tables();
        out.set(
                "routeTableSet",
                Filters.apply(
                        in,
                        region,
                        Filters.named(in, region, "RouteTableId", tables.all(), tables::get),
                        RouteTable::id,
                        filters(region)),
                (item, table) -> write(item, region, table));
    }

    private static Map<String, Function<RouteTable, List<String>>> filters(AwsRegion region) {
        return Map.ofEntries(
                Map.entry("route-table-id", table -> List.of(table.id())),
                Map.entry("vpc-id", table -> List.of(table.vpcId())),
                ofAssociations(region, "route-table-association-id", a -> Stream.of(a.id())),
                ofAssociations(region, "route-table-id", a -> Stream.of(a.tableId())),
                ofAssociations(region, "subnet-id", a -> a.subnetId().stream()),
                ofAssociations(region, "main", a -> Stream.of(Boolean.toString(a.main()))),
                ofRoutes(region, "destination-cidr-block", r -> Stream.of(r.destination())
                        .filter(Ipv4Prefix.class::isInstance)
                        .map(Object::toString)),
                ofRoutes(region, "destination-ipv6-cidr-block", r -> Stream.of(r.destination())
                        .filter(destination -> !(destination instanceof Ipv4Prefix))
                        .map(Object::toString)),
                ofRoutes(region, "gateway-id", target("gatewayId")),
                ofRoutes(region, "instance-id", target("instanceId")),
                ofRoutes(region, "nat-gateway-id", target("natGatewayId")),
                ofRoutes(region, "vpc-peering-connection-id", target("vpcPeeringConnectionId")),
                ofRoutes(region, "origin", r -> Stream.of(r.origin().word())),
                ofRoutes(region, "state", r -> Stream.of(r.state())));
    }

    private static Map.Entry<String, Function<RouteTable, List<String>>> ofAssociations(
            AwsRegion region, String name, Function<RouteTableAssociation, Stream<String>> value) {
        return Map.entry("association." + name, table -> region.network().tables().associations(table).stream()
                .flatMap(value)
                .toList());
    }

    private static Map.Entry<String, Function<RouteTable, List<String>>> ofRoutes(
            AwsRegion region, String name, Function<Route, Stream<String>> value) {
        return Map.entry("route." + name, table -> region.network().routes().of(table).stream()
                .flatMap(value)
                .toList());
    }

    private static Function<Route, Stream<String>> target(String element) {
        return route -> Stream.of(route.target())
                .filter(target -> target.kind().element().equals(element))
                .map(target -> target.id());
    }

    private static void write(XmlAnswer out, AwsRegion region, RouteTable table) {
        out.value("routeTableId", table.id())
                .value("vpcId", table.vpcId())
                .set("routeSet", shown(region, table), (item, route) -> write(item, region, route))
                .set(
                        "associationSet",
                        region.network().tables().associations(table),
                        (item, association) -> write(item, region, association))
                .set(
                        "propagatingVgwSet",
                        region.network().routes().propagating(table),
                        (item, id) -> item.value("gatewayId", id));
        TagActions.write(out, region, table.id());
    }

    /** Of the routes of a table, those that are shown. */
    private static List<Route> shown(AwsRegion region, RouteTable table) {
        List<Route> all = region.network().routes().of(table);
        return all.stream()
                .filter(route -> route.origin() != Route.Origin.PROPAGATED
                        || !region.commits(ControlPlaneFault.HIDES_BEATEN_ROUTES)
                        || all.stream().noneMatch(other -> beats(other, route)))
                .toList();
    }

    private static boolean beats(Route one, Route other) {
        return one.origin() == Route.Origin.ENTERED && one.destination().equals(other.destination());
    }

    private static void write(XmlAnswer out, AwsRegion region, Route route) {
        boolean wrong = route.origin() == Route.Origin.PROPAGATED && region.commits(ControlPlaneFault.WRONG_ORIGIN);
        out.value(
                        route.destination() instanceof Ipv4Prefix ? "destinationCidrBlock" : "destinationIpv6CidrBlock",
                        route.destination())
                .value(
                        region.commits(ControlPlaneFault.WRONG_TARGET_ELEMENT)
                                ? TargetKind.GATEWAY.element()
                                : route.target().kind().element(),
                        route.target().id())
                .value("state", route.state())
                .value("origin", (wrong ? Route.Origin.ENTERED : route.origin()).word());
    }

    private static void write(XmlAnswer out, AwsRegion region, RouteTableAssociation association) {
        out.value("routeTableAssociationId", association.id()).value("routeTableId", association.tableId());
        association.subnetId().ifPresent(subnet -> out.value("subnetId", subnet));
        if (association.main() && region.commits(ControlPlaneFault.NAMES_SUBNET_OF_MAIN)) {
            out.value("subnetId", "subnet-00000000000000000");
        }
        out.value("main", association.main() && !region.commits(ControlPlaneFault.HIDES_MAIN_TABLE));
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        region.network().tables().delete(in.required("RouteTableId"));
        out.value("return", true);
    }

    private static void associate(Parameters in, AwsRegion region, XmlAnswer out) {
        RouteTableAssociation made =
                region.network().tables().associate(in.required("RouteTableId"), in.required("SubnetId"));
        out.value("associationId", made.id());
    }

    private static void disassociate(Parameters in, AwsRegion region, XmlAnswer out) {
        region.network().tables().disassociate(in.required("AssociationId"));
        out.value("return", true);
    }

    private static void replaceAssociation(Parameters in, AwsRegion region, XmlAnswer out) {
        RouteTableAssociation made =
                region.network().tables().replace(in.required("AssociationId"), in.required("RouteTableId"));
        out.value("newAssociationId", made.id());
    }
}
