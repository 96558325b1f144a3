package io.vpntck.steps.glue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Calls of the EC2 API on a connection, its gateways, tags and routes; any of them may be refused. */
final class AnyCalls {
    private static final String PREFIX = "10.40.0.0/16";
    private static final Tag TAG =
            Tag.builder().key("Category").value("VPN-Classic").build();

    private final World world;
    private final Stage stage;
    private final List<String> classic;
    private final String routeTable;
    private final List<Runnable> calls = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();

    /** @param classic connections whose categories are not looked at */
    AnyCalls(World world, Stage stage, List<String> classic) {
        this.world = world;
        this.stage = stage;
        this.classic = List.copyOf(classic);
        this.routeTable = stage.mainRouteTable();
        connections();
        gateways();
        routes();
        tags();
    }

    private Ec2Client ec2() {
        return world.ec2();
    }

    private String connection() {
        return world.vpnConnectionId().orElseThrow();
    }

    private void connections() {
        calls.add(() -> stage.connection(true));
        calls.add(() -> stage.connection(false));
        calls.add(() -> ec2().deleteVpnConnection(r -> r.vpnConnectionId(connection())));
        calls.add(() -> world.testbed().pass(Duration.ofSeconds(3)));
    }

    private void gateways() {
        calls.add(() -> ec2().attachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(world.vpnGatewayId())));
        calls.add(() -> ec2().detachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(world.vpnGatewayId())));
        calls.add(stage::customerGateway);
    }

    private void routes() {
        calls.add(() -> ec2().createVpnConnectionRoute(
                        r -> r.vpnConnectionId(connection()).destinationCidrBlock(PREFIX)));
        calls.add(() -> ec2().deleteVpnConnectionRoute(
                        r -> r.vpnConnectionId(connection()).destinationCidrBlock(PREFIX)));
        calls.add(() ->
                ec2().enableVgwRoutePropagation(r -> r.routeTableId(routeTable).gatewayId(world.vpnGatewayId())));
        calls.add(() ->
                ec2().disableVgwRoutePropagation(r -> r.routeTableId(routeTable).gatewayId(world.vpnGatewayId())));
        calls.add(() -> ec2().createRoute(r ->
                r.routeTableId(routeTable).destinationCidrBlock(PREFIX).gatewayId(world.vpnGatewayId())));
        calls.add(() -> ec2().deleteRoute(r -> r.routeTableId(routeTable).destinationCidrBlock(PREFIX)));
    }

    private void tags() {
        calls.add(() -> ec2().createTags(
                        r -> r.resources(connection(), world.vpnGatewayId()).tags(TAG)));
        calls.add(() -> ec2().deleteTags(
                        r -> r.resources(connection(), world.vpnGatewayId()).tags(TAG)));
    }

    /** Makes calls in the order of this seed, and describes all connections after each. */
    void make(int count, long seed) {
        Random order = new Random(seed);
        for (int i = 0; i < count; i++) {
            world.attempt(calls.get(order.nextInt(calls.size())));
            ec2().describeVpnConnections().vpnConnections().stream()
                    .filter(c -> !classic.contains(c.vpnConnectionId()))
                    .forEach(c -> categories.add(c.category()));
        }
    }

    /** Of all connections, each time that they were described. */
    List<String> categories() {
        return List.copyOf(categories);
    }
}
