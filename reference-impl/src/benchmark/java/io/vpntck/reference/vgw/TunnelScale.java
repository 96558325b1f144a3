package io.vpntck.reference.vgw;

import io.vpntck.reference.cgw.GenericTunnels;
import io.vpntck.reference.cgw.ReferenceCustomerGateway;
import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.cloudwatch.TunnelMeter;
import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelInventory;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.ikev1.Phase1Proposal;
import io.vpntck.reference.ikev1.Phase2Proposal;
import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.simulation.Segment;
import io.vpntck.reference.simulation.Simulation;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tunnels on one AWS side in simulation: the time to establish each, and the memory that each keeps.
 *
 * <p>Half as many customer gateways as tunnels raise both of theirs at one moment, with group 2 in both phases. The first
 * number of tunnels is established again and again until the compiler has done its work. Arguments: the numbers of
 * tunnels, even ones, the smallest first.
 */
public final class TunnelScale {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Ipv4Address FIRST_GATEWAY = Ipv4Address.of("198.18.0.1");
    private static final Ipv4Prefix AWS = Ipv4Prefix.of("198.19.0.0/16");
    private static final Ipv4Address FIRST_INSIDE = Ipv4Address.of("169.254.0.0");
    private static final Ipv4Prefix LAN = Ipv4Prefix.of("10.20.0.0/24");
    private static final Ipv4Prefix VPC = Ipv4Prefix.of("10.0.0.0/16");

    private final int tunnels;
    private final Simulation world = new Simulation(1, Instant.parse("2018-09-03T08:00:00Z"), Integer.MAX_VALUE);
    private final Segment outside = world.segment("outside");
    private int up;
    private AwsSide awsSide;
    private List<ReferenceCustomerGateway> gateways = new ArrayList<>();

    private TunnelScale(int tunnels) {
        this.tunnels = tunnels;
    }

    public static void main(String[] arguments) {
        int smallest = Integer.parseInt(arguments[0]);
        long end = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < end) {
            new TunnelScale(smallest).establish();
        }
        System.out.println("| tunnels | microseconds for each | ratio to the first | octets kept by the AWS side for each |");
        System.out.println("|---|---|---|---|");
        double first = 0;
        for (String argument : arguments) {
            int tunnels = Integer.parseInt(argument);
            double micros = 0;
            long octets = 0;
            int runs = Math.max(1, 2_000 / tunnels);
            for (int i = 0; i < runs; i++) {
                TunnelScale scale = new TunnelScale(tunnels);
                micros += scale.establish() / 1e3 / tunnels / runs;
                octets = scale.octetsOfAwsSide() / tunnels;
            }
            first = first == 0 ? micros : first;
            System.out.printf("| %,d | %.0f | %.2f | %,d |%n", tunnels, micros, micros / first, octets);
        }
    }

    /** Makes everything, and raises all tunnels; returns nanoseconds from the first packet to the last tunnel. */
    private long establish() {
        List<TunnelEndpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < tunnels; i++) {
            endpoints.add(endpoint(i));
        }
        awsSide = new AwsSide(
                inventory(endpoints),
                TunnelTelemetry.ofStates((address, isUp, message, routes, now) -> up += isUp ? 1 : 0),
                noMeter(),
                world.entropy("aws"),
                Set.of());
        world.attach(awsSide, IpNode.OUTSIDE, outside, AWS);
        Segment lan = world.segment("lan");
        for (int i = 0; i < tunnels / 2; i++) {
            ReferenceCustomerGateway gateway = new ReferenceCustomerGateway(
                    new VpnConfiguration("vpn-" + i, true, List.of(tunnel(2 * i), tunnel(2 * i + 1))),
                    gatewayOf(2 * i),
                    LAN,
                    VPC,
                    Set.of(),
                    world.entropy("gateway-" + i));
            gateways.add(gateway);
            world.attach(gateway, IpNode.OUTSIDE, outside, Ipv4Prefix.host(gatewayOf(2 * i)));
            world.attach(gateway, IpNode.LAN, lan, Ipv4Prefix.host(gatewayOf(2 * i)));
        }
        Ipv4Packet traffic = Ipv4Packet.of(
                LAN.network().plus(10),
                VPC.network().plus(10),
                Ipv4Packet.ICMP,
                new IcmpEcho(true, 1, 1, Octets.zeros(32)).encode());
        long began = System.nanoTime();
        gateways.forEach(g -> world.send(g, g.receive(IpNode.LAN, traffic, world.now())));
        if (!world.await(Duration.ofSeconds(60), () -> up == tunnels)) {
            throw new IllegalStateException(up + " of " + tunnels + " tunnels are up");
        }
        return System.nanoTime() - began;
    }

    /** What goes with the AWS side when everything else has gone before. */
    private long octetsOfAwsSide() {
        world.remove(awsSide);
        gateways = List.of();
        AwsSide kept = awsSide;
        awsSide = null;
        long with = used();
        if (kept.outside().size() != tunnels) {
            throw new IllegalStateException("tunnels were lost");
        }
        kept = null;
        return with - used();
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static TunnelInventory inventory(List<TunnelEndpoint> endpoints) {
        return new TunnelInventory() {
            @Override
            public List<TunnelEndpoint> tunnels() {
                return endpoints;
            }

            @Override
            public long revision() {
                return 0;
            }
        };
    }

    private static TunnelMeter noMeter() {
        return new TunnelMeter() {
            @Override
            public void state(TunnelEndpoint tunnel, boolean isUp, Instant now) {}

            @Override
            public void received(TunnelEndpoint tunnel, int octets, Instant now) {}

            @Override
            public void sent(TunnelEndpoint tunnel, int octets, Instant now) {}
        };
    }

    private static Ipv4Address gatewayOf(int tunnel) {
        return FIRST_GATEWAY.plus(tunnel / 2);
    }

    private static Ipv4Address awsOf(int tunnel) {
        return AWS.network().plus(tunnel + 1);
    }

    private static Ipv4Address insideOf(int tunnel) {
        return FIRST_INSIDE.plus(tunnel * 4);
    }

    private static TunnelEndpoint endpoint(int tunnel) {
        return new TunnelEndpoint(
                "vpn-" + tunnel / 2,
                Category.AWS_VPN,
                tunnel % 2 + 1,
                awsOf(tunnel),
                gatewayOf(tunnel),
                "psk.tunnel." + tunnel,
                new Ipv4Prefix(insideOf(tunnel), 30),
                true,
                List.of(LAN),
                Optional.of("vpc-1"),
                List.of(VPC),
                List.of(LAN), Optional.empty());
    }

    private static VpnConfiguration.Tunnel tunnel(int tunnel) {
        return GenericTunnels.tunnel(
                gatewayOf(tunnel), awsOf(tunnel), insideOf(tunnel).plus(1), "psk.tunnel." + tunnel);
    }
}
