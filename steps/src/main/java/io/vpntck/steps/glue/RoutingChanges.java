package io.vpntck.steps.glue;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;

/** What can become of the routes of a scenario, by the words of the features. */
public final class RoutingChanges {
    private final World world;
    private final Stage stage;
    private final VpcParts parts;

    public RoutingChanges(World world, Stage stage, VpcParts parts) {
        this.world = world;
        this.stage = stage;
        this.parts = parts;
    }

    /** @param change for example {@code 192.168.10.0/24 is entered on the connection} */
    public void make(String change) {
        List<String> words = List.of(change.split(" ", 2));
        String prefix = words.get(0);
        switch (words.get(1)) {
            case "is entered on the connection" -> stage.addStaticRoute(prefix);
            case "is taken off the connection" -> {
                String id = world.vpnConnectionId().orElseThrow();
                world.ec2().deleteVpnConnectionRoute(r -> r.vpnConnectionId(id).destinationCidrBlock(prefix));
            }
            case "is taken out of route table main" -> takeOut(prefix);
            case "is put into route table main" ->
                world.ec2().createRoute(r -> r.routeTableId(parts.id("main"))
                        .destinationCidrBlock(prefix)
                        .gatewayId(world.vpnGatewayId()));
            case "is withdrawn by Direct Connect" ->
                world.testbed().lab().announceByDirectConnect(world.vpcId(), Ipv4Prefix.of(prefix), false);
            default -> ofTheGateway(change);
        }
    }

    private void ofTheGateway(String change) {
        switch (change) {
            case "propagation is disabled" ->
                world.ec2().disableVgwRoutePropagation(r -> r.routeTableId(parts.id("main"))
                        .gatewayId(world.vpnGatewayId()));
            case "the virtual private gateway is detached" -> detach();
            case "the virtual private gateway is attached" -> stage.attach();
            default -> throw new IllegalArgumentException("no such change: " + change);
        }
    }

    private void takeOut(String prefix) {
        world.ec2().deleteRoute(r -> r.routeTableId(parts.id("main")).destinationCidrBlock(prefix));
    }

    private void detach() {
        world.ec2().detachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(world.vpnGatewayId()));
        stage.await("the virtual private gateway to be detached", () -> stage.vpnGatewayNow().vpcAttachments().stream()
                .allMatch(a -> a.state() == AttachmentStatus.DETACHED));
    }
}
