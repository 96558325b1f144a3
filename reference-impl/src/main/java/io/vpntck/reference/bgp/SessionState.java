package io.vpntck.reference.bgp;

import io.vpntck.reference.bgp.SessionConduct.Departure;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a session stands, and its deadlines.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-8.2.2">RFC 4271, section 8.2.2</a>
 */
public sealed interface SessionState {

    /** When time alone next changes something. */
    default Optional<Instant> wakeAt() {
        return Optional.empty();
    }

    /** Whether time alone changes something at {@code now}. */
    default boolean due(Instant now) {
        return wakeAt().filter(at -> !now.isBefore(at)).isPresent();
    }

    /** Whether there is a connection, and an OPEN was sent over it. */
    default boolean hasConnection() {
        return false;
    }

    /** Both sides have sent an OPEN. */
    sealed interface Talking extends SessionState {
        Negotiated session();

        Timers timers();

        Talking with(Timers timers);

        @Override
        default boolean hasConnection() {
            return true;
        }

        @Override
        default Optional<Instant> wakeAt() {
            return timers().wakeAt();
        }

        /** RFC 4271, section 8.2.2: each KEEPALIVE and UPDATE of the peer restarts the hold timer, where it runs. */
        default Talking heard(Instant now) {
            return with(timers().heard(session(), now));
        }

        /** RFC 4271, section 8.2.2: each KEEPALIVE and UPDATE that is sent restarts the keepalive timer, where it runs. */
        default Talking told(Instant now) {
            return with(timers().told(session(), now));
        }
    }

    /** @param restartAt empty for a session that somebody has to start */
    record Idle(Optional<Instant> restartAt) implements SessionState {
        @Override
        public Optional<Instant> wakeAt() {
            return restartAt;
        }
    }

    /** The own connection is being opened. */
    record Connect(Instant retryAt) implements SessionState {
        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(retryAt);
        }
    }

    /** Waits for the peer to connect; an active side tries again at {@code retryAt}. */
    record Active(Optional<Instant> retryAt) implements SessionState {
        @Override
        public Optional<Instant> wakeAt() {
            return retryAt;
        }
    }

    record OpenSent(Instant holdUntil) implements SessionState {
        @Override
        public boolean hasConnection() {
            return true;
        }

        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(holdUntil);
        }
    }

    record OpenConfirm(Negotiated session, Timers timers) implements Talking {
        @Override
        public OpenConfirm with(Timers other) {
            return new OpenConfirm(session, other);
        }
    }

    record Established(Negotiated session, Timers timers) implements Talking {
        @Override
        public Established with(Timers other) {
            return new Established(session, other);
        }
    }

    /** HoldTimer and KeepaliveTimer; neither runs in a session of hold time zero. */
    record Timers(Optional<Instant> holdUntil, Optional<Instant> keepaliveAt) {

        static Timers started(Negotiated session, SessionConduct conduct, Instant now) {
            boolean run = !session.holdTime().isZero();
            return new Timers(
                    Optional.of(now.plus(session.holdTime()))
                            .filter(at -> run && !conduct.has(Departure.KEEPS_SILENT_SESSIONS)),
                    Optional.of(now.plus(session.keepaliveInterval()))
                            .filter(at -> run && !conduct.has(Departure.SENDS_NO_KEEPALIVES)));
        }

        Timers heard(Negotiated session, Instant now) {
            return new Timers(holdUntil.map(at -> now.plus(session.holdTime())), keepaliveAt);
        }

        Timers told(Negotiated session, Instant now) {
            return new Timers(holdUntil, keepaliveAt.map(at -> now.plus(session.keepaliveInterval())));
        }

        boolean expired(Instant now) {
            return holdUntil.filter(at -> !now.isBefore(at)).isPresent();
        }

        Optional<Instant> wakeAt() {
            return Stream.concat(holdUntil.stream(), keepaliveAt.stream()).min(Instant::compareTo);
        }
    }
}
