package io.vpntck.reference.esp;

import io.vpntck.reference.wire.Octets;

/**
 * What a datagram on port 4500 carries.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3948#section-2">RFC 3948, section 2</a>
 */
public enum UdpEncapsulation {
    /** An ISAKMP message behind four zero octets. */
    IKE,
    ESP,
    /** One octet, 0xFF. */
    KEEPALIVE,
    MALFORMED;

    public static final Octets NON_ESP_MARKER = Octets.zeros(4);
    public static final Octets KEEPALIVE_OCTET = Octets.of(new byte[] {(byte) 0xff});

    public static UdpEncapsulation of(Octets payload) {
        if (payload.equals(KEEPALIVE_OCTET)) {
            return KEEPALIVE;
        }
        if (payload.length() < 8) {
            return MALFORMED;
        }
        return payload.startsWith(NON_ESP_MARKER) ? IKE : ESP;
    }
}
