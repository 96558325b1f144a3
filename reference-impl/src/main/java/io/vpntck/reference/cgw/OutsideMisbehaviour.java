package io.vpntck.reference.cgw;

import io.vpntck.reference.esp.UdpEncapsulation;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What becomes of the packets that a gateway with faults is about to send outside: the last thing before its link. */
final class OutsideMisbehaviour {
    private static final int NAT_PORT = 4500;
    private static final int IKE_PORT = 500;
    /** Sequence number 1, behind the SPI. */
    private static final Octets FIRST = Octets.ofHex("00000001");

    private final Set<GatewayFault> faults;
    private final Set<Octets> sent = new HashSet<>();
    private final Set<Octets> heard = new HashSet<>();
    private final Set<Ipv4Address> silent = new HashSet<>();

    OutsideMisbehaviour(Set<GatewayFault> faults) {
        this.faults = faults;
    }

    /** Takes note of a packet from outside. */
    void hears(Ipv4Packet packet) {
        if (faults.contains(GatewayFault.FORGETS_ON_DUPLICATE)
                && packet.protocol() == Ipv4Packet.UDP
                && !heard.add(packet.encode())) {
            silent.add(packet.source());
        }
    }

    /** The packet as it goes out; empty where it does not. */
    Optional<Ipv4Packet> send(Ipv4Packet packet) {
        if (faults.isEmpty()) {
            return Optional.of(packet);
        }
        if (silent.contains(packet.destination())) {
            return Optional.empty();
        }
        if (packet.protocol() == Ipv4Packet.ESP) {
            return Optional.of(esp(packet));
        }
        return packet.protocol() == Ipv4Packet.UDP ? udp(packet) : Optional.of(packet);
    }

    private Ipv4Packet esp(Ipv4Packet packet) {
        boolean first =
                packet.payload().length() > 8 && packet.payload().slice(4, 8).equals(FIRST);
        return faults.contains(GatewayFault.FIRST_ESP_FROM_ANOTHER_ADDRESS) && first
                ? packet.readdressed(packet.source().plus(1), packet.destination(), packet.payload())
                : packet;
    }

    private Optional<Ipv4Packet> udp(Ipv4Packet packet) {
        try {
            UdpDatagram datagram = UdpDatagram.decode(packet);
            boolean marked = datagram.sourcePort() == NAT_PORT
                    && UdpEncapsulation.of(datagram.payload()) == UdpEncapsulation.IKE;
            if (faults.contains(GatewayFault.NEVER_RETRANSMITS)
                    && (marked || datagram.sourcePort() == IKE_PORT)
                    && !sent.add(datagram.payload())) {
                return Optional.empty();
            }
            return Optional.of(
                    faults.contains(GatewayFault.NO_NON_ESP_MARKER) && marked ? unmarked(packet, datagram) : packet);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("the gateway's own datagram", e);
        }
    }

    private static Ipv4Packet unmarked(Ipv4Packet packet, UdpDatagram datagram) {
        Octets message = datagram.payload().from(UdpEncapsulation.NON_ESP_MARKER.length());
        UdpDatagram bare = new UdpDatagram(datagram.sourcePort(), datagram.destinationPort(), message);
        return packet.readdressed(
                packet.source(), packet.destination(), bare.encode(packet.source(), packet.destination()));
    }
}
