package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.cgw.GatewayFault;
import io.vpntck.reference.cgw.GenericTunnels;
import io.vpntck.reference.cgw.ReferenceCustomerGateway;
import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.host.EchoRun;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.simulation.Segment;
import io.vpntck.reference.simulation.SimulatedHost;
import io.vpntck.reference.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a host behind the gateway gets no answers when a tunnel is taken away: 1,000 pings a second. */
class OutageTest {
    private static final Ipv4Address GATEWAY = Ipv4Address.of("198.51.100.10");
    private static final Ipv4Address AWS_1 = Ipv4Address.of("198.51.100.129");
    private static final Ipv4Address AWS_2 = Ipv4Address.of("198.51.100.130");
    private static final Ipv4Prefix LAN = Ipv4Prefix.of("10.20.0.0/24");
    private static final Ipv4Prefix VPC = Ipv4Prefix.of("10.0.0.0/16");
    private static final Ipv4Address VPC_HOST = Ipv4Address.of("10.0.1.10");

    private final SimulatedHost host = new SimulatedHost(Ipv4Address.of("10.20.0.10"), IpNode.LAN);

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

    private static AwsSide awsSide(Simulation world) {
        return new AwsSide(
                () -> List.of(endpoint(1, AWS_1, "169.254.10.0/30"), endpoint(2, AWS_2, "169.254.10.4/30")),
                TunnelTelemetry.ofStates((address, up, message, routes, now) -> {}),
                new CountingMeter(),
                world.entropy("aws"),
                Set.of());
    }

    private void attach(Simulation world, AwsSide awsSide) {
        VpnConfiguration configuration = new VpnConfiguration(
                "vpn-1",
                true,
                List.of(
                        GenericTunnels.tunnel(GATEWAY, AWS_1, Ipv4Address.of("169.254.10.1"), "psk.tunnel.1"),
                        GenericTunnels.tunnel(GATEWAY, AWS_2, Ipv4Address.of("169.254.10.5"), "psk.tunnel.2")));
        ReferenceCustomerGateway gateway = new ReferenceCustomerGateway(
                configuration, GATEWAY, LAN, VPC, Set.<GatewayFault>of(), world.entropy("gateway"));
        Segment outside = world.segment("outside");
        Segment lan = world.segment("lan");
        world.attach(gateway, IpNode.OUTSIDE, outside, Ipv4Prefix.host(GATEWAY));
        world.attach(gateway, IpNode.LAN, lan, Ipv4Prefix.ALL);
        world.attach(host, IpNode.LAN, lan, Ipv4Prefix.host(host.address()));
        world.attach(awsSide, IpNode.OUTSIDE, outside, Ipv4Prefix.host(AWS_1), Ipv4Prefix.host(AWS_2));
        awsSide.vpcControls().addHost("vpc-1", VPC_HOST);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({
        "silence, 1, 60, 39000, 41000",
        "delete, 1, 10, 1, 200",
        "delete, 2, 10, 1, 200",
        "maintenance, 1, 10, 1, 200",
    })
    void isAsLongAsTheSidesTakeToNotice(String cause, long seed, int seconds, int least, int most) {
        Simulation world = new Simulation(seed, Instant.parse("2018-09-03T08:00:00Z"), 2_000_000);
        AwsSide awsSide = awsSide(world);
        attach(world, awsSide);
        EchoRun first = host.ping(VPC_HOST, 10, Duration.ofSeconds(1), 32, world.now());
        assertThat(world.await(Duration.ofSeconds(20), first::finished)).isTrue();

        EchoRun probes = host.ping(VPC_HOST, 1_000 * seconds, Duration.ofMillis(1), 32, world.now());
        world.await(Duration.ofSeconds(2), () -> false);
        switch (cause) {
            case "silence" -> awsSide.tunnelControls().blackhole(AWS_1, true, world.now());
            case "delete" -> awsSide.tunnelControls().deleteSas(AWS_1);
            default -> awsSide.tunnelControls().maintain(AWS_1, Duration.ofSeconds(30));
        }
        world.await(Duration.ofSeconds(seconds), () -> false);

        assertThat(probes.sent()).isEqualTo(1_000 * seconds);
        assertThat(probes.longestLoss()).as("milliseconds without an answer").isBetween(least, most);
    }
}
