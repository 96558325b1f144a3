package io.vpntck.reference.wire;

import java.util.Arrays;

/** Writes a run of octets in network order. */
public final class OctetWriter {
    private byte[] bytes;
    private int length;

    public OctetWriter() {
        this(64);
    }

    public OctetWriter(int expected) {
        bytes = new byte[Math.max(16, expected)];
    }

    public OctetWriter uint8(int value) {
        return range(value, 0xff).put(value);
    }

    public OctetWriter uint16(int value) {
        return range(value, 0xffff).put(value >>> 8).put(value);
    }

    public OctetWriter uint32(long value) {
        return range(value, 0xffff_ffffL).int32((int) value);
    }

    public OctetWriter int32(int value) {
        return put(value >>> 24).put(value >>> 16).put(value >>> 8).put(value);
    }

    public OctetWriter octets(Octets value) {
        grow(value.length());
        value.copyTo(bytes, length);
        length += value.length();
        return this;
    }

    public int length() {
        return length;
    }

    /** Sets the two octets at {@code offset}, written before, to {@code value}: lengths and checksums. */
    public OctetWriter patch16(int offset, int value) {
        range(value, 0xffff);
        bytes[offset] = (byte) (value >>> 8);
        bytes[offset + 1] = (byte) value;
        return this;
    }

    public Octets toOctets() {
        return Octets.owning(Arrays.copyOf(bytes, length));
    }

    private OctetWriter range(long value, long maximum) {
        if (value < 0 || value > maximum) {
            throw new IllegalArgumentException(value + " is not in 0.." + maximum);
        }
        return this;
    }

    private OctetWriter put(int value) {
        grow(1);
        bytes[length++] = (byte) value;
        return this;
    }

    private void grow(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
