package io.vpntck.reference.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/** An immutable run of octets. */
public final class Octets {
    public static final Octets EMPTY = new Octets(new byte[0]);
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private Octets(byte[] owned) {
        this.bytes = owned;
    }

    /** A copy of {@code bytes}. */
    public static Octets of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone());
    }

    /** A copy of {@code length} octets of {@code bytes} from {@code offset} on. */
    public static Octets of(byte[] bytes, int offset, int length) {
        return new Octets(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /** The octets written as hexadecimal digits; white space between octets is ignored. */
    public static Octets ofHex(String hex) {
        return new Octets(HEX.parseHex(hex.replaceAll("\\s", "")));
    }

    public static Octets ofUtf8(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code length} octets, all of them zero. */
    public static Octets zeros(int length) {
        return new Octets(new byte[length]);
    }

    public static Octets concat(Octets... parts) {
        int length = 0;
        for (Octets part : parts) {
            length += part.bytes.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (Octets part : parts) {
            System.arraycopy(part.bytes, 0, all, at, part.bytes.length);
            at += part.bytes.length;
        }
        return new Octets(all);
    }

    /** Takes over {@code bytes} without a copy; the caller gives them up. */
    static Octets owning(byte[] bytes) {
        return new Octets(bytes);
    }

    /** {@code length} octets that {@code filler} writes into an array of zeros; it must not keep the array. */
    public static Octets filled(int length, Consumer<byte[]> filler) {
        byte[] bytes = new byte[length];
        filler.accept(bytes);
        return new Octets(bytes);
    }

    /** Takes a run of octets in place: to be read at once, neither changed nor kept. */
    @FunctionalInterface
    public interface Sink {
        void accept(byte[] bytes, int offset, int length);
    }

    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The octet at {@code index}, 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xff;
    }

    /** Octets {@code from} (inclusive) to {@code to} (exclusive). */
    public Octets slice(int from, int to) {
        requireWithin(from, to);
        return new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    private void requireWithin(int from, int to) {
        if (from < 0 || to < from || to > bytes.length) {
            throw new IllegalArgumentException("slice " + from + ".." + to + " of " + bytes.length + " octets");
        }
    }

    public Octets first(int length) {
        return slice(0, length);
    }

    public Octets from(int offset) {
        return slice(offset, bytes.length);
    }

    public boolean startsWith(Octets prefix) {
        return prefix.bytes.length <= bytes.length
                && Arrays.equals(bytes, 0, prefix.bytes.length, prefix.bytes, 0, prefix.bytes.length);
    }

    /** These octets with the one at {@code index} replaced: how negative tests damage a valid message. */
    public Octets with(int index, int value) {
        byte[] copy = bytes.clone();
        copy[index] = (byte) value;
        return new Octets(copy);
    }

    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** Hands octets {@code from} (inclusive) to {@code to} (exclusive) to {@code sink} without a copy. */
    public void feed(int from, int to, Sink sink) {
        requireWithin(from, to);
        sink.accept(bytes, from, to - from);
    }

    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    public OctetReader reader() {
        return new OctetReader(bytes);
    }

    public String toHex() {
        return HEX.formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
