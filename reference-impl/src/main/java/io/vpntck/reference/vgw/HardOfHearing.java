package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What one tunnel of the AWS side does not hear with the faults that it is told to commit. */
final class HardOfHearing {
    private static final int IKE_PORT = 500;

    private final Set<AwsSideFault> faults;
    private final Set<Octets> begun = new HashSet<>();
    private boolean wasUp;

    HardOfHearing(Set<AwsSideFault> faults) {
        this.faults = faults;
    }

    /** Whether a packet is as good as lost; {@code up} is the tunnel's state when it comes. */
    boolean misses(Ipv4Packet packet, boolean up) {
        wasUp |= up;
        if (faults.contains(AwsSideFault.DEAF_AFTER_LOSS) && wasUp && !up) {
            return true;
        }
        return faults.contains(AwsSideFault.ANSWERS_REPETITIONS_ONLY)
                && firstMessage(packet).filter(begun::add).isPresent();
    }

    /** The cookie of a first message of phase 1. */
    private static Optional<Octets> firstMessage(Ipv4Packet packet) {
        if (packet.protocol() != Ipv4Packet.UDP) {
            return Optional.empty();
        }
        try {
            UdpDatagram datagram = UdpDatagram.decode(packet);
            if (datagram.destinationPort() != IKE_PORT) {
                return Optional.empty();
            }
            IsakmpHeader header = IsakmpMessage.decode(datagram.payload()).header();
            return header.responderCookie().equals(IsakmpHeader.NO_COOKIE)
                    ? Optional.of(header.initiatorCookie())
                    : Optional.empty();
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }
}
