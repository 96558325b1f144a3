package io.vpntck.steps.testbed.simulated;

import io.vpntck.reference.cgw.GatewayFault;
import io.vpntck.reference.cgw.InterfaceSettings;
import io.vpntck.reference.cgw.ReferenceCustomerGateway;
import io.vpntck.reference.cgw.TunnelUse;
import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.configuration.UnreadableConfigurationException;
import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.simulation.Segment;
import io.vpntck.reference.simulation.SimulatedHost;
import io.vpntck.reference.simulation.Simulation;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.gateway.Capability;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.gateway.TunnelConfiguration;
import io.vpntck.steps.query.CommandLineClient;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The bundled reference customer gateway as a gateway under test, with one host behind it. */
final class SimulatedGateway implements GatewayUnderTest {
    private static final Set<Capability> OWN = EnumSet.of(
            Capability.IKEV1,
            Capability.ON_DEMAND,
            Capability.NAT_TRAVERSAL,
            Capability.NAT_DEVICE,
            Capability.STATIC_ROUTES,
            Capability.BGP,
            Capability.BGP_ANNOUNCE,
            Capability.BGP_CONTROL,
            Capability.TWO_OCTET_AS,
            Capability.LOCAL_NETWORKS,
            Capability.LAN_HOST,
            Capability.LAN_STACK,
            Capability.INTERFACE_MTU,
            Capability.STANDBY,
            Capability.PING_MONITOR,
            Capability.CLOUDWATCH,
            Capability.LAB,
            Capability.WIRE,
            Capability.SITES);

    private final Simulation world;
    private final SimulatedAccess access;
    private final SimulatedSite site;
    private final Segment lan;
    private final Set<GatewayFault> faults;
    private final Entropy entropy;
    private final SimulatedHost host;
    private VpnConfiguration configuration;
    private ReferenceCustomerGateway node;
    private boolean running;
    private boolean twoOctetAs;
    private List<Ipv4Prefix> localNetworks = List.of();
    private String pastLog = "";

    private SimulatedGateway(
            SimulatedSite site,
            Simulation world,
            SimulatedAccess access,
            Set<GatewayFault> faults,
            Segment lan,
            SimulatedHost host) {
        this.world = world;
        this.access = access;
        this.site = site;
        this.faults = faults;
        this.lan = lan;
        this.host = host;
        // One source for all configurations: a cookie that came twice could not be told apart in the captures.
        this.entropy = world.entropy(site.entropy());
    }

    /** A gateway with a LAN and a host of its own. */
    static SimulatedGateway at(SimulatedSite site, Simulation world, SimulatedAccess access, Set<GatewayFault> faults) {
        Segment lan = world.segment(site.segment());
        SimulatedHost host = new SimulatedHost(site.host(), IpNode.LAN);
        world.attach(host, IpNode.LAN, lan, Ipv4Prefix.host(host.address()));
        return new SimulatedGateway(site, world, access, faults, lan, host);
    }

    /** A second gateway on the LAN of this one; the host there sends to the one that was started first. */
    SimulatedGateway standIn() {
        return new SimulatedGateway(SimulatedSite.STAND_IN, world, access, Set.of(), lan, host);
    }

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public String version() {
        return "vpn-tck reference customer gateway";
    }

    /** Its own, and what this machine lets scenarios do beside it. */
    static Set<Capability> claimed() {
        Set<Capability> all = EnumSet.copyOf(OWN);
        if (CommandLineClient.isThere()) {
            all.add(Capability.AWS_CLI);
        }
        return all;
    }

    @Override
    public Set<Capability> capabilities() {
        return claimed();
    }

    @Override
    public Ipv4Address outsideAddress() {
        return access.registered(site);
    }

    @Override
    public Ipv4Prefix lan() {
        return site.lan();
    }

    @Override
    public void apply(TunnelConfiguration wanted) {
        stop();
        if (node != null && faults.contains(GatewayFault.KEEPS_FIRST_CONFIGURATION)) {
            return;
        }
        VpnConfiguration read = VpnConfiguration.parse(wanted.document());
        configuration = twoOctetAs ? read.withTwoOctetAs() : read;
        node = new ReferenceCustomerGateway(
                configuration,
                settings(wanted),
                use(wanted.manner()),
                access.address(site),
                site.lan(),
                wanted.vpc(),
                faults,
                entropy);
        if (!localNetworks.isEmpty()) {
            node.localNetworks(localNetworks);
        }
    }

    @Override
    public void twoOctetAs() {
        twoOctetAs = true;
    }

    @Override
    public void localNetworks(List<Ipv4Prefix> networks) {
        localNetworks = List.copyOf(networks);
    }

    private static TunnelUse use(TunnelConfiguration.Manner manner) {
        return new TunnelUse(
                manner == TunnelConfiguration.Manner.ONE_AT_A_TIME, manner == TunnelConfiguration.Manner.WATCHED);
    }

    @Override
    public void announce(List<Ipv4Prefix> prefixes) {
        node.announce(prefixes);
        world.send(node, List.of());
    }

    @Override
    public void sendOnSession(int tunnel, Octets octets) {
        node.sendOnSession(tunnel, octets);
        world.send(node, List.of());
    }

    private static InterfaceSettings settings(TunnelConfiguration configuration) {
        try {
            return InterfaceSettings.of(
                    configuration.document(), configuration.interfaceMtu().orElse(InterfaceSettings.GENERIC_MTU));
        } catch (UnreadableConfigurationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void start() {
        if (node == null) {
            throw new IllegalStateException("the gateway has no configuration yet");
        }
        world.attach(node, IpNode.OUTSIDE, access.segment(), Ipv4Prefix.host(access.address(site)));
        world.attach(node, IpNode.LAN, lan, onLan());
        running = true;
    }

    /** What hosts of the LAN send to this gateway: its tunnels' other ends, and whatever has no better way. */
    private Ipv4Prefix[] onLan() {
        return Stream.concat(
                        configuration.tunnels().stream().map(t -> Ipv4Prefix.host(t.awsInside())),
                        Stream.of(Ipv4Prefix.ALL))
                .toArray(Ipv4Prefix[]::new);
    }

    @Override
    public void stop() {
        if (running) {
            world.send(node, node.close(world.now()));
            pastLog = log();
            world.remove(node);
            running = false;
        }
    }

    @Override
    public LanHost lanHost() {
        return new SimulatedLanHost(world, host.host());
    }

    @Override
    public Optional<String> status() {
        return running ? Optional.of(node.status()) : Optional.empty();
    }

    @Override
    public String log() {
        return node == null ? pastLog : String.join("\n", node.log());
    }

    @Override
    public void close() {
        stop();
    }
}
