package io.vpntck.steps.glue;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

/**
 * What is in a VPC, by the words of the features: route tables {@code main} (the one that it had first), {@code A} and
 * {@code B}, subnets by their blocks, gateways and other targets of routes by their kind.
 */
public final class VpcParts {
    private static final String MAIN = "main";
    private static final List<String> TARGETS = List.of("igw-", "i-", "nat-", "eni-", "pcx-", "vpce-", "dxvif-");

    private final World world;
    private final Stage stage;
    private final Map<String, String> ids = new LinkedHashMap<>();

    public VpcParts(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    /** A VPC whose main route table is called {@code main} from now on. */
    void vpc(String cidr) {
        stage.vpc(cidr);
        ids.put(MAIN, stage.mainRouteTable());
    }

    void table(String name) {
        ids.put(
                name,
                world.ec2()
                        .createRouteTable(r -> r.vpcId(world.vpcId()))
                        .routeTable()
                        .routeTableId());
    }

    void subnet(String cidr) {
        ids.put(
                cidr,
                world.ec2()
                        .createSubnet(r -> r.vpcId(world.vpcId()).cidrBlock(cidr))
                        .subnet()
                        .subnetId());
    }

    void internetGateway() {
        named(
                "internet gateway",
                world.ec2().createInternetGateway().internetGateway().internetGatewayId());
    }

    void attachInternetGateway() {
        internetGateway();
        world.ec2().attachInternetGateway(r -> r.internetGatewayId(id("internet gateway"))
                .vpcId(world.vpcId()));
    }

    /** A virtual private gateway that is attached to the VPC. */
    void vpnGateway() {
        stage.vpnGateway();
        named("virtual private gateway", world.vpnGatewayId());
        stage.attach();
    }

    public void named(String name, String id) {
        ids.put(name, id);
    }

    /** The names of what packets can arrive at: targets of routes, but for virtual private gateways. */
    public List<String> targets() {
        return ids.entrySet().stream()
                .filter(e -> TARGETS.stream().anyMatch(e.getValue()::startsWith))
                .map(Map.Entry::getKey)
                .toList();
    }

    public String id(String name) {
        return Optional.ofNullable(ids.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the scenario has no " + name));
    }

    /** Whether an address is in the block that the VPC was made with. */
    public boolean isInVpc(Ipv4Address address) {
        String cidr = world.ec2()
                .describeVpcs(r -> r.vpcIds(world.vpcId()))
                .vpcs()
                .get(0)
                .cidrBlock();
        return Ipv4Prefix.of(cidr).contains(address);
    }

    private String nameOf(String id) {
        return ids.entrySet().stream()
                .filter(e -> e.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id);
    }

    RouteTable tableNow(String name) {
        return world.ec2()
                .describeRouteTables(r -> r.routeTableIds(id(name)))
                .routeTables()
                .get(0);
    }

    List<RouteTable> tables() {
        return world.ec2()
                .describeRouteTables(r -> r.filters(
                        Filter.builder().name("vpc-id").values(world.vpcId()).build()))
                .routeTables();
    }

    /** Destination, target, origin and state of each route. */
    List<List<String>> routes(String table) {
        List<List<String>> rows = new ArrayList<>();
        for (Route route : tableNow(table).routes()) {
            String destination = Optional.ofNullable(route.destinationCidrBlock())
                    .orElse(String.valueOf(route.destinationIpv6CidrBlock()));
            rows.add(List.of(destination, nameOf(targetOf(route)), route.originAsString(), route.stateAsString()));
        }
        return rows;
    }

    /** The one target of a route; an element of another kind than its id says is shown with it. */
    private static String targetOf(Route route) {
        List<String> targets = Stream.of(
                        named("gatewayId ", route.gatewayId(), "local", "igw-", "vgw-"),
                        named("instanceId ", route.instanceId(), "i-"),
                        named("natGatewayId ", route.natGatewayId(), "nat-"),
                        named("networkInterfaceId ", route.networkInterfaceId(), "eni-"),
                        named("vpcPeeringConnectionId ", route.vpcPeeringConnectionId(), "pcx-"),
                        named("egressOnlyInternetGatewayId ", route.egressOnlyInternetGatewayId(), "eigw-"))
                .flatMap(Optional::stream)
                .toList();
        return String.join(" and ", targets);
    }

    private static Optional<String> named(String element, String id, String... prefixes) {
        return Optional.ofNullable(id)
                .map(given -> Stream.of(prefixes).anyMatch(given::startsWith) ? given : element + given);
    }

    /** The blocks of the subnets that have an association with this table. */
    List<String> subnetsOf(String table) {
        return tableNow(table).associations().stream()
                .map(RouteTableAssociation::subnetId)
                .filter(subnet -> subnet != null)
                .map(this::nameOf)
                .toList();
    }

    /** The table whose association names the subnet, or else the one that is main now. */
    String tableServing(String subnet) {
        List<RouteTable> all = tables();
        return all.stream()
                .filter(t -> t.associations().stream().anyMatch(a -> id(subnet).equals(a.subnetId())))
                .findFirst()
                .or(() -> all.stream().filter(VpcParts::isMain).findFirst())
                .map(t -> nameOf(t.routeTableId()))
                .orElse("none");
    }

    static boolean isMain(RouteTable table) {
        return table.associations().stream().anyMatch(a -> Boolean.TRUE.equals(a.main()));
    }

    /** The association of a subnet, or for {@code main} the main association of the VPC. */
    String association(String what) {
        return tables().stream()
                .flatMap(t -> t.associations().stream())
                .filter(a -> what.equals(MAIN) ? Boolean.TRUE.equals(a.main()) : id(what).equals(a.subnetId()))
                .map(RouteTableAssociation::routeTableAssociationId)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no association of " + what));
    }
}
