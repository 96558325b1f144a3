package io.vpntck.reference.esp;

/**
 * Which sequence numbers of an SA have been seen, of the last {@link #SIZE}.
 *
 * <p>Asked before the ICV is checked, and marked only after it was good (RFC 4303, section 3.4.3): otherwise one forged
 * packet with a high number would make every honest one look too old.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4303#appendix-A2">RFC 4303, appendix A2</a>
 */
public final class AntiReplayWindow {
    public static final int SIZE = 64;

    private long highest;
    private long seen;

    /** Whether a packet of this number may still be new. */
    public boolean admits(long sequence) {
        if (sequence == 0 || sequence + SIZE <= highest) {
            return false;
        }
        return sequence > highest || (seen >>> (highest - sequence) & 1) == 0;
    }

    /** Notes an authentic packet that {@link #admits} let through. */
    public void mark(long sequence) {
        if (sequence > highest) {
            long ahead = sequence - highest;
            seen = ahead >= SIZE ? 1 : seen << ahead | 1;
            highest = sequence;
        } else {
            seen |= 1L << (highest - sequence);
        }
    }
}
