package io.vpntck.reference.bgp;

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
        public Optional<Instant> wakeAt() {
            return Optional.of(holdUntil);
        }
    }

    record OpenConfirm(Negotiated session, Timers timers) implements SessionState {
        @Override
        public Optional<Instant> wakeAt() {
            return timers.wakeAt();
        }
    }

    record Established(Negotiated session, Timers timers) implements SessionState {
        @Override
        public Optional<Instant> wakeAt() {
            return timers.wakeAt();
        }
    }

    /** HoldTimer and KeepaliveTimer; neither runs in a session of hold time zero. */
    record Timers(Optional<Instant> holdUntil, Optional<Instant> keepaliveAt) {
        static Timers started(Negotiated session, Instant now) {
            return session.holdTime().isZero()
                    ? new Timers(Optional.empty(), Optional.empty())
                    : new Timers(
                            Optional.of(now.plus(session.holdTime())),
                            Optional.of(now.plus(session.keepaliveInterval())));
        }

        Timers heard(Negotiated session, Instant now) {
            return new Timers(started(session, now).holdUntil(), keepaliveAt);
        }

        Timers sent(Negotiated session, Instant now) {
            return new Timers(holdUntil, started(session, now).keepaliveAt());
        }

        Timers withoutHold() {
            return new Timers(Optional.empty(), keepaliveAt);
        }

        Timers withoutKeepalive() {
            return new Timers(holdUntil, Optional.empty());
        }

        Optional<Instant> wakeAt() {
            return Stream.concat(holdUntil.stream(), keepaliveAt.stream()).min(Instant::compareTo);
        }
    }
}
