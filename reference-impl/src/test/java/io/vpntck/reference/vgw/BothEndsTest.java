package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.cgw.GatewayFault;
import io.vpntck.reference.cgw.GenericTunnels;
import io.vpntck.reference.cgw.ReferenceCustomerGateway;
import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.host.EchoRun;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.simulation.Conditions;
import io.vpntck.reference.simulation.NatDevice;
import io.vpntck.reference.simulation.Segment;
import io.vpntck.reference.simulation.SimulatedHost;
import io.vpntck.reference.simulation.Simulation;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The AWS side and the reference gateway on a simulated network. */
class BothEndsTest {
    private static final Ipv4Address GATEWAY = Ipv4Address.of("198.51.100.10");
    private static final Ipv4Address AWS_1 = Ipv4Address.of("198.51.100.129");
    private static final Ipv4Address AWS_2 = Ipv4Address.of("198.51.100.130");
    private static final Ipv4Prefix LAN = Ipv4Prefix.of("10.20.0.0/24");
    private static final Ipv4Prefix VPC = Ipv4Prefix.of("10.0.0.0/16");
    private static final Ipv4Address VPC_HOST = Ipv4Address.of("10.0.1.10");

    private final Simulation world = new Simulation(1, Instant.parse("2018-09-03T08:00:00Z"), 1_000_000);
    private final Segment outside = world.segment("outside");
    private final List<String> telemetry = new ArrayList<>();
    private final CountingMeter meter = new CountingMeter();
    private final AwsSide awsSide = new AwsSide(
            BothEndsTest::endpoints,
            TunnelTelemetry.ofStates((address, up, message, routes, now) -> telemetry.add(address + " " + message)),
            meter,
            world.entropy("aws"),
            Set.of());
    private final SimulatedHost host = new SimulatedHost(Ipv4Address.of("10.20.0.10"), IpNode.LAN);

    private static List<TunnelEndpoint> endpoints() {
        return List.of(endpoint(1, AWS_1, "169.254.10.0/30"), endpoint(2, AWS_2, "169.254.10.4/30"));
    }

    private static TunnelEndpoint endpoint(int index, Ipv4Address outside, String inside) {
        return new TunnelEndpoint(
                "vpn-1",
                Category.AWS_VPN,
                index,
                outside,
                GATEWAY,
                "psk.tunnel." + index,
                Ipv4Prefix.of(inside),
                true,
                List.of(LAN),
                Optional.of("vpc-1"),
                List.of(VPC),
                List.of(LAN),
                Optional.empty());
    }

    private static VpnConfiguration configuration() {
        return new VpnConfiguration(
                "vpn-1", true, List.of(tunnel(1, AWS_1, "169.254.10."), tunnel(2, AWS_2, "169.254.10.")));
    }

    private static VpnConfiguration.Tunnel tunnel(int index, Ipv4Address aws, String inside) {
        return GenericTunnels.tunnel(GATEWAY, aws, Ipv4Address.of(inside + (index * 4 - 3)), "psk.tunnel." + index);
    }

    private ReferenceCustomerGateway plain(GatewayFault... faults) {
        Set<GatewayFault> set = EnumSet.noneOf(GatewayFault.class);
        set.addAll(List.of(faults));
        ReferenceCustomerGateway gateway =
                new ReferenceCustomerGateway(configuration(), GATEWAY, LAN, VPC, set, world.entropy("gateway"));
        world.attach(gateway, IpNode.OUTSIDE, outside, Ipv4Prefix.host(GATEWAY));
        inside(gateway);
        return gateway;
    }

    private void inside(ReferenceCustomerGateway gateway) {
        Segment lan = world.segment("lan");
        world.attach(gateway, IpNode.LAN, lan, Ipv4Prefix.ALL);
        world.attach(host, IpNode.LAN, lan, Ipv4Prefix.host(host.address()));
        world.attach(awsSide, IpNode.OUTSIDE, outside, Ipv4Prefix.host(AWS_1), Ipv4Prefix.host(AWS_2));
        awsSide.vpcControls().addHost("vpc-1", VPC_HOST);
    }

    private boolean pings(Ipv4Address destination, int count, Duration limit) {
        EchoRun run = host.ping(destination, count, Duration.ofSeconds(1), 32, world.now());
        return world.await(limit, run::finished);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.1.10", "169.254.10.1", "169.254.10.5"})
    void pingsThroughATunnelThatTheFirstPacketRaises(String destination) {
        plain();
        assertThat(pings(Ipv4Address.of(destination), 3, Duration.ofSeconds(5))).isTrue();
        assertThat(outside.seen()).allMatch(seen -> isProtected(seen.packet()));
    }

    @Test
    void countsTheOctetsOfInnerPackets() {
        plain();
        assertThat(pings(VPC_HOST, 10, Duration.ofSeconds(15))).isTrue();
        // Headers of IPv4 and ICMP echo, and 32 octets of data.
        assertThat(meter.in).isEqualTo(10 * (20 + 8 + 32));
        assertThat(meter.out).isEqualTo(10 * (20 + 8 + 32));
        assertThat(meter.states).containsExactlyInAnyOrder("1 up", "2 up");
    }

    private static boolean isProtected(Ipv4Packet packet) {
        return packet.protocol() == Ipv4Packet.ESP || packet.protocol() == Ipv4Packet.UDP;
    }

    @Test
    void takesTheOtherTunnelWhenOneDies() {
        plain();
        assertThat(pings(VPC_HOST, 1, Duration.ofSeconds(5))).isTrue();
        world.await(Duration.ofSeconds(2), () -> telemetry.size() == 2);
        assertThat(telemetry).containsExactlyInAnyOrder(AWS_1 + " IPSEC IS UP", AWS_2 + " IPSEC IS UP");
        awsSide.tunnelControls().blackhole(AWS_1, true, world.now());
        world.await(Duration.ofSeconds(60), () -> false);
        assertThat(telemetry).endsWith(AWS_1 + " IPSEC IS DOWN");
        assertThat(pings(VPC_HOST, 3, Duration.ofSeconds(5))).isTrue();
        assertThat(awsSide.events().get(awsSide.events().size() - 1).detail()).endsWith("through " + AWS_2);
    }

    @Test
    void repliesNothingWithoutARouteBack() {
        plain();
        awsSide.vpcControls().addHost("vpc-1", VPC_HOST);
        awsSide.vpcControls()
                .ping("vpc-1", VPC_HOST, Ipv4Address.of("10.99.0.1"), 1, Duration.ofSeconds(1), world.now());
        world.await(Duration.ofSeconds(1), () -> false);
        assertThat(awsSide.events()).singleElement().satisfies(event -> assertThat(event.detail())
                .endsWith("no route of the VPC"));
        assertThat(outside.seen()).isEmpty();
    }

    @Test
    void encapsulatesInUdpBehindANat() {
        Ipv4Address privateAddress = Ipv4Address.of("198.18.5.2");
        ReferenceCustomerGateway gateway = new ReferenceCustomerGateway(
                configuration(), privateAddress, LAN, VPC, Set.of(), world.entropy("gateway"));
        NatDevice nat = new NatDevice(GATEWAY, Duration.ofSeconds(30));
        Segment access = world.segment("access");
        world.attach(gateway, IpNode.OUTSIDE, access, Ipv4Prefix.host(privateAddress));
        world.attach(nat, NatDevice.INSIDE, access, Ipv4Prefix.ALL);
        world.attach(nat, IpNode.OUTSIDE, outside, Ipv4Prefix.host(GATEWAY));
        inside(gateway);
        assertThat(pings(VPC_HOST, 3, Duration.ofSeconds(5))).isTrue();
        assertThat(outside.seen()).allMatch(seen -> seen.packet().protocol() == Ipv4Packet.UDP);
        nat.rebind();
        world.await(Duration.ofSeconds(40), () -> false);
        assertThat(pings(VPC_HOST, 3, Duration.ofSeconds(5)))
                .as("after rebinding")
                .isTrue();
    }

    @Test
    void keepsItsPromisesUnderLossDuplicationAndReordering() {
        plain();
        outside.conditions(new Conditions(Duration.ofMillis(5), Duration.ofMillis(80), 0.2, 0.2));
        host.ping(VPC_HOST, 60, Duration.ofSeconds(1), 32, world.now());
        world.await(Duration.ofMinutes(3), () -> false);
        outside.conditions(Conditions.GOOD);
        assertThat(pings(VPC_HOST, 3, Duration.ofMinutes(3))).isTrue();
        assertThat(outside.seen()).allMatch(seen -> isProtected(seen.packet()));
    }

    @Test
    void dropsWhatIsInClearOrInFragments() {
        plain();
        assertThat(pings(VPC_HOST, 1, Duration.ofSeconds(5))).isTrue();
        int before = awsSide.events().size();
        Ipv4Packet clear = Ipv4Packet.of(GATEWAY, AWS_1, Ipv4Packet.ICMP, Octets.zeros(8));
        Ipv4Packet fragment = new Ipv4Packet(
                0, 9, false, true, 0, 64, Ipv4Packet.ESP, GATEWAY, AWS_1, Octets.EMPTY, Octets.zeros(64));
        awsSide.receive(IpNode.OUTSIDE, clear, world.now());
        awsSide.receive(IpNode.OUTSIDE, fragment, world.now());
        assertThat(awsSide.events().subList(before, before + 2))
                .allMatch(event -> event.kind().equals("dropped"))
                .extracting(event -> event.detail().replaceAll(".*: ", ""))
                .containsExactly("in clear", "a fragment");
    }

    @Test
    void commitsEachFault() {
        plain(GatewayFault.INITIATES_NOTHING);
        pings(VPC_HOST, 1, Duration.ofSeconds(5));
        assertThat(outside.seen()).isEmpty();
    }

    @Test
    void leaksOneClearPacketWhenToldTo() {
        plain(GatewayFault.CLEAR_PACKET);
        pings(VPC_HOST, 3, Duration.ofSeconds(5));
        assertThat(outside.seen())
                .filteredOn(seen -> !isProtected(seen.packet()))
                .hasSize(1);
    }

    @Test
    void negotiatesAPairForEachSubnetWhenToldTo() {
        ReferenceCustomerGateway gateway = plain(GatewayFault.SA_PAIR_PER_SUBNET);
        pings(VPC_HOST, 3, Duration.ofSeconds(5));
        assertThat(gateway.log().stream().filter(line -> line.contains("sa-pair-up")))
                .hasSize(4);
    }

    @Test
    void sendsTheSameOctetsForTheSameSeed() {
        plain();
        pings(VPC_HOST, 3, Duration.ofSeconds(5));
        String digest = HashAlgorithm.SHA2_256
                .digest(outside.seen().stream()
                        .map(seen -> seen.packet().encode())
                        .toArray(Octets[]::new))
                .toHex();
        BothEndsTest other = new BothEndsTest();
        other.plain();
        other.pings(VPC_HOST, 3, Duration.ofSeconds(5));
        assertThat(HashAlgorithm.SHA2_256
                        .digest(other.outside.seen().stream()
                                .map(seen -> seen.packet().encode())
                                .toArray(Octets[]::new))
                        .toHex())
                .isEqualTo(digest);
    }
}
