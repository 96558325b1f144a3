package io.vpntck.reference.ec2;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The states of a resource under the testbed's clock: pending, available, deleting, deleted; a deleted one stays
 * visible for an hour.
 *
 * @param settles how long it stays pending, and later deleting
 */
record Lifecycle(Instant created, Duration settles, Optional<Instant> deleteRequested) {
    private static final Duration VISIBLE = Duration.ofHours(1);

    static Lifecycle begin(Instant now, Duration settles) {
        return new Lifecycle(now, settles, Optional.empty());
    }

    Lifecycle delete(Instant now) {
        return deleteRequested.isPresent() ? this : new Lifecycle(created, settles, Optional.of(now));
    }

    String state(Instant now) {
        if (deleteRequested.isPresent()) {
            return now.isBefore(deleteRequested.get().plus(settles)) ? "deleting" : "deleted";
        }
        return now.isBefore(created.plus(settles)) ? "pending" : "available";
    }

    /** Neither deleting nor deleted. */
    boolean exists() {
        return deleteRequested.isEmpty();
    }

    boolean isVisible(Instant now) {
        return deleteRequested.map(at -> now.isBefore(at.plus(VISIBLE))).orElse(true);
    }
}
