package io.vpntck.reference.simulation;

import java.time.Duration;

/**
 * How a segment treats packets.
 *
 * @param delay the least time from one end to the other
 * @param jitter the most that is added to it, evenly distributed; above zero, packets may overtake each other
 * @param loss the share of packets that never arrive, 0 to 1
 * @param duplication the share of packets that arrive twice, 0 to 1
 */
public record Conditions(Duration delay, Duration jitter, double loss, double duplication) {

    /** Ten milliseconds, nothing lost, nothing out of order. */
    public static final Conditions GOOD = new Conditions(Duration.ofMillis(10), Duration.ZERO, 0, 0);

    public Conditions {
        if (delay.isNegative() || jitter.isNegative()) {
            throw new IllegalArgumentException("delay " + delay + " and jitter " + jitter + " cannot be negative");
        }
        if (!(loss >= 0 && loss <= 1 && duplication >= 0 && duplication <= 1)) {
            throw new IllegalArgumentException("loss " + loss + " and duplication " + duplication + " go from 0 to 1");
        }
    }
}
