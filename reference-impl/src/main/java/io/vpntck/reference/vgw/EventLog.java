package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.AwsSideEvent;
import io.vpntck.reference.lab.DropReason;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What happened inside the AWS side, in order, and how many packets were dropped for each reason.
 *
 * <p>Of the events the newest are kept: whoever sends packets without end must not fill the memory.
 */
final class EventLog {
    static final int MOST_EVENTS = 10_000;

    private final Deque<AwsSideEvent> events = new ArrayDeque<>();
    private final Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);

    void note(Instant now, String kind, String detail) {
        events.add(new AwsSideEvent(now, kind, detail));
        if (events.size() > MOST_EVENTS) {
            events.remove();
        }
    }

    void dropped(Instant now, DropReason reason, String detail) {
        drops.merge(reason, 1L, Long::sum);
        note(now, "dropped", detail);
    }

    void dropped(Instant now, DropReason reason, Ipv4Packet packet, String detail) {
        dropped(now, reason, packet.source() + " to " + packet.destination() + ": " + detail);
    }

    List<AwsSideEvent> events() {
        return List.copyOf(events);
    }

    Map<DropReason, Long> drops() {
        return Map.copyOf(drops);
    }
}
