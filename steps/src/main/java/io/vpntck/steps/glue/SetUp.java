package io.vpntck.steps.glue;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The documented steps from an empty account to a host that is reached, in order, each of which can be left out.
 *
 * <p>Amazon VPC User Guide, "Setting Up an AWS VPN Connection" (2018-09).
 */
public final class SetUp {
    private final World world;
    private final Stage stage;

    public SetUp(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    /** Does all steps but one; {@code left} is a name of {@link #steps}, or anything else to do them all. */
    void allBut(String left, String cidr, String host) {
        stage.vpc(cidr);
        steps(host).forEach((name, step) -> {
            if (!name.equals(left)) {
                step.run();
            }
        });
        if (left.equals("the security group rule")) {
            stage.closedVpcHost(host);
        }
    }

    private Map<String, Runnable> steps(String host) {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put("the customer gateway", () -> stage.customerGateway(lanGateway()));
        steps.put("the virtual private gateway", stage::vpnGateway);
        steps.put("the attachment", stage::attach);
        steps.put("the security group rule", () -> stage.vpcHost(host));
        steps.put("the VPN connection", () -> {
            stage.connection(true);
            stage.awaitAvailableConnection();
        });
        steps.put(
                "the static route",
                () -> stage.staticRoute(world.vpnConnectionId().orElseThrow()));
        // A virtual private gateway that is attached to no VPC cannot propagate to its route table.
        steps.put(
                "route propagation",
                () -> world.attempt(
                        () -> world.ec2().enableVgwRoutePropagation(r -> r.routeTableId(stage.mainRouteTable())
                                .gatewayId(world.vpnGatewayId()))));
        steps.put("the configuration of the device", stage::configureAndStart);
        return steps;
    }

    private String lanGateway() {
        return world.testbed().gateway().outsideAddress().toString();
    }
}
