package io.vpntck.reference.bgp;

import java.util.Optional;
import java.util.Set;

/**
 * What a speaker does otherwise than it ought to: one that is told to commit a fault departs from the rules in this or
 * that.
 */
public record SessionConduct(Set<Departure> departures) {
    public static final SessionConduct PROPER = new SessionConduct(Set.of());

    public SessionConduct {
        departures = Set.copyOf(departures);
    }

    /** One way not to behave as one should. */
    public enum Departure {
        /** Keeps a session over which nothing comes for the hold time. */
        KEEPS_SILENT_SESSIONS,
        /** Sends no KEEPALIVE once it is established. */
        SENDS_NO_KEEPALIVES,
        /** Lets the hold time that it offers hold, and not the lower of both (RFC 4271, section 4.2). */
        KEEPS_OWN_HOLD_TIME,
        /** Takes an OPEN of another AS than the expected one. */
        TAKES_ANY_AS,
        /** Uses routes whose path contains its own AS. */
        USES_LOOPS,
        /** Takes a well-known attribute that it does not know for an optional one (RFC 4271, section 6.3). */
        TAKES_UNKNOWN_WELL_KNOWN,
        /** Ends sessions without a NOTIFICATION. */
        ENDS_WITHOUT_A_WORD,
        /** Says of every error that it is an unspecific one of the message header (RFC 4271, section 6.1). */
        NAMES_NO_ERROR
    }

    public static SessionConduct departing(Departure... departures) {
        return new SessionConduct(Set.of(departures));
    }

    boolean has(Departure departure) {
        return departures.contains(departure);
    }

    /** The NOTIFICATION that ends a session; empty where there is none. */
    Optional<NotificationMessage> farewell(NotificationMessage reason) {
        if (has(Departure.ENDS_WITHOUT_A_WORD)) {
            return Optional.empty();
        }
        return Optional.of(has(Departure.NAMES_NO_ERROR) ? new NotificationMessage(1, 0, reason.data()) : reason);
    }
}
