package io.vpntck.reference.simulation;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What befell one packet on its way over a segment. In words, as {@code toString} gives and {@link #parse} takes them:
 * {@code lose 17}, {@code duplicate 17 after 3200 us}, {@code delay 17 by 41000 us}, {@code corrupt 17 at 33}.
 */
public sealed interface PacketEvent {

    /** The number of the packet on its segment, counted from 1. */
    long packet();

    /** The copies of the packet after this event. */
    List<Copy> applyTo(List<Copy> copies);

    /** A copy of a packet, and how much later than undisturbed it arrives. */
    record Copy(Duration later, Ipv4Packet packet) {}

    /** It never arrives, nor does any copy of it. */
    record Lose(long packet) implements PacketEvent {
        @Override
        public List<Copy> applyTo(List<Copy> copies) {
            return List.of();
        }

        @Override
        public String toString() {
            return "lose " + packet;
        }
    }

    /** It arrives a second time. */
    record Duplicate(long packet, Duration after) implements PacketEvent {
        @Override
        public List<Copy> applyTo(List<Copy> copies) {
            List<Copy> all = new ArrayList<>(copies);
            copies.stream().findFirst().ifPresent(c -> all.add(new Copy(c.later.plus(after), c.packet)));
            return all;
        }

        @Override
        public String toString() {
            return "duplicate " + packet + " after " + micros(after) + " us";
        }
    }

    /** It and its copies arrive later. */
    record Delay(long packet, Duration by) implements PacketEvent {
        @Override
        public List<Copy> applyTo(List<Copy> copies) {
            return copies.stream()
                    .map(c -> new Copy(c.later.plus(by), c.packet))
                    .toList();
        }

        @Override
        public String toString() {
            return "delay " + packet + " by " + micros(by) + " us";
        }
    }

    /**
     * One octet of the payload of its IPv4 packet is inverted. A damaged header would be a loss: routers check it.
     *
     * @param octet counted from 0, modulo the length of the payload
     */
    record Corrupt(long packet, int octet) implements PacketEvent {
        @Override
        public List<Copy> applyTo(List<Copy> copies) {
            return copies.stream()
                    .map(c -> new Copy(c.later, corrupted(c.packet)))
                    .toList();
        }

        private Ipv4Packet corrupted(Ipv4Packet whole) {
            Octets payload = whole.payload();
            if (payload.isEmpty()) {
                return whole;
            }
            int at = octet % payload.length();
            return whole.readdressed(whole.source(), whole.destination(), payload.with(at, payload.at(at) ^ 0xff));
        }

        @Override
        public String toString() {
            return "corrupt " + packet + " at " + octet;
        }
    }

    /** @throws IllegalArgumentException when {@code words} are not of the form above */
    static PacketEvent parse(String words) {
        String[] word = words.trim().split(" ");
        try {
            long packet = Long.parseLong(word[1]);
            return switch (word[0]) {
                case "lose" -> new Lose(packet);
                case "duplicate" -> new Duplicate(packet, ofMicros(word[3]));
                case "delay" -> new Delay(packet, ofMicros(word[3]));
                case "corrupt" -> new Corrupt(packet, Integer.parseInt(word[3]));
                default -> throw new IllegalArgumentException("no packet event: " + words);
            };
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no packet event: " + words, e);
        }
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static Duration ofMicros(String number) {
        return Duration.ofNanos(Long.parseLong(number) * 1_000);
    }
}
