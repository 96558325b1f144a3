package io.vpntck.reference.tcp;

import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sending half of a connection: octets that wait for an acknowledgment or for room in the peer's window.
 *
 * <p>In numbers: {@code unacknowledged}, the oldest octet that is kept; {@code next}, the next to be sent; {@code
 * highest}, the end of what was ever sent. After the last octet, if the owner has closed, comes the FIN, one number.
 */
final class Sending {
    private Octets kept = Octets.EMPTY;
    private int unacknowledged;
    private int next;
    private int highest;
    private int window;
    private int segment;
    private boolean closing;
    private boolean finSent;
    private final CongestionWindow congestion = new CongestionWindow();

    /**
     * A run of octets with its place, and whether the FIN follows it.
     *
     * @param again whether it was sent before
     */
    record Part(int sequence, Octets data, boolean fin, boolean again) {
        int end() {
            return sequence + data.length() + (fin ? 1 : 0);
        }
    }

    void begin(int first) {
        unacknowledged = first;
        next = first;
        highest = first;
    }

    /** @param size the most octets of a segment */
    void segments(int size) {
        segment = size;
        congestion.begin(size);
    }

    /** Smaller segments from now on, beginning with what was not acknowledged. */
    void shrink(int size) {
        if (size < segment) {
            segment = size;
            next = unacknowledged;
        }
    }

    void window(int octets) {
        window = octets;
    }

    void append(Octets octets) {
        kept = Octets.concat(kept, octets);
    }

    void close() {
        closing = true;
    }

    /** The number after all that was ever sent: what a segment without octets bears, also while octets go again. */
    int highest() {
        return highest;
    }

    /** Whether this acknowledges something for the first time. */
    boolean isNews(int acknowledgment) {
        return Sequence.after(acknowledgment, unacknowledged) && !Sequence.after(acknowledgment, highest);
    }

    boolean isFuture(int acknowledgment) {
        return Sequence.after(acknowledgment, highest);
    }

    void acknowledged(int acknowledgment) {
        int octets = acknowledgment - unacknowledged;
        congestion.acknowledged(octets, segment);
        kept = kept.from(Math.min(octets, kept.length()));
        unacknowledged = acknowledgment;
        next = Sequence.later(next, acknowledgment);
    }

    /** Whether anything sent waits for an acknowledgment. */
    boolean outstanding() {
        return highest != unacknowledged;
    }

    /** Whether all was acknowledged, the FIN as well. */
    boolean finished() {
        return closing && kept.isEmpty() && highest == unacknowledged && finSent;
    }

    /** An acknowledgment that says nothing new while something is out; the part to repeat at once, if so. */
    Optional<Part> duplicate() {
        return outstanding() && congestion.duplicate(highest - unacknowledged, segment)
                ? Optional.of(part(unacknowledged, Math.min(segment, highest - unacknowledged)))
                : Optional.empty();
    }

    /** The time has run out: all that was not acknowledged goes again, slowly. */
    void rewind() {
        congestion.lost(highest - unacknowledged, segment);
        next = unacknowledged;
    }

    /** As much as both windows have room for. */
    List<Part> ready() {
        List<Part> parts = new ArrayList<>();
        long room = Math.min(window, congestion.window()) - (next - unacknowledged);
        while (room > 0 && Sequence.before(next, end())) {
            parts.add(advance((int) Math.min(room, segment)));
            room -= parts.get(parts.size() - 1).end()
                    - parts.get(parts.size() - 1).sequence();
        }
        return parts;
    }

    /** One octet into a closed window, to hear whether it has opened (RFC 9293, section 3.8.6.1). */
    Optional<Part> probe() {
        return window == 0 && Sequence.before(unacknowledged, end()) && !outstandingBeyond(1)
                ? Optional.of(advanceFrom(unacknowledged))
                : Optional.empty();
    }

    /** Whether something waits that a closed window holds back. */
    boolean blocked() {
        return window == 0 && Sequence.before(next, end());
    }

    private boolean outstandingBeyond(int octets) {
        return highest - unacknowledged > octets;
    }

    private Part advanceFrom(int sequence) {
        next = sequence;
        return advance(1);
    }

    private Part advance(int most) {
        Part part = part(next, most);
        next = part.end();
        highest = Sequence.later(highest, next);
        finSent |= part.fin();
        return part;
    }

    private Part part(int sequence, int most) {
        int from = sequence - unacknowledged;
        int to = Math.min(kept.length(), from + most);
        boolean fin = closing && to == kept.length() && (to - from < most || to == from);
        return new Part(sequence, kept.slice(from, to), fin, Sequence.before(sequence, highest));
    }

    /** The number after the last that there is to send. */
    private int end() {
        return unacknowledged + kept.length() + (closing && !finAcknowledged() ? 1 : 0);
    }

    private boolean finAcknowledged() {
        return finSent && kept.isEmpty() && highest == unacknowledged;
    }
}
