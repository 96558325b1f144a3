package io.vpntck.steps.glue;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.RouteTable;
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
    private boolean entered;
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

    public void oldGateway() {
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
        if (classic) {
            classicProfile(true);
        }
        oldConnections.add(stage.connection(true).vpnConnectionId());
        customerGateways.add(world.customerGatewayId());
        if (classic) {
            classicConnections.add(world.vpnConnectionId().orElseThrow());
            classicProfile(false);
        }
        stage.awaitAvailableConnection();
    }

    public void newGateway() {
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

    /** A static connection of the virtual private gateway made last with the gateway under test, routing its LAN. */
    public void oldConnectionToTheLan(boolean classic) {
        stage.customerGateway(world.testbed().gateway().outsideAddress().toString());
        oldConnectionOfThisGateway(classic);
        lanRoute(oldConnections.get(0));
    }

    /** The old connection to the gateway under test anew, with the LAN as its static route. */
    public void newConnectionToTheLan() {
        newConnection();
        lanRoute(newConnection);
    }

    private void lanRoute(String connection) {
        world.ec2().createVpnConnectionRoute(r -> r.vpnConnectionId(connection)
                .destinationCidrBlock(world.testbed().gateway().lan().toString()));
    }

    /** Has the virtual private gateway propagate to the main route table of the VPC. */
    public void enablePropagation(String gateway) {
        String table = stage.mainRouteTable();
        world.ec2().enableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(gateway));
    }

    public void disablePropagation(String gateway) {
        String table = stage.mainRouteTable();
        world.ec2().disableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(gateway));
    }

    /** The route to the LAN in the main route table, entered by hand. */
    public void enterRoute(String gateway) {
        world.vpnGatewayId(gateway);
        stage.routeToTheLan();
        entered = true;
    }

    /** Leads the LAN to an attached virtual private gateway, by a route that is changed or by propagation. */
    public void leadTheLanTo(String gateway) {
        if (!entered) {
            enablePropagation(gateway);
            return;
        }
        String table = stage.mainRouteTable();
        String lan = world.testbed().gateway().lan().toString();
        world.ec2()
                .replaceRoute(
                        r -> r.routeTableId(table).destinationCidrBlock(lan).gatewayId(gateway));
    }

    /** Takes the gateway under test from the connection that it serves to this one. */
    public void goOverTo(String connection) {
        world.testbed().gateway().stop();
        world.vpnConnectionId(connection);
        stage.configureAndStart();
    }

    /** The connection that is the scenario's from now on. */
    public void serve(VpnConnection connection) {
        world.vpnConnectionId(connection.vpnConnectionId());
    }

    /** A VPC with one host. */
    public void vpc(String cidr, String host) {
        stage.vpc(cidr);
        stage.vpcHost(host);
    }

    public RouteTable routeTable() {
        String id = stage.mainRouteTable();
        return world.ec2()
                .describeRouteTables(r -> r.routeTableIds(id))
                .routeTables()
                .get(0);
    }

    public void detach(String gateway) {
        world.ec2().detachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(gateway));
        stage.await("the virtual private gateway to be detached", () -> gateway(gateway).vpcAttachments().stream()
                .allMatch(a -> a.state() == AttachmentStatus.DETACHED));
    }

    public void attach(String gateway) {
        world.vpnGatewayId(gateway);
        stage.attach();
    }

    public String oldGatewayId() {
        return oldGateway;
    }

    public String newGatewayId() {
        return newGateway;
    }

    List<String> oldConnectionIds() {
        return List.copyOf(oldConnections);
    }

    List<String> classicConnectionIds() {
        return List.copyOf(classicConnections);
    }

    public VpnConnection oldConnection() {
        return connection(oldConnections.get(0));
    }

    public VpnConnection newConnectionNow() {
        return connection(newConnection);
    }

    public String newConnectionId() {
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
