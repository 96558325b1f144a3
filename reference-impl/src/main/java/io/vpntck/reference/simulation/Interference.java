package io.vpntck.reference.simulation;

import io.vpntck.reference.ip.Ipv4Packet;
import java.time.Instant;
import java.util.Optional;

/** Somebody on the way who may lose or change what a segment carries; the tap sees a packet before that. */
@FunctionalInterface
public interface Interference {
    /** Lets everything pass as it is. */
    Interference NONE = (now, packet) -> Optional.of(packet);

    /** What goes on in the place of {@code packet}; empty when it is lost. */
    Optional<Ipv4Packet> pass(Instant now, Ipv4Packet packet);
}
