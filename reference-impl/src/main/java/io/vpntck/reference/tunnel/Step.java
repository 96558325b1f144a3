package io.vpntck.reference.tunnel;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.DropReason;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link TunnelEnd} wants done, in order.
 *
 * @param out packets for the outside network
 * @param inner packets that came through the tunnel
 * @param notes what happened, each of them a kind and a detail
 * @param drops packets that went no further
 * @param back answers to those who sent into the tunnel
 */
public record Step(
        List<Ipv4Packet> out, List<Ipv4Packet> inner, List<Note> notes, List<Drop> drops, List<Ipv4Packet> back) {
    public static final Step NOTHING = new Step(List.of(), List.of(), List.of(), List.of(), List.of());

    public Step {
        out = List.copyOf(out);
        inner = List.copyOf(inner);
        notes = List.copyOf(notes);
        drops = List.copyOf(drops);
        back = List.copyOf(back);
    }

    /** An event; {@code kind} is one word. */
    public record Note(String kind, String detail) {}

    /** A packet that was dropped; the detail says between whom, and what was wrong with it. */
    public record Drop(DropReason reason, String detail) {}

    static Step note(String kind, String detail) {
        return new Step(List.of(), List.of(), List.of(new Note(kind, detail)), List.of(), List.of());
    }

    static Step out(Ipv4Packet packet) {
        return new Step(List.of(packet), List.of(), List.of(), List.of(), List.of());
    }

    static Step inner(Ipv4Packet packet) {
        return new Step(List.of(), List.of(packet), List.of(), List.of(), List.of());
    }

    static Step back(Ipv4Packet packet) {
        return new Step(List.of(), List.of(), List.of(), List.of(), List.of(packet));
    }

    static Step dropped(DropReason reason, Ipv4Packet packet, String why) {
        String detail = packet.source() + " to " + packet.destination() + ", protocol " + packet.protocol() + ": ";
        return new Step(List.of(), List.of(), List.of(), List.of(new Drop(reason, detail + why)), List.of());
    }

    public Step and(Step next) {
        return new Step(
                concat(out, next.out),
                concat(inner, next.inner),
                concat(notes, next.notes),
                concat(drops, next.drops),
                concat(back, next.back));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
