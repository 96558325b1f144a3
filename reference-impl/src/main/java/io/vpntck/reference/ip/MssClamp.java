package io.vpntck.reference.ip;

import io.vpntck.reference.wire.MalformedMessageException;

/** Lowers, never raises, the largest segment that the two ends of a TCP connection tell each other in their SYN. */
public final class MssClamp {
    private MssClamp() {}

    /** The packet with {@code limit} in the place of a larger value; every packet but a SYN as it is. */
    public static Ipv4Packet apply(Ipv4Packet packet, int limit) {
        if (packet.protocol() != Ipv4Packet.TCP || packet.isFragment()) {
            return packet;
        }
        try {
            TcpSegment segment = TcpSegment.decode(packet);
            boolean lower = segment.has(TcpSegment.SYN)
                    && segment.maximumSegmentSize().filter(size -> size > limit).isPresent();
            return lower
                    ? packet.withPayload(
                            segment.withMaximumSegmentSize(limit).encode(packet.source(), packet.destination()))
                    : packet;
        } catch (MalformedMessageException e) {
            // Not for a router to judge: the destination will drop it.
            return packet;
        }
    }
}
