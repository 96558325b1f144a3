package io.vpntck.reference.ip;

import io.vpntck.reference.wire.Octets;
import java.util.Optional;

/** An IPv4 address; never resolves a name. */
public record Ipv4Address(int bits) implements Comparable<Ipv4Address> {

    /** The address in dotted decimal notation; empty for anything else, octets with leading zeros included. */
    public static Optional<Ipv4Address> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        int bits = 0;
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | Integer.parseInt(part);
        }
        return Optional.of(new Ipv4Address(bits));
    }

    /** As {@link #parse}, for a text that the caller knows to be an address. */
    public static Ipv4Address of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an IPv4 address: " + text));
    }

    public static Ipv4Address of(Octets four) {
        return new Ipv4Address(four.at(0) << 24 | four.at(1) << 16 | four.at(2) << 8 | four.at(3));
    }

    public Ipv4Address plus(int offset) {
        return new Ipv4Address(bits + offset);
    }

    public Octets octets() {
        return Octets.of(new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits});
    }

    @Override
    public int compareTo(Ipv4Address other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }
}
