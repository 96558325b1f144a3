package io.vpntck.reference.live;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/** Ethernet frames, as far as it takes to find the packet in them. */
final class Frames {
    private static final int HEADER = 14;

    private Frames() {}

    /** The packet of a frame of type 0x0800 whose header is valid. */
    static Optional<Ipv4Packet> ipv4(Octets frame) {
        if (frame.length() < HEADER || frame.at(12) != 0x08 || frame.at(13) != 0x00) {
            return Optional.empty();
        }
        try {
            return Optional.of(Ipv4Packet.decode(frame.from(HEADER)));
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }
}
