package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.steps.capture.ObservedPacket;
import java.util.List;
import java.util.OptionalInt;

/** The IKE messages of a tunnel by their place in main mode and by the AWS side's port. */
final class NatMessages {
    private final Ipv4Address tunnel;
    private final List<ObservedPacket.Ike> messages;

    NatMessages(Tunnels tunnels, Ipv4Address tunnel) {
        this.tunnel = tunnel;
        this.messages = tunnels.view().of(ObservedPacket.Ike.class, tunnel);
    }

    /** Messages 1 to 4, which are in clear, and whatever was sent again of them. */
    List<ObservedPacket.Ike> firstFour() {
        return messages.stream()
                .filter(NatMessages::isMainMode)
                .filter(m -> !m.message().header().encrypted())
                .toList();
    }

    /** All that are encrypted, from main mode message 5 on. */
    List<ObservedPacket.Ike> fromFive() {
        return messages.stream().filter(m -> m.message().header().encrypted()).toList();
    }

    List<ObservedPacket.Ike> fromAws() {
        return messages.stream().filter(m -> m.source().equals(tunnel)).toList();
    }

    boolean toAws(ObservedPacket packet) {
        return packet.destination().equals(tunnel);
    }

    static boolean isMainMode(ObservedPacket.Ike message) {
        return message.message().header().exchange() == ExchangeType.IDENTITY_PROTECTION.id();
    }

    /** The UDP port at the AWS side's end. */
    int awsPort(ObservedPacket packet) {
        UdpDatagram datagram = datagram(packet.packet());
        return packet.source().equals(tunnel) ? datagram.sourcePort() : datagram.destinationPort();
    }

    /** The UDP port that a packet came from; empty where it is not UDP. */
    static OptionalInt sourcePort(ObservedPacket packet) {
        return packet.packet().protocol() == Ipv4Packet.UDP
                ? OptionalInt.of(datagram(packet.packet()).sourcePort())
                : OptionalInt.empty();
    }

    /** Likewise the port that it goes to. */
    static OptionalInt destinationPort(ObservedPacket packet) {
        return packet.packet().protocol() == Ipv4Packet.UDP
                ? OptionalInt.of(datagram(packet.packet()).destinationPort())
                : OptionalInt.empty();
    }

    private static UdpDatagram datagram(Ipv4Packet packet) {
        try {
            return UdpDatagram.decode(packet);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("it was decoded before", e);
        }
    }
}
