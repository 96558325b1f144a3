package io.vpntck.steps.capture;

import io.vpntck.reference.ip.Ipv4Packet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the steps of a scenario have to say of single packets: which requirement a packet proves or breaks. */
public final class PacketNotes {
    private final Map<Key, Note> notes = new LinkedHashMap<>();

    private record Key(Instant time, Ipv4Packet packet) {}

    /**
     * A remark.
     *
     * @param offends whether the packet breaks something
     */
    public record Note(String text, boolean offends) {}

    public void proves(ObservedPacket packet, String text) {
        add(packet, new Note(text, false));
    }

    public void breaks(ObservedPacket packet, String text) {
        add(packet, new Note(text, true));
    }

    private void add(ObservedPacket packet, Note note) {
        notes.merge(
                key(packet),
                note,
                (old, more) -> old.text.equals(more.text)
                        ? old
                        : new Note(old.text + "; " + more.text, old.offends || more.offends));
    }

    public Optional<Note> of(ObservedPacket packet) {
        return Optional.ofNullable(notes.get(key(packet)));
    }

    private static Key key(ObservedPacket packet) {
        return new Key(packet.time(), packet.packet());
    }
}
