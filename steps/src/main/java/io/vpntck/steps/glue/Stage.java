package io.vpntck.steps.glue;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.gateway.TunnelConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;
import software.amazon.awssdk.services.ec2.model.VpnState;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** Sets the stage through the EC2 API; waits by the testbed's clock, within a minute for each state. */
public final class Stage {
    private static final Duration SETTLES = Duration.ofMinutes(1);
    private static final Predicate<VgwTelemetry> UP = tunnel -> tunnel.status() == TelemetryStatus.UP;
    private static final IpPermission EVERYTHING = IpPermission.builder()
            .ipProtocol("-1")
            .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
            .build();

    private final World world;
    private Optional<Integer> interfaceMtu = Optional.empty();
    private TunnelConfiguration.Manner manner = TunnelConfiguration.Manner.BOTH;

    public Stage(World world) {
        this.world = world;
    }

    void vpc(String cidr) {
        world.vpcId(world.ec2().createVpc(r -> r.cidrBlock(cidr)).vpc().vpcId());
    }

    /** A host that whatever comes from outside may reach: its VPC's default security group is opened. */
    void vpcHost(String address) {
        closedVpcHost(address);
        String group = world.ec2()
                .describeSecurityGroups(r -> r.filters(
                        Filter.builder().name("vpc-id").values(world.vpcId()).build(),
                        Filter.builder().name("group-name").values("default").build()))
                .securityGroups()
                .get(0)
                .groupId();
        world.ec2().authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(EVERYTHING));
    }

    /** A host in the default security group, as it is. */
    void closedVpcHost(String address) {
        world.testbed().lab().addVpcHost(world.vpcId(), Ipv4Address.of(address));
        world.vpcHost(address);
    }

    void vpnGateway() {
        world.vpnGatewayId(world.ec2()
                .createVpnGateway(r -> r.type("ipsec.1"))
                .vpnGateway()
                .vpnGatewayId());
    }

    void attach() {
        world.ec2().attachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(world.vpnGatewayId()));
        await("the virtual private gateway to be attached", () -> world
                .ec2()
                .describeVpnGateways(r -> r.vpnGatewayIds(world.vpnGatewayId()))
                .vpnGateways()
                .get(0)
                .vpcAttachments()
                .stream()
                .anyMatch(a -> a.state() == AttachmentStatus.ATTACHED));
    }

    /** A customer gateway at an address where no device answers. */
    void customerGateway() {
        customerGateway(world.nextCustomerAddress());
    }

    void customerGateway(String address) {
        customerGateway(address, 65000);
    }

    void customerGateway(String address, int asn) {
        world.customerGatewayId(world.ec2()
                .createCustomerGateway(r -> r.type("ipsec.1").ipAddress(address).bgpAsn(asn))
                .customerGateway()
                .customerGatewayId());
    }

    /** A connection between the two gateways made last, as the answer shows it. */
    VpnConnection connection(boolean staticRoutesOnly, VpnTunnelOptionsSpecification... tunnels) {
        VpnConnection connection = world.ec2()
                .createVpnConnection(r -> r.type("ipsec.1")
                        .vpnGatewayId(world.vpnGatewayId())
                        .customerGatewayId(world.customerGatewayId())
                        .options(o -> o.staticRoutesOnly(staticRoutesOnly).tunnelOptions(tunnels)))
                .vpnConnection();
        world.vpnConnectionId(connection.vpnConnectionId());
        return connection;
    }

    void awaitAvailableConnection() {
        await("the VPN connection to be available", () -> connection().state() == VpnState.AVAILABLE);
    }

    void awaitDeletedConnection() {
        StateWatch watch = new StateWatch(world.testbed());
        watch.until("deleted", () -> Optional.of(connection().stateAsString()));
        if (!watch.last().orElse("deleted").equals("deleted")) {
            throw new IllegalStateException("waited in vain for the VPN connection to be deleted");
        }
    }

    VpnGateway vpnGatewayNow() {
        return world.ec2()
                .describeVpnGateways(r -> r.vpnGatewayIds(world.vpnGatewayId()))
                .vpnGateways()
                .get(0);
    }

    CustomerGateway customerGatewayNow() {
        return world.ec2()
                .describeCustomerGateways(r -> r.customerGatewayIds(world.customerGatewayId()))
                .customerGateways()
                .get(0);
    }

    /** A static connection that is available, with the gateway's LAN as its route and that route propagated. */
    void staticConnection(VpnTunnelOptionsSpecification... tunnels) {
        unpropagatedConnection(tunnels);
        String table = mainRouteTable();
        world.ec2().enableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(world.vpnGatewayId()));
    }

    /** A dynamic connection that is available, whose routes are propagated. */
    void dynamicConnection(VpnTunnelOptionsSpecification... tunnels) {
        vpnGateway();
        attach();
        customerGateway(world.testbed().gateway().outsideAddress().toString());
        connection(false, tunnels);
        awaitAvailableConnection();
        String table = mainRouteTable();
        world.ec2().enableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(world.vpnGatewayId()));
    }

    /** As {@link #staticConnection}, but no route table leads to it. */
    void unpropagatedConnection(VpnTunnelOptionsSpecification... tunnels) {
        vpnGateway();
        attach();
        customerGateway(world.testbed().gateway().outsideAddress().toString());
        staticRoute(connection(true, tunnels).vpnConnectionId());
    }

    /** Waits until the connection made last is available, and enters the gateway's LAN. */
    void staticRoute(String id) {
        awaitAvailableConnection();
        String lan = world.testbed().gateway().lan().toString();
        world.ec2().createVpnConnectionRoute(r -> r.vpnConnectionId(id).destinationCidrBlock(lan));
    }

    /** Enters another prefix of the customer's on the connection made last. */
    public void addStaticRoute(String prefix) {
        String id = world.vpnConnectionId().orElseThrow();
        world.ec2().createVpnConnectionRoute(r -> r.vpnConnectionId(id).destinationCidrBlock(prefix));
    }

    /** Takes the gateway's LAN off the connection made last. */
    public void removeStaticRoute() {
        String id = world.vpnConnectionId().orElseThrow();
        String lan = world.testbed().gateway().lan().toString();
        world.ec2().deleteVpnConnectionRoute(r -> r.vpnConnectionId(id).destinationCidrBlock(lan));
    }

    /** A route that is entered by hand: it is there before a tunnel was up, unlike a propagated one. */
    public void routeToTheLan() {
        route(world.testbed().gateway().lan().toString());
    }

    void route(String destination) {
        String table = mainRouteTable();
        world.ec2()
                .createRoute(r ->
                        r.routeTableId(table).destinationCidrBlock(destination).gatewayId(world.vpnGatewayId()));
    }

    String mainRouteTable() {
        return world.ec2()
                .describeRouteTables(r -> r.filters(List.of(
                        Filter.builder().name("vpc-id").values(world.vpcId()).build())))
                .routeTables()
                .get(0)
                .routeTableId();
    }

    /** What the tunnel interfaces of the gateway are to have when it is configured. */
    public void interfaceMtu(int octets) {
        interfaceMtu = Optional.of(octets);
    }

    /** How the gateway is to use its tunnels when it is configured. */
    public void manner(TunnelConfiguration.Manner wanted) {
        manner = wanted;
    }

    void configureAndStart() {
        configureAndStart(connection().customerGatewayConfiguration());
    }

    /** @param document what the gateway is configured from */
    public void configureAndStart(String document) {
        world.configuration(document);
        start(tunnelConfiguration());
    }

    /** From the connection's document, but with a route to this prefix in the place of the VPC's. */
    public void configureAndStartFor(String prefix) {
        world.configuration(connection().customerGatewayConfiguration());
        start(new TunnelConfiguration(world.configuration(), Ipv4Prefix.of(prefix), interfaceMtu, manner));
    }

    private void start(TunnelConfiguration configuration) {
        GatewayUnderTest gateway = world.testbed().gateway();
        gateway.apply(configuration);
        gateway.start();
    }

    /** What the gateway was configured from last, with a route to the VPC. */
    public TunnelConfiguration tunnelConfiguration() {
        String vpc = world.ec2()
                .describeVpcs(r -> r.vpcIds(world.vpcId()))
                .vpcs()
                .get(0)
                .cidrBlock();
        return new TunnelConfiguration(world.configuration(), Ipv4Prefix.of(vpc), interfaceMtu, manner);
    }

    /** A static connection between the two gateways made last, which the gateway does not know of yet. */
    public void anotherStaticConnection() {
        staticRoute(connection(true).vpnConnectionId());
    }

    /** Has the gateway, which was stopped, go on with the connection made last. */
    public void takeTheNewConfiguration() {
        configureAndStart();
    }

    /** The address of the customer gateway, as EC2 shows it. */
    public String customerAddress() {
        return customerGatewayNow().ipAddress();
    }

    /** Has the LAN host ping the AWS side's inside addresses until DescribeVpnConnections shows a tunnel UP. */
    void raiseTunnel() {
        raise("a tunnel to be UP", tunnels -> tunnels.anyMatch(UP));
    }

    /** The same for both tunnels. */
    void raiseTunnels() {
        raise("both tunnels to be UP", tunnels -> tunnels.allMatch(UP));
    }

    private void raise(String what, Predicate<Stream<VgwTelemetry>> raised) {
        List<LanHost.Ping> pings = Configuration.of(connection()).awsInsideAddresses().stream()
                .map(inside -> world.testbed()
                        .gateway()
                        .lanHost()
                        .ping(Ipv4Address.of(inside), (int) SETTLES.toSeconds(), Duration.ofSeconds(1)))
                .toList();
        await(what, () -> raised.test(connection().vgwTelemetry().stream()));
        pings.forEach(LanHost.Ping::stop);
    }

    /** The connection of this scenario, as DescribeVpnConnections shows it now. */
    public VpnConnection connection() {
        String id = world.vpnConnectionId().orElseThrow();
        return world.ec2()
                .describeVpnConnections(r -> r.vpnConnectionIds(id))
                .vpnConnections()
                .get(0);
    }

    void await(String what, BooleanSupplier condition) {
        if (!world.testbed().await(SETTLES, condition)) {
            throw new IllegalStateException("waited " + SETTLES.toSeconds() + " s in vain for " + what);
        }
    }
}
