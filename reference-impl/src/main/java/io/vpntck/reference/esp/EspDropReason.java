package io.vpntck.reference.esp;

/** Why a packet that named an SA came to nothing. */
public enum EspDropReason {
    /** A sequence number that was received before, or that lies before the anti-replay window. */
    REPLAY,
    /** Another ICV than the SA's key gives, or too few octets for one. */
    WRONG_ICV,
    /** Authentic, and yet no IV with whole blocks behind it. */
    WRONG_LENGTH,
    /** Authentic, with a padding that does not count 1, 2, 3 … or is longer than what it pads. */
    WRONG_PADDING,
    /** Authentic, and something else than IPv4 inside. */
    NOT_IPV4,
    /** Authentic, and the packet inside is no valid IPv4. */
    MALFORMED_INNER,
    /** Authentic, and the packet inside is not one that the SA's selectors let through. */
    OUTSIDE_SELECTORS
}
