package io.vpntck.reference.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * An immutable run of octets.
 *
 * <p>A slice of at least half of an array shares it, a smaller one is copied: packets are taken apart without copies,
 * and nothing small keeps much in memory.
 */
public final class Octets {
    public static final Octets EMPTY = new Octets(new byte[0]);
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;
    private final int offset;
    private final int length;

    private Octets(byte[] owned) {
        this(owned, 0, owned.length);
    }

    private Octets(byte[] owned, int offset, int length) {
        this.bytes = owned;
        this.offset = offset;
        this.length = length;
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
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (Octets part : parts) {
            part.copyTo(all, at);
            at += part.length;
        }
        return new Octets(all);
    }

    /** Takes over {@code bytes} without a copy; the caller gives them up. */
    static Octets owning(byte[] bytes) {
        return new Octets(bytes);
    }

    /** Octets {@code from} (inclusive) to {@code to} (exclusive) of an array that never changes. */
    static Octets within(byte[] bytes, int from, int to) {
        return 2 * (to - from) >= bytes.length
                ? new Octets(bytes, from, to - from)
                : new Octets(Arrays.copyOfRange(bytes, from, to));
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
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The octet at {@code index}, 0 to 255. */
    public int at(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("octet " + index + " of " + length);
        }
        return bytes[offset + index] & 0xff;
    }

    /** Octets {@code from} (inclusive) to {@code to} (exclusive). */
    public Octets slice(int from, int to) {
        requireWithin(from, to);
        return within(bytes, offset + from, offset + to);
    }

    private void requireWithin(int from, int to) {
        if (from < 0 || to < from || to > length) {
            throw new IllegalArgumentException("slice " + from + ".." + to + " of " + length + " octets");
        }
    }

    public Octets first(int count) {
        return slice(0, count);
    }

    public Octets from(int start) {
        return slice(start, length);
    }

    public boolean startsWith(Octets prefix) {
        return prefix.length <= length
                && Arrays.equals(
                        bytes,
                        offset,
                        offset + prefix.length,
                        prefix.bytes,
                        prefix.offset,
                        prefix.offset + prefix.length);
    }

    /** These octets with the one at {@code index} replaced: how negative tests damage a valid message. */
    public Octets with(int index, int value) {
        byte[] copy = toByteArray();
        copy[index] = (byte) value;
        return new Octets(copy);
    }

    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    /** Hands octets {@code from} (inclusive) to {@code to} (exclusive) to {@code sink} without a copy. */
    public void feed(int from, int to, Sink sink) {
        requireWithin(from, to);
        sink.accept(bytes, offset + from, to - from);
    }

    public void copyTo(byte[] target, int start) {
        System.arraycopy(bytes, offset, target, start, length);
    }

    public OctetReader reader() {
        return new OctetReader(bytes, offset, offset + length);
    }

    public String toHex() {
        return HEX.formatHex(bytes, offset, offset + length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && length == octets.length && startsWith(octets);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return toHex();
    }
}
