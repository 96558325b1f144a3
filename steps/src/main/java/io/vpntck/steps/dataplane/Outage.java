package io.vpntck.steps.dataplane;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From the first thing that takes connectivity away to the first answer afterwards. */
public final class Outage {
    private Instant begun = Instant.MIN;
    private Optional<Instant> ended = Optional.empty();

    void begins(Instant moment) {
        begun = moment;
    }

    void ends(Instant moment) {
        ended = Optional.of(moment);
    }

    Instant begun() {
        return begun;
    }

    /** Empty while it lasts. */
    Optional<Duration> length() {
        return ended.map(end -> Duration.between(begun, end));
    }
}
