package io.vpntck.reference.vgw;

import io.vpntck.reference.cgw.GatewayFault;
import io.vpntck.reference.cgw.GenericTunnels;
import io.vpntck.reference.cgw.ReferenceCustomerGateway;
import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.esp.EspPacket;
import io.vpntck.reference.host.EchoRun;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.simulation.Disturbance;
import io.vpntck.reference.simulation.PacketEvent;
import io.vpntck.reference.simulation.Segment;
import io.vpntck.reference.simulation.Simulation;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Both ends under a disturbance for a minute and a half, and then without: the run of the stress test.
 *
 * <p>Looked at from outside: at the packets of the outside segment, and at what reaches the host behind the gateway.
 */
final class StressedEnds {
    static final Duration LIVENESS = Duration.ofSeconds(150);

    private static final Duration DISTURBED = Duration.ofSeconds(90);
    private static final Duration SETTLED = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2018-09-03T08:00:00Z");
    private static final Ipv4Address GATEWAY = Ipv4Address.of("198.51.100.10");
    private static final List<Ipv4Address> AWS =
            List.of(Ipv4Address.of("198.51.100.129"), Ipv4Address.of("198.51.100.130"));
    private static final Ipv4Prefix LAN = Ipv4Prefix.of("10.20.0.0/24");
    private static final Ipv4Prefix VPC = Ipv4Prefix.of("10.0.0.0/16");
    private static final Ipv4Address VPC_HOST = Ipv4Address.of("10.0.1.10");

    private final Simulation world;
    private final Segment outside;
    private final AwsSide awsSide;
    private final ReferenceCustomerGateway gateway;
    private final DuplicateSpotter host = new DuplicateSpotter(Ipv4Address.of("10.20.0.10"));

    StressedEnds(long seed, Disturbance disturbance, Set<GatewayFault> faults) {
        world = new Simulation(seed, START, 1_000_000);
        outside = world.segment("outside");
        outside.disturb(disturbance);
        awsSide = new AwsSide(
                StressedEnds::endpoints,
                TunnelTelemetry.ofStates((address, up, message, routes, now) -> {}),
                new CountingMeter(),
                world.entropy("aws"),
                Set.of());
        gateway = new ReferenceCustomerGateway(configuration(), GATEWAY, LAN, VPC, faults, world.entropy("gateway"));
        Segment lan = world.segment("lan");
        world.attach(gateway, IpNode.OUTSIDE, outside, Ipv4Prefix.host(GATEWAY));
        world.attach(gateway, IpNode.LAN, lan, Ipv4Prefix.ALL);
        world.attach(host, IpNode.LAN, lan, Ipv4Prefix.host(host.address()));
        world.attach(awsSide, IpNode.OUTSIDE, outside, Ipv4Prefix.host(AWS.get(0)), Ipv4Prefix.host(AWS.get(1)));
        awsSide.vpcControls().addHost("vpc-1", VPC_HOST);
    }

    private static List<TunnelEndpoint> endpoints() {
        return List.of(endpoint(1), endpoint(2));
    }

    private static TunnelEndpoint endpoint(int index) {
        return new TunnelEndpoint(
                "vpn-1",
                Category.AWS_VPN,
                index,
                AWS.get(index - 1),
                GATEWAY,
                "psk.tunnel." + index,
                Ipv4Prefix.of("169.254.10." + (index * 4 - 4) + "/30"),
                true,
                List.of(LAN),
                Optional.of("vpc-1"),
                List.of(VPC),
                List.of(LAN),
                Optional.empty());
    }

    private static VpnConfiguration configuration() {
        return new VpnConfiguration("vpn-1", true, List.of(tunnel(1), tunnel(2)));
    }

    private static VpnConfiguration.Tunnel tunnel(int index) {
        return GenericTunnels.tunnel(GATEWAY, AWS.get(index - 1), inside(index), "psk.tunnel." + index);
    }

    private static Ipv4Address inside(int index) {
        return Ipv4Address.of("169.254.10." + (index * 4 - 3));
    }

    /** The whole run; answers with what was broken, in words, or empty. */
    Optional<String> broken() {
        host.ping(VPC_HOST, 80, Duration.ofSeconds(1), 32, world.now());
        host.ping(inside(2), 80, Duration.ofSeconds(1), 32, world.now());
        world.await(DISTURBED, () -> false);
        outside.disturb(Disturbance.NONE);
        return unsafe().or(this::dead).or(this::unsafe);
    }

    private Optional<String> unsafe() {
        Optional<Ipv4Packet> clear = outside.seen().stream()
                .map(Segment.Seen::packet)
                .filter(p -> p.protocol() != Ipv4Packet.ESP && p.protocol() != Ipv4Packet.UDP)
                .findFirst();
        return clear.map(p -> "protocol " + p.protocol() + " from " + p.source() + " in clear")
                .or(host::twice);
    }

    /** Both tunnels carry pings within the bound, and a minute later each is one pair of SAs. */
    private Optional<String> dead() {
        List<EchoRun> runs = new ArrayList<>();
        for (Ipv4Address destination : List.of(VPC_HOST, inside(1), inside(2))) {
            runs.add(host.ping(destination, 400, Duration.ofSeconds(1), 32, world.now()));
        }
        if (!world.await(LIVENESS, () -> runs.stream().allMatch(run -> run.received() > 0))) {
            return Optional.of("no answer " + LIVENESS.toSeconds() + " s after the disturbance: "
                    + runs.stream().map(EchoRun::received).toList());
        }
        world.await(SETTLED, () -> false);
        Instant settled = world.now();
        world.await(Duration.ofSeconds(10), () -> false);
        for (Ipv4Address aws : AWS) {
            int to = spis(settled, p -> p.destination().equals(aws)).size();
            int from = spis(settled, p -> p.source().equals(aws)).size();
            if (to != 1 || from != 1) {
                return Optional.of(to + " SAs in use to " + aws + " and " + from + " from it");
            }
        }
        return Optional.empty();
    }

    private Set<Integer> spis(Instant since, Predicate<Ipv4Packet> direction) {
        Set<Integer> spis = new HashSet<>();
        for (Segment.Seen seen : outside.seen()) {
            Ipv4Packet packet = seen.packet();
            if (!seen.time().isBefore(since) && packet.protocol() == Ipv4Packet.ESP && direction.test(packet)) {
                spis.add(spi(packet));
            }
        }
        return spis;
    }

    private static int spi(Ipv4Packet packet) {
        try {
            return EspPacket.decode(packet.payload()).spi();
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("sent by one of the two ends", e);
        }
    }

    /** Everything that befell packets. */
    List<PacketEvent> events() {
        return outside.events();
    }

    /** What both ends have written down, for whoever looks into a failure. */
    String logs() {
        return "gateway:\n" + String.join("\n", gateway.log()) + "\nAWS side:\n"
                + awsSide.events().stream()
                        .map(e -> e.time() + " " + e.kind() + " " + e.detail())
                        .collect(Collectors.joining("\n"));
    }

    /** A digest of every packet of the outside segment and of its time. */
    String digest() {
        return HashAlgorithm.SHA2_256
                .digest(outside.seen().stream()
                        .flatMap(s -> Stream.of(
                                Octets.ofUtf8(s.time().toString()), s.packet().encode()))
                        .toArray(Octets[]::new))
                .toHex();
    }
}
