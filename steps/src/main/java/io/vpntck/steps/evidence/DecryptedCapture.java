package io.vpntck.steps.evidence;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import java.util.Optional;

/** What a packet looks like without its encryption: the inner packet of ESP, an ISAKMP message in clear. */
final class DecryptedCapture {
    private static final int IKE_PORT = 500;

    private DecryptedCapture() {}

    /** Empty for a packet that no key opens. */
    static Optional<Ipv4Packet> of(ObservedPacket packet) {
        if (packet instanceof ObservedPacket.Esp esp) {
            return esp.inner();
        }
        return packet instanceof ObservedPacket.Ike ike ? ike(ike) : Optional.of(packet.packet());
    }

    private static Optional<Ipv4Packet> ike(ObservedPacket.Ike ike) {
        return ike.payloads().map(payloads -> {
            IsakmpHeader header = ike.message().header();
            Octets body = payloads.encode();
            IsakmpHeader clear = new IsakmpHeader(
                    header.initiatorCookie(),
                    header.responderCookie(),
                    header.nextPayload(),
                    header.version(),
                    header.exchange(),
                    header.flags() & ~IsakmpHeader.ENCRYPTION,
                    header.messageId(),
                    IsakmpHeader.LENGTH + body.length());
            Octets datagram = new UdpDatagram(IKE_PORT, IKE_PORT, new IsakmpMessage(clear, body).encode())
                    .encode(ike.source(), ike.destination());
            return Ipv4Packet.of(ike.source(), ike.destination(), Ipv4Packet.UDP, datagram);
        });
    }
}
