package io.vpntck.reference.tunnel;

import io.vpntck.reference.esp.EspKeys;
import io.vpntck.reference.esp.EspPacket;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.DropReason;
import java.util.Optional;

/** What an end that has faults takes in spite of everything; a right one takes nothing that it should drop. */
public interface Leniency {
    Leniency NONE = new Leniency() {};

    /**
     * What comes of an ESP packet that was to be dropped.
     *
     * @param keys of the SA that it names, or of the newest where it names none
     */
    default Optional<Ipv4Packet> despite(DropReason reason, EspPacket packet, EspKeys keys) {
        return Optional.empty();
    }

    /** Whether a packet that is new and authentic is dropped because of what was dropped before it. */
    default boolean distrusts(EspPacket packet) {
        return false;
    }

    /** What comes of a packet that is neither IKE nor ESP. */
    default Optional<Ipv4Packet> inClear(Ipv4Packet packet) {
        return Optional.empty();
    }
}
