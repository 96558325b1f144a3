package io.vpntck.reference.bgp;

import java.util.Optional;

/**
 * Where the first AS of a path had the route from; the lower is the better.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-5.1.1">RFC 4271, section 5.1.1</a>
 */
public enum Origin {
    IGP,
    EGP,
    INCOMPLETE;

    public static Optional<Origin> ofId(int id) {
        return id >= 0 && id < values().length ? Optional.of(values()[id]) : Optional.empty();
    }

    public int id() {
        return ordinal();
    }
}
