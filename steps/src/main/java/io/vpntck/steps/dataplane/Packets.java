package io.vpntck.steps.dataplane;

import io.vpntck.reference.esp.UdpEncapsulation;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;
import java.util.function.Predicate;

/** Packets on their way, told apart by what is in clear in them: for choosing which are lost. */
final class Packets {
    private static final int IKE_PORT = 500;
    private static final int NAT_PORT = 4500;

    private Packets() {}

    /** An IKE message and its way. */
    record Ike(Ipv4Address source, Ipv4Address destination, IsakmpMessage message) {
        IsakmpHeader header() {
            return message.header();
        }
    }

    static Predicate<CapturedPacket> between(Ipv4Address source, Ipv4Address destination) {
        return captured -> decode(captured)
                .filter(packet ->
                        packet.source().equals(source) && packet.destination().equals(destination))
                .isPresent();
    }

    /** The IKE message in a packet; empty where there is none. */
    static Optional<Ike> ike(CapturedPacket captured) {
        return decode(captured)
                .filter(packet -> packet.protocol() == Ipv4Packet.UDP)
                .flatMap(Packets::ike);
    }

    private static Optional<Ike> ike(Ipv4Packet packet) {
        try {
            UdpDatagram datagram = UdpDatagram.decode(packet);
            Octets payload = datagram.payload();
            if (datagram.destinationPort() == NAT_PORT && UdpEncapsulation.of(payload) == UdpEncapsulation.IKE) {
                payload = payload.from(UdpEncapsulation.NON_ESP_MARKER.length());
            } else if (datagram.destinationPort() != IKE_PORT) {
                return Optional.empty();
            }
            return Optional.of(new Ike(packet.source(), packet.destination(), IsakmpMessage.decode(payload)));
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    private static Optional<Ipv4Packet> decode(CapturedPacket captured) {
        try {
            return Optional.of(Ipv4Packet.decode(captured.packet()));
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }
}
