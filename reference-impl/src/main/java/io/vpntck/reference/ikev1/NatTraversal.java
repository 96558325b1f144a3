package io.vpntck.reference.ikev1;

/**
 * How a side deals with NAT devices on the path.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3947">RFC 3947</a>
 */
public enum NatTraversal {
    /** Shows no vendor id and takes nothing on port 4500. */
    OFF,
    /** As RFC 3947 says: discovery in messages 3 and 4, port 4500 from message 5 on where there is a NAT device. */
    ON,
    /** As {@link #ON}, with discovery payloads that always show a NAT device: UDP encapsulation is forced. */
    FORCED,
    /** Wrongly stays on port 500 with message 5 and all that follows. */
    WITHOUT_FLOATING,
    /** Wrongly proposes plain tunnel mode behind a NAT device (RFC 3947, section 5.1, asks for mode 3). */
    WITHOUT_ENCAPSULATION;

    /** Whether this side takes part in NAT traversal at all. */
    public boolean offered() {
        return this != OFF;
    }

    boolean forced() {
        return this == FORCED;
    }

    boolean floats() {
        return this != WITHOUT_FLOATING;
    }

    boolean encapsulates() {
        return this != WITHOUT_ENCAPSULATION;
    }
}
