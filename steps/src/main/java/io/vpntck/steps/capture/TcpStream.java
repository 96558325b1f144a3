package io.vpntck.steps.capture;

import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.wire.Octets;
import java.util.Optional;
import java.util.TreeMap;

/** One direction of a TCP connection, put together from its segments as they were captured (RFC 9293, section 3.4). */
final class TcpStream {
    private final TreeMap<Long, Octets> early = new TreeMap<>();
    private Optional<Integer> first = Optional.empty();
    private long next;

    /** Whether a connection begins with this segment: another than before, or the first. */
    boolean beginsWith(TcpSegment segment) {
        return segment.has(TcpSegment.SYN)
                && first.filter(known -> known == segment.sequence() + 1).isEmpty();
    }

    /** The octets that this segment brings next in order; empty while something before them is missing. */
    Octets add(TcpSegment segment) {
        if (beginsWith(segment)) {
            first = Optional.of(segment.sequence() + 1);
            early.clear();
            next = 0;
        }
        if (first.isEmpty() || segment.has(TcpSegment.SYN) || segment.data().isEmpty()) {
            return Octets.EMPTY;
        }
        early.merge(
                Integer.toUnsignedLong(segment.sequence() - first.get()),
                segment.data(),
                (known, again) -> again.length() > known.length() ? again : known);
        Octets fresh = Octets.EMPTY;
        while (!early.isEmpty() && early.firstKey() <= next) {
            long start = early.firstKey();
            Octets data = early.remove(start);
            if (start + data.length() > next) {
                fresh = Octets.concat(fresh, data.from((int) (next - start)));
                next = start + data.length();
            }
        }
        return fresh;
    }
}
