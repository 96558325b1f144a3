package io.vpntck.steps.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A capture file in the pcapng format: one section, one interface of link type RAW (101), times in nanoseconds, and a
 * comment where a packet has one.
 *
 * @see <a href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html">draft-ietf-opsawg-pcapng</a>
 */
final class Pcapng {
    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int LINKTYPE_RAW = 101;
    private static final int OPTION_COMMENT = 1;
    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final int SNAPLEN = 65_535;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Pcapng() {
        block(
                SECTION_HEADER,
                body(16).putInt(0x1a2b3c4d)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
        byte[] resolution = option(OPTION_TIME_RESOLUTION, new byte[] {9});
        block(
                INTERFACE_DESCRIPTION,
                body(8 + resolution.length + 4)
                        .putShort((short) LINKTYPE_RAW)
                        .putShort((short) 0)
                        .putInt(SNAPLEN)
                        .put(resolution)
                        .putInt(0));
    }

    /** @param comment empty for none */
    void packet(Instant time, byte[] packet, String comment) {
        long nanoseconds = time.getEpochSecond() * 1_000_000_000L + time.getNano();
        byte[] note =
                comment.isEmpty() ? new byte[0] : option(OPTION_COMMENT, comment.getBytes(StandardCharsets.UTF_8));
        int padded = padded(packet.length);
        ByteBuffer body = body(20 + padded + note.length + (note.length == 0 ? 0 : 4));
        body.putInt(0)
                .putInt((int) (nanoseconds >>> 32))
                .putInt((int) nanoseconds)
                .putInt(packet.length)
                .putInt(packet.length)
                .put(packet)
                .position(20 + padded);
        body.put(note);
        block(ENHANCED_PACKET, body);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private static ByteBuffer body(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static byte[] option(int code, byte[] value) {
        return body(4 + padded(value.length))
                .putShort((short) code)
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    private void block(int type, ByteBuffer body) {
        int total = 12 + body.capacity();
        out.writeBytes(body(8).putInt(type).putInt(total).array());
        out.writeBytes(body.array());
        out.writeBytes(body(4).putInt(total).array());
    }
}
