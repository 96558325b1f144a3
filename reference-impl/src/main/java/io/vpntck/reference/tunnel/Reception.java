package io.vpntck.reference.tunnel;

/**
 * How an end takes ESP.
 *
 * @param window of how many sequence numbers back a packet may still come, a multiple of 64
 * @param leniency what it takes that it should drop
 */
public record Reception(int window, Leniency leniency) {
    /** The window that the configurations for Cisco devices set (2018-09), against reordering on the way. */
    public static final int ADVISED_WINDOW = 128;

    public static final Reception STRICT = new Reception(ADVISED_WINDOW, Leniency.NONE);
}
