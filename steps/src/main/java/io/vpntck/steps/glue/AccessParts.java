package io.vpntck.steps.glue;

import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;

/** The parts that give a host at home access to a VPC, each to be taken away and put back. */
public final class AccessParts {
    /** Left to whoever has made it. */
    public static final String SECURITY_RULE = "the rule of the security group";

    private static final Set<String> PARTS = Set.of(
            "the attachment of the virtual private gateway",
            "the route to the LAN",
            SECURITY_RULE,
            "the VPN connection");

    private final World world;
    private final Stage stage;

    public AccessParts(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    public void takeAway(String part) {
        require(part);
        switch (part) {
            case "the attachment of the virtual private gateway" -> detach();
            case "the route to the LAN" ->
                world.ec2().disableVgwRoutePropagation(r -> r.routeTableId(stage.mainRouteTable())
                        .gatewayId(world.vpnGatewayId()));
            case "the VPN connection" -> {
                String id = world.vpnConnectionId().orElseThrow();
                world.ec2().deleteVpnConnection(r -> r.vpnConnectionId(id));
                stage.awaitDeletedConnection();
            }
            default -> world.log("the rule is revoked");
        }
    }

    private void detach() {
        world.ec2().detachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(world.vpnGatewayId()));
        stage.await("the virtual private gateway to be detached", () -> stage.vpnGatewayNow().vpcAttachments().stream()
                .allMatch(a -> a.state() == AttachmentStatus.DETACHED));
    }

    public void putBack(String part) {
        require(part);
        switch (part) {
            case "the attachment of the virtual private gateway" -> {
                stage.attach();
                propagate();
            }
            case "the route to the LAN" -> propagate();
            case "the VPN connection" -> {
                world.testbed().gateway().stop();
                stage.staticRoute(stage.connection(true).vpnConnectionId());
                stage.configureAndStart();
                stage.raiseTunnel();
            }
            default -> world.log("the rule is made again");
        }
    }

    private void propagate() {
        world.ec2().enableVgwRoutePropagation(r -> r.routeTableId(stage.mainRouteTable())
                .gatewayId(world.vpnGatewayId()));
    }

    private static void require(String part) {
        if (!PARTS.contains(part)) {
            throw new IllegalArgumentException("there is no such part: " + part);
        }
    }
}
