package io.vpntck.reference.wire;

/**
 * The one's complement checksum of IPv4, ICMP, UDP and TCP.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1071">RFC 1071</a>
 */
public final class InternetChecksum {
    private InternetChecksum() {}

    /** The checksum over {@code parts} in a row, 0 to 65535; 0 when a valid checksum is among them. */
    public static int of(Octets... parts) {
        Sum sum = new Sum();
        for (Octets part : parts) {
            part.feed(0, part.length(), sum);
        }
        return sum.checksum();
    }

    /** As above, over {@code length} octets of {@code bytes} from {@code offset} on. */
    public static int of(byte[] bytes, int offset, int length) {
        Sum sum = new Sum();
        sum.accept(bytes, offset, length);
        return sum.checksum();
    }

    private static final class Sum implements Octets.Sink {
        private long total;
        private boolean odd;

        @Override
        public void accept(byte[] bytes, int offset, int length) {
            int at = offset;
            int end = offset + length;
            if (odd && length > 0) {
                total += bytes[at++] & 0xff;
                odd = false;
            }
            for (; at + 1 < end; at += 2) {
                total += (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
            }
            if (at < end) {
                total += (bytes[at] & 0xff) << 8;
                odd = true;
            }
        }

        private int checksum() {
            while (total >>> 16 != 0) {
                total = (total & 0xffff) + (total >>> 16);
            }
            return (int) (~total & 0xffff);
        }
    }
}
