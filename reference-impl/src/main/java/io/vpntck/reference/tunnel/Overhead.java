package io.vpntck.reference.tunnel;

import io.vpntck.reference.esp.EspKeys;

/**
 * What tunnel mode adds to a packet: outer header, UDP header where there is a NAT device, ESP header, IV, padding,
 * trailer and ICV.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4303#section-2">RFC 4303, section 2</a>
 */
final class Overhead {
    private static final int OUTER_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int ESP_HEADER = 8;
    /** Pad Length and Next Header. */
    private static final int TRAILER = 2;

    private Overhead() {}

    /** Octets of the largest inner packet whose outer packet has {@code linkMtu} octets at most. */
    static int largestInner(int linkMtu, boolean inUdp, EspKeys keys) {
        int block = keys.encryption().blockLength();
        int room = linkMtu
                - OUTER_HEADER
                - (inUdp ? UDP_HEADER : 0)
                - ESP_HEADER
                - block
                - keys.integrity().icvLength();
        return room / block * block - TRAILER;
    }
}
