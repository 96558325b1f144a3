package io.vpntck.reference.bgp;

import java.util.Optional;

/**
 * The types of BGP messages, with the shortest length that each can have, header included.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-4.1">RFC 4271, section 4.1</a>
 */
public enum MessageType {
    OPEN(1, 29),
    UPDATE(2, 23),
    NOTIFICATION(3, 21),
    KEEPALIVE(4, 19),
    ROUTE_REFRESH(5, 23);

    private final int id;
    private final int shortest;

    MessageType(int id, int shortest) {
        this.id = id;
        this.shortest = shortest;
    }

    public static Optional<MessageType> ofId(int id) {
        return id >= 1 && id <= values().length ? Optional.of(values()[id - 1]) : Optional.empty();
    }

    public int id() {
        return id;
    }

    /** Octets of the shortest message of this type. */
    public int shortest() {
        return shortest;
    }

    /** Whether every message of this type has {@link #shortest} octets. */
    public boolean fixed() {
        return this == KEEPALIVE || this == ROUTE_REFRESH;
    }
}
