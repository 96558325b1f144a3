package io.vpntck.steps.glue;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.gateway.TunnelConfiguration;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttachmentStatus;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnState;

/** A second gateway behind the NAT device of the first, with a VPC and a VPN connection of its own. */
public final class Neighbour {
    private static final IpPermission EVERYTHING = IpPermission.builder()
            .ipProtocol("-1")
            .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
            .build();

    private final World world;
    private final Stage stage;
    private String connectionId;
    private Ipv4Address vpcHost;

    public Neighbour(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    /** Makes all of it; both gateways are one customer gateway to EC2, since they have one address. */
    void appear(String cidr, String host) {
        Ec2Client ec2 = world.ec2();
        String vpc = ec2.createVpc(r -> r.cidrBlock(cidr)).vpc().vpcId();
        vpcHost = Ipv4Address.of(host);
        world.testbed().lab().addVpcHost(vpc, vpcHost);
        openDefaultGroup(vpc);
        String vgw = ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        ec2.attachVpnGateway(r -> r.vpcId(vpc).vpnGatewayId(vgw));
        stage.await(
                "the second virtual private gateway to be attached",
                () -> ec2.describeVpnGateways(r -> r.vpnGatewayIds(vgw)).vpnGateways().get(0).vpcAttachments().stream()
                        .anyMatch(a -> a.state() == AttachmentStatus.ATTACHED));
        connectionId = ec2.createVpnConnection(r -> r.type("ipsec.1")
                        .vpnGatewayId(vgw)
                        .customerGatewayId(world.customerGatewayId())
                        .options(o -> o.staticRoutesOnly(true)))
                .vpnConnection()
                .vpnConnectionId();
        stage.await(
                "the second VPN connection to be available", () -> connection().state() == VpnState.AVAILABLE);
        GatewayUnderTest gateway = gateway();
        ec2.createVpnConnectionRoute(r -> r.vpnConnectionId(connectionId)
                .destinationCidrBlock(gateway.lan().toString()));
        String table = ec2.describeRouteTables(r -> r.filters(
                        List.of(Filter.builder().name("vpc-id").values(vpc).build())))
                .routeTables()
                .get(0)
                .routeTableId();
        ec2.enableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(vgw));
        gateway.apply(new TunnelConfiguration(connection().customerGatewayConfiguration(), Ipv4Prefix.of(cidr)));
        gateway.start();
    }

    /** By itself it lets in what comes from its own members alone. */
    private void openDefaultGroup(String vpc) {
        String group = world.ec2()
                .describeSecurityGroups(r -> r.filters(
                        Filter.builder().name("vpc-id").values(vpc).build(),
                        Filter.builder().name("group-name").values("default").build()))
                .securityGroups()
                .get(0)
                .groupId();
        world.ec2().authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(EVERYTHING));
    }

    public GatewayUnderTest gateway() {
        return world.testbed().access().neighbour();
    }

    /** The host in the second VPC. */
    public Ipv4Address vpcHost() {
        return vpcHost;
    }

    /** The AWS side's outside addresses of the second connection. */
    public List<Ipv4Address> outside() {
        return Configuration.of(connection()).outsideAddresses().stream()
                .map(Ipv4Address::of)
                .toList();
    }

    private VpnConnection connection() {
        return world.ec2()
                .describeVpnConnections(r -> r.vpnConnectionIds(connectionId))
                .vpnConnections()
                .get(0);
    }
}
