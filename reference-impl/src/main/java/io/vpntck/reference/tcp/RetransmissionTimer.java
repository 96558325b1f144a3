package io.vpntck.reference.tcp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long to wait for an acknowledgment, learned from those that came.
 *
 * <p>One segment at a time is measured, and none that was sent twice (Karn's algorithm).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6298#section-2">RFC 6298, section 2</a>
 */
final class RetransmissionTimer {
    /** RFC 6298, rules 2.1, 2.4 and 2.5. */
    static final Duration FIRST = Duration.ofSeconds(1);

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(60);

    private Duration estimate = FIRST;
    /** The estimate, or twice as much for each time that it ran out since the last acknowledgment. */
    private Duration timeout = FIRST;

    private Optional<Duration> smoothed = Optional.empty();
    private Duration variation = Duration.ZERO;
    private Optional<Instant> deadline = Optional.empty();
    private Optional<Instant> since = Optional.empty();
    private boolean measuring;
    private int measured;
    private Instant measuredFrom = Instant.MIN;

    /** Something was sent that asks for an acknowledgment up to {@code end}. */
    void sent(int end, boolean again, Instant now) {
        if (again) {
            measuring = false;
        } else if (!measuring) {
            measuring = true;
            measured = end;
            measuredFrom = now;
        }
        if (deadline.isEmpty()) {
            restart(now);
            since = Optional.of(now);
        }
    }

    /** New octets were acknowledged; {@code more} of them are still out. */
    void acknowledged(int acknowledgment, boolean more, Instant now) {
        if (measuring && !Sequence.before(acknowledgment, measured)) {
            measuring = false;
            learn(Duration.between(measuredFrom, now));
        }
        timeout = estimate;
        deadline = Optional.empty();
        since = Optional.empty();
        if (more) {
            restart(now);
            since = Optional.of(now);
        }
    }

    /** The peer is there, though it acknowledges nothing new: its window is closed. */
    void heard(Instant now) {
        since = since.map(s -> now);
    }

    private void learn(Duration roundTrip) {
        if (smoothed.isEmpty()) {
            smoothed = Optional.of(roundTrip);
            variation = roundTrip.dividedBy(2);
        } else {
            Duration difference = smoothed.get().minus(roundTrip).abs();
            variation = variation.multipliedBy(3).plus(difference).dividedBy(4);
            smoothed =
                    Optional.of(smoothed.get().multipliedBy(7).plus(roundTrip).dividedBy(8));
        }
        estimate = within(smoothed.get().plus(variation.multipliedBy(4)));
    }

    private static Duration within(Duration value) {
        return value.compareTo(LEAST) < 0 ? LEAST : value.compareTo(MOST) > 0 ? MOST : value;
    }

    /** The deadline has passed: the next one is twice as far. */
    void backOff(Instant now) {
        timeout = within(timeout.multipliedBy(2));
        restart(now);
    }

    private void restart(Instant now) {
        deadline = Optional.of(now.plus(timeout));
    }

    boolean isDue(Instant now) {
        return deadline.filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Whether nothing was acknowledged for so long. */
    boolean unheardFor(Duration limit, Instant now) {
        return since.filter(s -> !s.plus(limit).isAfter(now)).isPresent();
    }

    Optional<Instant> deadline() {
        return deadline;
    }

    void stop() {
        deadline = Optional.empty();
        since = Optional.empty();
        measuring = false;
    }
}
