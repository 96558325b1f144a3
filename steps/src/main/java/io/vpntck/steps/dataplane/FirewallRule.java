package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.wire.MalformedMessageException;
import java.util.OptionalInt;

/**
 * A rule of a firewall that lets packets through.
 *
 * @param sourcePort empty for any, as for a protocol without ports
 */
record FirewallRule(
        String name,
        Ipv4Address source,
        Ipv4Address destination,
        int protocol,
        OptionalInt sourcePort,
        OptionalInt destinationPort) {

    boolean passes(Ipv4Packet packet) {
        return packet.source().equals(source)
                && packet.destination().equals(destination)
                && packet.protocol() == protocol
                && portsMatch(packet);
    }

    private boolean portsMatch(Ipv4Packet packet) {
        if (sourcePort.isEmpty() && destinationPort.isEmpty()) {
            return true;
        }
        try {
            UdpDatagram datagram = UdpDatagram.decode(packet);
            return datagram.sourcePort() == sourcePort.orElse(datagram.sourcePort())
                    && datagram.destinationPort() == destinationPort.orElse(datagram.destinationPort());
        } catch (MalformedMessageException e) {
            return false;
        }
    }
}
