package io.vpntck.reference.ikev1;

/**
 * How ESP carries a packet. Only tunnel mode is carried out; transport mode can be offered.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2407#section-4.5">RFC 2407, section 4.5</a>
 */
enum EncapsulationMode {
    TUNNEL(1),
    TRANSPORT(2),
    /** RFC 3947, section 5.1. */
    UDP_ENCAPSULATED_TUNNEL(3);

    private final int id;

    EncapsulationMode(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    /** Tunnel mode, as the path calls for it. */
    static EncapsulationMode tunnel(boolean udpEncapsulated) {
        return udpEncapsulated ? UDP_ENCAPSULATED_TUNNEL : TUNNEL;
    }
}
