package io.vpntck.steps.glue;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.gateway.TunnelConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnState;

/** Further gateways of the customer's, each with a VPN connection of its own to the scenario's virtual private gateway. */
public final class Sites {
    private static final Duration RISES = Duration.ofSeconds(60);
    private static final int ASN = 65_000;

    private final World world;
    private final Stage stage;
    private final SiteRanges ranges;
    private final List<Site> all = new ArrayList<>();

    /** A gateway, and the AWS side's outside and inside addresses of its connection in the order of the document. */
    public record Site(
            GatewayUnderTest gateway, String connectionId, List<Ipv4Address> outside, List<Ipv4Address> inside) {}

    public Sites(World world, Stage stage, SiteRanges ranges) {
        this.world = world;
        this.stage = stage;
        this.ranges = ranges;
    }

    /** In the order in which they were made; the gateway under test is not among them. */
    public List<Site> all() {
        return List.copyOf(all);
    }

    /** Makes a static connection that routes the gateway's LAN, configures the gateway from it, and raises both tunnels. */
    public void connect(GatewayUnderTest gateway) {
        connect(gateway, gateway.lan());
    }

    /** As above, but goes on after a while when the tunnels do not come up. */
    public void tryToConnect(GatewayUnderTest gateway) {
        begin(gateway, enter(gateway, gateway.lan())).isUpWithin(RISES);
    }

    /** As above, with another range entered than the gateway's LAN; ranges that overlap are reported. */
    void connect(GatewayUnderTest gateway, Ipv4Prefix range) {
        begin(gateway, enter(gateway, range)).requireUp();
    }

    private String enter(GatewayUnderTest gateway, Ipv4Prefix range) {
        if (all.isEmpty()) {
            ranges.add(world.testbed().gateway().lan());
        }
        ranges.add(range).forEach(found -> world.log("sites with ranges that overlap: " + found));
        String id = create(gateway, true, ASN);
        world.ec2().createVpnConnectionRoute(r -> r.vpnConnectionId(id).destinationCidrBlock(range.toString()));
        return id;
    }

    /** Makes a dynamic connection, configures the gateway from it, which announces its LAN, and raises both tunnels. */
    void connectByBgp(GatewayUnderTest gateway) {
        connectByBgp(gateway, ASN);
    }

    /** As above, with an AS of its own; waits until what it announces is accepted on both tunnels. */
    void connectByBgp(GatewayUnderTest gateway, int asn) {
        begin(gateway, create(gateway, false, asn)).requireUp();
        int number = all.size() - 1;
        stage.await("routes of another gateway to be accepted on both tunnels", () -> acceptsRoutes(number));
    }

    private Raising begin(GatewayUnderTest gateway, String id) {
        VpnConnection connection = connection(id);
        Configuration configuration = Configuration.of(connection);
        gateway.apply(new TunnelConfiguration(connection.customerGatewayConfiguration(), vpc()));
        gateway.start();
        all.add(new Site(
                gateway,
                id,
                addresses(configuration.outsideAddresses()),
                addresses(configuration.awsInsideAddresses())));
        return new Raising(configuration.awsInsideAddresses().stream()
                .map(inside ->
                        gateway.lanHost().ping(Ipv4Address.of(inside), (int) RISES.toSeconds(), Duration.ofSeconds(1)))
                .toList());
    }

    /** Pings under way that raise the tunnels of a gateway. */
    private final class Raising {
        private final List<LanHost.Ping> pings;

        Raising(List<LanHost.Ping> pings) {
            this.pings = pings;
        }

        boolean isUpWithin(Duration limit) {
            boolean up = world.testbed().await(limit, () -> pings.stream().allMatch(ping -> ping.received() > 0));
            pings.forEach(LanHost.Ping::stop);
            return up;
        }

        void requireUp() {
            if (!isUpWithin(RISES)) {
                throw new IllegalStateException("waited " + RISES.toSeconds()
                        + " s in vain for both tunnels of another gateway to answer pings");
            }
        }
    }

    private static List<Ipv4Address> addresses(List<String> words) {
        return words.stream().map(Ipv4Address::of).toList();
    }

    /** Whether what the gateway of a site announced is accepted on both tunnels. */
    boolean acceptsRoutes(int site) {
        return connection(all.get(site).connectionId()).vgwTelemetry().stream()
                .allMatch(tunnel -> tunnel.acceptedRouteCount() > 0);
    }

    private String create(GatewayUnderTest gateway, boolean staticRoutesOnly, int asn) {
        String customerGateway = world.ec2()
                .createCustomerGateway(r -> r.type("ipsec.1")
                        .ipAddress(gateway.outsideAddress().toString())
                        .bgpAsn(asn))
                .customerGateway()
                .customerGatewayId();
        String id = world.ec2()
                .createVpnConnection(r -> r.type("ipsec.1")
                        .vpnGatewayId(world.vpnGatewayId())
                        .customerGatewayId(customerGateway)
                        .options(o -> o.staticRoutesOnly(staticRoutesOnly)))
                .vpnConnection()
                .vpnConnectionId();
        stage.await(
                "another VPN connection to be available", () -> connection(id).state() == VpnState.AVAILABLE);
        return id;
    }

    private VpnConnection connection(String id) {
        return world.ec2()
                .describeVpnConnections(r -> r.vpnConnectionIds(id))
                .vpnConnections()
                .get(0);
    }

    private Ipv4Prefix vpc() {
        return Ipv4Prefix.of(world.ec2()
                .describeVpcs(r -> r.vpcIds(world.vpcId()))
                .vpcs()
                .get(0)
                .cidrBlock());
    }
}
