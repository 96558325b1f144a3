package io.vpntck.reference.tunnel;

import io.vpntck.reference.ip.Ipv4Packet;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link TunnelEnd} wants done, in order.
 *
 * @param out packets for the outside network
 * @param inner packets that came through the tunnel
 * @param notes what happened, each of them a kind and a detail
 */
public record Step(List<Ipv4Packet> out, List<Ipv4Packet> inner, List<Note> notes) {
    public static final Step NOTHING = new Step(List.of(), List.of(), List.of());

    public Step {
        out = List.copyOf(out);
        inner = List.copyOf(inner);
        notes = List.copyOf(notes);
    }

    /** An event; {@code kind} is one word. */
    public record Note(String kind, String detail) {}

    static Step note(String kind, String detail) {
        return new Step(List.of(), List.of(), List.of(new Note(kind, detail)));
    }

    public Step and(Step next) {
        return new Step(concat(out, next.out), concat(inner, next.inner), concat(notes, next.notes));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
