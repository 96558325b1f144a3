package io.vpntck.steps.dataplane;

import java.time.Instant;

/** When something happened to the path of a scenario, for steps that look at what came before or after. */
public final class NatEvents {
    private Instant disturbed = Instant.MAX;
    private Instant resumed = Instant.MAX;

    void disturbed(Instant time) {
        disturbed = time;
    }

    void resumed(Instant time) {
        resumed = time;
    }

    /** When the NAT device forgot, or the idle time began. */
    Instant disturbed() {
        return disturbed;
    }

    /** When there was traffic again. */
    Instant resumed() {
        return resumed;
    }
}
