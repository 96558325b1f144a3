package io.vpntck.reference.fuzz;

import io.vpntck.reference.cgw.GenericTunnels;
import io.vpntck.reference.cgw.ReferenceCustomerGateway;
import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.cloudwatch.TunnelMeter;
import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.simulation.SeededEntropy;
import io.vpntck.reference.vgw.AwsSide;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An AWS side with one tunnel up, made anew for each input, and what the gateway sent to raise it.
 *
 * <p>The same seeds give the same octets, so that the gateway's packets, recorded once, raise the tunnel each time.
 */
public final class EstablishedTunnel {
    static final Instant START = Instant.parse("2018-09-03T08:00:00Z");
    public static final Ipv4Address GATEWAY = Ipv4Address.of("198.51.100.10");
    public static final Ipv4Address AWS = Ipv4Address.of("198.51.100.129");
    public static final Ipv4Address LAN_HOST = Ipv4Address.of("10.20.0.10");
    public static final Ipv4Address VPC_HOST = Ipv4Address.of("10.0.1.10");
    private static final Ipv4Address OTHER_AWS = Ipv4Address.of("198.51.100.130");
    private static final Ipv4Prefix LAN = Ipv4Prefix.of("10.20.0.0/24");
    private static final Ipv4Prefix VPC = Ipv4Prefix.of("10.0.0.0/16");

    private static final TunnelMeter SILENT = new TunnelMeter() {
        @Override
        public void state(TunnelEndpoint tunnel, boolean up, Instant now) {}

        @Override
        public void received(TunnelEndpoint tunnel, int octets, Instant now) {}

        @Override
        public void sent(TunnelEndpoint tunnel, int octets, Instant now) {}
    };

    /** The gateway's packets in their order: main mode, quick mode, one ping through the tunnel. */
    private static final List<Ipv4Packet> FROM_GATEWAY = recorded();

    private EstablishedTunnel() {}

    /** An AWS side that has nothing yet. */
    static AwsSide awsSide() {
        return awsSide(
                TunnelTelemetry.ofStates((address, up, message, routes, now) -> {}), new SeededEntropy(1, "aws"));
    }

    /** The same, with somebody who hears of the tunnel's state. */
    public static AwsSide awsSide(TunnelTelemetry telemetry, Entropy entropy) {
        AwsSide awsSide = new AwsSide(() -> List.of(endpoint()), telemetry, SILENT, entropy, Set.of());
        awsSide.vpcControls().addHost("vpc-1", VPC_HOST);
        return awsSide;
    }

    /** The gateway that belongs to it; its other tunnel leads nowhere. */
    public static ReferenceCustomerGateway gateway(Entropy entropy) {
        return new ReferenceCustomerGateway(configuration(), GATEWAY, LAN, VPC, Set.of(), entropy);
    }

    /** A ping of the LAN host, before it is encrypted. */
    public static Ipv4Packet request(int sequence) {
        Octets echo = new IcmpEcho(true, 1, sequence, Octets.zeros(32)).encode();
        return Ipv4Packet.of(LAN_HOST, VPC_HOST, Ipv4Packet.ICMP, echo);
    }

    /** The packets of main mode and quick mode. */
    static List<Ipv4Packet> negotiation() {
        return FROM_GATEWAY.stream()
                .filter(packet -> packet.protocol() == Ipv4Packet.UDP)
                .toList();
    }

    /** One ping through the tunnel, which a VPC host answers. */
    static Ipv4Packet ping() {
        return FROM_GATEWAY.stream()
                .filter(packet -> packet.protocol() == Ipv4Packet.ESP)
                .findFirst()
                .orElseThrow();
    }

    private static List<Ipv4Packet> recorded() {
        AwsSide awsSide = awsSide();
        ReferenceCustomerGateway gateway = gateway(new SeededEntropy(2, "gateway"));
        List<Ipv4Packet> sent = new ArrayList<>();
        Deque<Ipv4Packet> underWay = new ArrayDeque<>();
        outside(gateway.receive(IpNode.LAN, request(1), START), underWay);
        while (!underWay.isEmpty()) {
            Ipv4Packet packet = underWay.remove();
            if (packet.destination().equals(AWS)) {
                sent.add(packet);
                outside(awsSide.receive(IpNode.OUTSIDE, packet, START), underWay);
            } else if (packet.destination().equals(GATEWAY)) {
                outside(gateway.receive(IpNode.OUTSIDE, packet, START), underWay);
            }
        }
        return List.copyOf(sent);
    }

    private static void outside(List<IpNode.Emission> emissions, Deque<Ipv4Packet> underWay) {
        emissions.stream()
                .filter(emission -> emission.link().equals(IpNode.OUTSIDE))
                .forEach(emission -> underWay.add(emission.packet()));
    }

    private static TunnelEndpoint endpoint() {
        return new TunnelEndpoint(
                "vpn-1",
                Category.AWS_VPN,
                1,
                AWS,
                GATEWAY,
                "psk.tunnel.1",
                Ipv4Prefix.of("169.254.10.0/30"),
                true,
                List.of(LAN),
                Optional.of("vpc-1"),
                List.of(VPC),
                List.of(LAN),
                Optional.empty());
    }

    private static VpnConfiguration configuration() {
        return new VpnConfiguration("vpn-1", true, List.of(tunnel(1, AWS), tunnel(2, OTHER_AWS)));
    }

    private static VpnConfiguration.Tunnel tunnel(int index, Ipv4Address aws) {
        return GenericTunnels.tunnel(
                GATEWAY, aws, Ipv4Address.of("169.254.10." + (index * 4 - 3)), "psk.tunnel." + index);
    }
}
