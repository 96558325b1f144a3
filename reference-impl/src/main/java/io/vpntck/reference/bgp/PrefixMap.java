package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Values by prefix, with look-ups of an exact prefix and of the longest one that holds an address.
 *
 * <p>One open-addressed table of numbers for all lengths. The longest match tries the lengths that occur, from the longest on: 33
 * probes at most, usually a few. A change costs as much as a look-up, whatever the size: routes come and go all the time, which
 * would make a sorted or compiled table dear.
 */
public final class PrefixMap<V> {
    private static final int SMALLEST = 16;

    /** Network and length of a prefix in one number, or zero for a free place. */
    private long[] keys = new long[SMALLEST];

    private Object[] values = new Object[SMALLEST];
    private final int[] ofLength = new int[33];
    /** Bit n stands for length n. */
    private long lengths;

    private int size;

    public int size() {
        return size;
    }

    /** Empty when nothing is kept for exactly {@code prefix}. */
    public Optional<V> get(Ipv4Prefix prefix) {
        return Optional.ofNullable(at(place(key(prefix.network().bits(), prefix.length()))));
    }

    /** Keeps {@code value}; what was kept before. */
    public Optional<V> put(Ipv4Prefix prefix, V value) {
        if (3 * (size + 1) > 2 * keys.length) {
            grow();
        }
        long key = key(prefix.network().bits(), prefix.length());
        int place = place(key);
        V before = at(place);
        values[place] = value;
        if (keys[place] == 0) {
            keys[place] = key;
            size++;
            ofLength[prefix.length()]++;
            lengths |= 1L << prefix.length();
        }
        return Optional.ofNullable(before);
    }

    /** Forgets what is kept for {@code prefix}; what that was. */
    public Optional<V> remove(Ipv4Prefix prefix) {
        int place = place(key(prefix.network().bits(), prefix.length()));
        V before = at(place);
        if (keys[place] != 0) {
            close(place);
            size--;
            if (--ofLength[prefix.length()] == 0) {
                lengths &= ~(1L << prefix.length());
            }
        }
        return Optional.ofNullable(before);
    }

    /** The value of the longest prefix that holds {@code address}. */
    public Optional<V> longestMatch(Ipv4Address address) {
        for (long left = lengths; left != 0; ) {
            int length = 63 - Long.numberOfLeadingZeros(left);
            left ^= 1L << length;
            int place = place(key(length == 0 ? 0 : address.bits() & -1 << 32 - length, length));
            if (keys[place] != 0) {
                return Optional.of(at(place));
            }
        }
        return Optional.empty();
    }

    /** In no order that means anything, but the same for the same history. */
    public void forEach(BiConsumer<Ipv4Prefix, V> action) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                action.accept(
                        new Ipv4Prefix(new Ipv4Address((int) (keys[i] >>> 6)), (int) (keys[i] & 0x3f) - 1), at(i));
            }
        }
    }

    private static long key(int network, int length) {
        return Integer.toUnsignedLong(network) << 6 | length + 1;
    }

    /** Where {@code key} is, or the free place where it would be. */
    private int place(long key) {
        int mask = keys.length - 1;
        int place = home(key) & mask;
        while (keys[place] != 0 && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private static int home(long key) {
        // The multiplier of a Fibonacci hash: 2^64 divided by the golden ratio.
        long mixed = key * 0x9e37_79b9_7f4a_7c15L;
        return (int) (mixed >>> 32 ^ mixed >>> 15);
    }

    /** Frees a place and moves up the ones behind it that a probe would no longer reach. */
    private void close(int hole) {
        int mask = keys.length - 1;
        int free = hole;
        for (int i = hole + 1 & mask; keys[i] != 0; i = i + 1 & mask) {
            int wanted = home(keys[i]) & mask;
            if ((i - wanted & mask) >= (i - free & mask)) {
                keys[free] = keys[i];
                values[free] = values[i];
                free = i;
            }
        }
        keys[free] = 0;
        values[free] = null;
    }

    private void grow() {
        long[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }

    @SuppressWarnings("unchecked")
    private V at(int place) {
        return (V) values[place];
    }
}
