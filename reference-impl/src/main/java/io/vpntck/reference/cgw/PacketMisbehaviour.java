package io.vpntck.reference.cgw;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.tunnel.InterfaceRules;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a gateway with faults does to packets of its LAN before they go into a tunnel, to those that come out, and besides. */
final class PacketMisbehaviour {
    private static final int GRE = 47;
    private static final int SMALL_MTU = 1280;
    private static final int SEGMENT_SIZE = 1387;
    /** No checksum, no key, version 0, IPv4 inside (RFC 2784, section 2.1). */
    private static final Octets GRE_HEADER = Octets.ofHex("00000800");

    private final Set<GatewayFault> faults;

    PacketMisbehaviour(Set<GatewayFault> faults) {
        this.faults = faults;
    }

    InterfaceRules bend(InterfaceRules rules) {
        boolean later = faults.contains(GatewayFault.FRAGMENTS_AFTER_ENCRYPTION);
        boolean unclamped = faults.contains(GatewayFault.LEAVES_MSS);
        boolean silent = faults.contains(GatewayFault.SWALLOWS_LARGE_PACKETS);
        return new InterfaceRules(
                rules.address(),
                mtu(rules.mtu()),
                rules.clearDf() && !silent,
                rules.fragmentFirst() && !later,
                unclamped ? Optional.empty() : rules.mss(),
                rules.tellsTooLarge() && !silent);
    }

    private int mtu(int right) {
        if (faults.contains(GatewayFault.SMALL_INTERFACE_MTU)) {
            return SMALL_MTU;
        }
        return faults.contains(GatewayFault.IGNORES_INTERFACE_MTU) ? 0xffff : right;
    }

    /** What goes in, in the place of a packet of the LAN. */
    List<Ipv4Packet> goesIn(Ipv4Packet packet) {
        if (faults.contains(GatewayFault.DROPS_REPLIES) && isEchoReply(packet)) {
            return List.of();
        }
        Ipv4Packet clamped = clamped(packet);
        Ipv4Packet changed = faults.contains(GatewayFault.CLEARS_DSCP) ? clamped.withTypeOfService(0) : clamped;
        if (!faults.contains(GatewayFault.GRE_INSIDE)) {
            return List.of(changed);
        }
        Octets wrapped = Octets.concat(GRE_HEADER, changed.encode());
        return List.of(Ipv4Packet.of(packet.source(), packet.destination(), GRE, wrapped), changed);
    }

    private static boolean isEchoReply(Ipv4Packet packet) {
        return packet.protocol() == Ipv4Packet.ICMP
                && !packet.payload().isEmpty()
                && packet.payload().at(0) == 0;
    }

    /** Whether what goes neither to the VPC nor to an inside address is led into a tunnel all the same. */
    boolean letsEverythingIn() {
        return faults.contains(GatewayFault.LETS_EVERYTHING_IN);
    }

    /** Whether a packet that came out of {@code from} is dropped because the LAN sends through {@code used}. */
    boolean drops(GatewayTunnel from, GatewayTunnel used) {
        return faults.contains(GatewayFault.DROPS_ASYMMETRIC_TRAFFIC) && from != used;
    }

    /** Whether echo requests to the inside address go unanswered. */
    boolean isDeaf() {
        return faults.contains(GatewayFault.DEAF_INSIDE_ADDRESS);
    }

    /** Whether the tunnel is chosen without regard to which one an inside address belongs to. */
    boolean hasOneInterface() {
        return faults.contains(GatewayFault.ONE_INTERFACE);
    }

    /** What it sends to an outside address of the AWS side when it is stopped. */
    Optional<Ipv4Packet> farewell(Ipv4Address own, Ipv4Address aws) {
        TcpSegment reset = new TcpSegment(179, 179, 0, 0, TcpSegment.RST, 0, Octets.EMPTY, Octets.EMPTY);
        return faults.contains(GatewayFault.SAYS_GOODBYE_OVER_TCP)
                ? Optional.of(Ipv4Packet.of(own, aws, Ipv4Packet.TCP, reset.encode(own, aws)))
                : Optional.empty();
    }

    private Ipv4Packet clamped(Ipv4Packet packet) {
        return faults.contains(GatewayFault.RAISES_MSS) ? withSegmentSize(packet) : packet;
    }

    private static Ipv4Packet withSegmentSize(Ipv4Packet packet) {
        if (packet.protocol() != Ipv4Packet.TCP || packet.isFragment()) {
            return packet;
        }
        try {
            Octets segment = TcpSegment.decode(packet)
                    .withMaximumSegmentSize(SEGMENT_SIZE)
                    .encode(packet.source(), packet.destination());
            return packet.withPayload(segment);
        } catch (MalformedMessageException e) {
            return packet;
        }
    }

    /** What leaves outside the tunnel for the sender of a packet that came through it for nobody. */
    Optional<Ipv4Packet> returned(Ipv4Packet packet, Ipv4Address own) {
        return faults.contains(GatewayFault.RETURNS_IN_CLEAR)
                ? Optional.of(packet.withAddresses(own, packet.source()))
                : Optional.empty();
    }

    /** Those of the packets for a peer of BGP that leave outside the tunnel, too. */
    List<Ipv4Packet> inClear(List<Ipv4Packet> packets) {
        return faults.contains(GatewayFault.BGP_IN_CLEAR) ? packets : List.of();
    }
}
