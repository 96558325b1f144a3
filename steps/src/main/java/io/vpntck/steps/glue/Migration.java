package io.vpntck.steps.glue;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;
import software.amazon.awssdk.services.ec2.model.VpnState;

/**
 * The old and the new of a migration: virtual private gateways and the connections on them.
 *
 * <p>What {@link Stage} makes is the latest; here both are kept.
 */
public final class Migration {
    private final World world;
    private final Stage stage;
    private final List<String> oldConnections = new ArrayList<>();
    private final List<String> classicConnections = new ArrayList<>();
    private final List<String> customerGateways = new ArrayList<>();
    private String oldGateway;
    private String newGateway;
    private String newConnection;

    public Migration(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    /** Has the EC2 API make connections as it did before there was AWS VPN, or as it does now. */
    void classicProfile(boolean on) {
        world.testbed().lab().classicProfile(world.testbed().region(), on);
    }

    void oldGateway() {
        stage.vpnGateway();
        oldGateway = world.vpnGatewayId();
    }

    /** A static connection on the latest virtual private gateway, with a customer gateway of its own. */
    void oldConnection(boolean classic) {
        stage.customerGateway();
        oldConnectionOfThisGateway(classic);
    }

    /** A static connection between the two gateways made last. */
    void oldConnectionOfThisGateway(boolean classic) {
        classicProfile(classic);
        oldConnections.add(stage.connection(true).vpnConnectionId());
        customerGateways.add(world.customerGatewayId());
        if (classic) {
            classicConnections.add(world.vpnConnectionId().orElseThrow());
        }
        classicProfile(false);
        stage.awaitAvailableConnection();
    }

    void newGateway() {
        stage.vpnGateway();
        newGateway = world.vpnGatewayId();
    }

    /** The first of the old connections anew: on the new virtual private gateway, with the same customer gateway. */
    void newConnection() {
        world.vpnGatewayId(newGateway);
        world.customerGatewayId(customerGateways.get(0));
        newConnection = stage.connection(true).vpnConnectionId();
        stage.awaitAvailableConnection();
    }

    void detach(String gateway) {
        world.ec2().detachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(gateway));
        stage.await("the virtual private gateway to be detached", () -> gateway(gateway).vpcAttachments().stream()
                .allMatch(a -> a.state() == AttachmentStatus.DETACHED));
    }

    void attach(String gateway) {
        world.vpnGatewayId(gateway);
        stage.attach();
    }

    String oldGatewayId() {
        return oldGateway;
    }

    String newGatewayId() {
        return newGateway;
    }

    List<String> oldConnectionIds() {
        return List.copyOf(oldConnections);
    }

    List<String> classicConnectionIds() {
        return List.copyOf(classicConnections);
    }

    VpnConnection oldConnection() {
        return connection(oldConnections.get(0));
    }

    VpnConnection newConnectionNow() {
        return connection(newConnection);
    }

    String newConnectionId() {
        return newConnection;
    }

    VpnGateway gateway(String id) {
        return world.ec2()
                .describeVpnGateways(r -> r.vpnGatewayIds(id))
                .vpnGateways()
                .get(0);
    }

    VpnConnection connection(String id) {
        return world.ec2()
                .describeVpnConnections(r -> r.vpnConnectionIds(id))
                .vpnConnections()
                .get(0);
    }

    boolean isAvailable(String connection) {
        return connection(connection).state() == VpnState.AVAILABLE;
    }
}
