package io.vpntck.reference.wire;

/** Reads a bounded run of octets in network order; every read names the field, so that a fault can name it. */
public final class OctetReader {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private int at;

    /** A reader of octets {@code from} (inclusive) to {@code end} (exclusive) of an array that never changes. */
    OctetReader(byte[] bytes, int from, int end) {
        this(bytes, from, from, end);
    }

    private OctetReader(byte[] bytes, int start, int from, int end) {
        this.bytes = bytes;
        this.start = start;
        this.at = from;
        this.end = end;
    }

    public int remaining() {
        return end - at;
    }

    /** How many octets of the outermost run lie before the next read. */
    public int offset() {
        return at - start;
    }

    public int uint8(String field) throws MalformedMessageException {
        need(field, 1);
        return bytes[at++] & 0xff;
    }

    public int uint16(String field) throws MalformedMessageException {
        need(field, 2);
        int value = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
        at += 2;
        return value;
    }

    public long uint32(String field) throws MalformedMessageException {
        need(field, 4);
        long value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }

    public int int32(String field) throws MalformedMessageException {
        return (int) uint32(field);
    }

    public Octets octets(String field, int length) throws MalformedMessageException {
        need(field, length);
        Octets value = Octets.within(bytes, at, at + length);
        at += length;
        return value;
    }

    public Octets rest() {
        Octets value = Octets.within(bytes, at, end);
        at = end;
        return value;
    }

    /** A reader of the next {@code length} octets alone; this one goes on behind them. */
    public OctetReader slice(String field, int length) throws MalformedMessageException {
        need(field, length);
        OctetReader slice = new OctetReader(bytes, start, at, at + length);
        at += length;
        return slice;
    }

    public void requireEnd(String structure) throws MalformedMessageException {
        if (at != end) {
            throw malformed(structure, (end - at) + " octets too many");
        }
    }

    /** The fault to throw when {@code field}, which was read last or should come next, is wrong. */
    public MalformedMessageException malformed(String field, String problem) {
        return new MalformedMessageException(field, offset(), problem);
    }

    private void need(String field, int length) throws MalformedMessageException {
        if (length < 0 || length > end - at) {
            throw malformed(field, "needs " + length + " octets, " + (end - at) + " left");
        }
    }
}
