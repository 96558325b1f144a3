package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;

/** Packets that steps make and read. */
final class MadePackets {
    private MadePackets() {}

    static Ipv4Packet decoded(Octets octets) {
        try {
            return Ipv4Packet.decode(octets);
        } catch (MalformedMessageException e) {
            throw new AssertionError("a packet that cannot be read: " + e.getMessage(), e);
        }
    }

    /** A datagram whose octets count up. */
    static Ipv4Packet udp(Ipv4Address source, Ipv4Address destination, int port, int length) {
        Octets datagram = new UdpDatagram(40_000, port, counting(length)).encode(source, destination);
        return Ipv4Packet.of(source, destination, Ipv4Packet.UDP, datagram);
    }

    static Ipv4Packet echoRequest(Ipv4Address source, Ipv4Address destination, int length) {
        Octets echo = new IcmpEcho(true, 0x7ec4, 1, counting(length)).encode();
        return Ipv4Packet.of(source, destination, Ipv4Packet.ICMP, echo);
    }

    private static Octets counting(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) i;
        }
        return Octets.of(octets);
    }
}
