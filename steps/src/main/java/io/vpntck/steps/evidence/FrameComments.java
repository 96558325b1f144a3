package io.vpntck.steps.evidence;

import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.PacketNotes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The comments of single frames in a capture: what the steps have to say, and whether the scenario forged the packet. */
record FrameComments(PacketNotes notes, Set<Octets> injected) {
    /** Readers of captures know a forged packet by this. */
    static final String FORGED = "put on the network by the scenario";

    FrameComments(PacketNotes notes, List<Octets> injected) {
        this(notes, Set.copyOf(injected));
    }

    /** Empty for a packet of which there is nothing to say. */
    String of(ObservedPacket packet) {
        Optional<String> note = notes.of(packet).map(PacketNotes.Note::text);
        Optional<String> forged = injected.contains(packet.packet().encode()) ? Optional.of(FORGED) : Optional.empty();
        return Stream.of(note, forged).flatMap(Optional::stream).collect(Collectors.joining("; "));
    }
}
