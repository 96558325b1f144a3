package io.vpntck.reference.tcp;

/**
 * How many octets the network is trusted with.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5681#section-3">RFC 5681, section 3</a>
 */
final class CongestionWindow {
    private static final int DUPLICATES = 3;

    private long window;
    private long threshold = Integer.MAX_VALUE;
    private int duplicates;

    /** Before anything is known: four segments (RFC 5681, section 3.1, for segments of at most 1,095 octets: fewer for larger). */
    void begin(int segment) {
        window = Math.min(4L * segment, Math.max(2L * segment, 4_380));
    }

    long window() {
        return window;
    }

    void acknowledged(int octets, int segment) {
        duplicates = 0;
        window += window < threshold
                ? Math.min(octets, segment)
                : Math.max(1, (long) segment * segment / Math.max(1, window));
    }

    /** Whether this repeated acknowledgment says that a segment was lost. */
    boolean duplicate(int inFlight, int segment) {
        if (++duplicates != DUPLICATES) {
            return false;
        }
        threshold = Math.max(inFlight / 2, 2L * segment);
        window = threshold;
        return true;
    }

    /** The time for an acknowledgment has run out. */
    void lost(int inFlight, int segment) {
        threshold = Math.max(inFlight / 2, 2L * segment);
        window = segment;
        duplicates = 0;
    }
}
