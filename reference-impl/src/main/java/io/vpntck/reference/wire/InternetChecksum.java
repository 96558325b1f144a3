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
        long sum = 0;
        int position = 0;
        for (Octets part : parts) {
            for (int i = 0; i < part.length(); i++, position++) {
                sum += (position & 1) == 0 ? (long) part.at(i) << 8 : part.at(i);
            }
        }
        return folded(sum);
    }

    /** As above, over {@code length} octets of {@code bytes} from {@code offset} on. */
    public static int of(byte[] bytes, int offset, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            int octet = bytes[offset + i] & 0xff;
            sum += (i & 1) == 0 ? octet << 8 : octet;
        }
        return folded(sum);
    }

    private static int folded(long total) {
        long sum = total;
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (int) (~sum & 0xffff);
    }
}
