package io.vpntck.reference.tcp;

import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The receiving half of a connection: what is expected next, and what came before its turn.
 *
 * <p>The owner takes all octets at once, so the window never closes; what may wait behind a gap lies within it.
 */
final class Receiving {
    static final int WINDOW = 0xffff;

    private record Part(int sequence, Octets data) {
        int end() {
            return sequence + data.length();
        }
    }

    private final List<Part> waiting = new ArrayList<>();
    private int next;
    private Optional<Integer> end = Optional.empty();
    private boolean ended;

    void begin(int first) {
        next = first;
    }

    /** What is acknowledged: the number of the octet that is expected next. */
    int next() {
        return next;
    }

    /** Whether all octets of the peer, and its FIN, have come. */
    boolean ended() {
        return ended;
    }

    /** Whether a segment has anything within the window (RFC 9293, section 3.10.7.4, first check). */
    boolean accepts(TcpSegment segment) {
        int length = segment.data().length() + (segment.has(TcpSegment.FIN) ? 1 : 0);
        int first = segment.sequence() - next;
        int last = first + Math.max(0, length - 1);
        return first >= 0 && first < WINDOW || last >= 0 && last < WINDOW;
    }

    /** The octets that are in order now. */
    Octets take(TcpSegment segment) {
        if (segment.has(TcpSegment.FIN)) {
            end = Optional.of(segment.sequence() + segment.data().length());
        }
        if (!segment.data().isEmpty()) {
            waiting.add(new Part(segment.sequence(), segment.data()));
            waiting.sort(Comparator.comparingInt(part -> part.sequence() - next));
        }
        Octets ready = Octets.EMPTY;
        while (!waiting.isEmpty() && !Sequence.after(waiting.get(0).sequence(), next)) {
            Part part = waiting.remove(0);
            if (Sequence.after(part.end(), next)) {
                ready = Octets.concat(ready, part.data().from(next - part.sequence()));
                next = part.end();
            }
        }
        if (!ended && end.filter(e -> e == next).isPresent()) {
            ended = true;
            next++;
        }
        return ready;
    }
}
