package io.vpntck.reference.vgw;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Notes which tunnel carries what a VPC sends over a connection, each time that it becomes another. */
final class EgressNotes {
    private final EventLog events;
    private final Map<String, AwsTunnel> last = new HashMap<>();

    EgressNotes(EventLog events) {
        this.events = events;
    }

    void through(AwsTunnel tunnel, Instant now) {
        if (last.put(tunnel.endpoint().connectionId(), tunnel) != tunnel) {
            events.note(
                    now,
                    "egress",
                    tunnel.endpoint().connectionId() + " through "
                            + tunnel.endpoint().outsideAddress());
        }
    }
}
