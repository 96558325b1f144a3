package io.vpntck.reference.ikev1;

import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a side does of its own accord, beside the values that it negotiates: what is proper for its role, but for the
 * departures that make a faulty peer.
 *
 * <p>The side that begins renews in good time, and comes back when the peer was lost. The other waits, and renews only
 * what the peer has left until shortly before its end.
 *
 * @param otherKeys pre-shared keys that a responder takes where the right one is not the peer's: none, properly
 */
public record Conduct(Ikev1Policy.Role role, Set<Departure> departures, List<Octets> otherKeys) {
    private static final int IN_GOOD_TIME = 90;
    private static final int SHORTLY_BEFORE_THE_END = 98;
    /** Above 100: the lifetime ends first. */
    private static final int NEVER = 1_000;

    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration IMPATIENT = Duration.ofSeconds(60);

    public Conduct {
        departures = Set.copyOf(departures);
        otherKeys = List.copyOf(otherKeys);
    }

    /** One that takes the right key only. */
    public Conduct(Ikev1Policy.Role role, Set<Departure> departures) {
        this(role, departures, List.of());
    }

    /** The same, but for other keys that it takes. */
    public Conduct taking(List<Octets> keys) {
        return new Conduct(role, departures, keys);
    }

    /** One way not to behave as one should. */
    public enum Departure {
        /** Renews no SA. */
        RENEWS_NOTHING,
        /** Does not answer when the peer begins an exchange. */
        REFUSES_RENEWALS,
        /** Where both sides renew phase 2 at once, goes on with both exchanges. */
        TAKES_BOTH_RENEWALS,
        /** Goes on with SAs whose lifetime is over. */
        KEEPS_EXPIRED_SAS,
        /** Does not begin again when the peer was lost, where it should; {@link #BEGINS_AFTER_LOSS} where not. */
        GIVES_UP_AFTER_LOSS,
        BEGINS_AFTER_LOSS,
        /** Sends messages of other versions and exchanges back to where they came from. */
        ANSWERS_ANYTHING,
        /** Takes quick modes whose hash is wrong. */
        TAKES_ANY_HASH,
        /** Begins main mode anew instead of repeating a message. */
        REPEATS_NOTHING,
        /** Answers a copy of a message twice. */
        ANSWERS_COPIES_TWICE,
        /** Takes no first message while too many main modes are half open. */
        REFUSES_WHEN_FULL,
        /** Offers ESP in transport mode. */
        OFFERS_TRANSPORT_MODE,
        /** Closes SAs without a Delete. */
        CLOSES_SILENTLY,
        /** Goes on with SAs that the peer has deleted. */
        IGNORES_DELETES,
        /** Sends a notification in clear once phase 1 is over. */
        NOTIFIES_IN_CLEAR,
        /** Sends no NAT keepalives (RFC 3948, section 4). */
        SENDS_NO_NAT_KEEPALIVES,
        /** Sends ESP to the peer's first port, whatever port its ESP comes from. */
        KEEPS_FIRST_PORT,
        /** Knows nothing of RFC 3706. */
        NO_DEAD_PEER_DETECTION,
        /** Answers R-U-THERE with the number after the one asked. */
        WRONG_ACKNOWLEDGEMENTS,
        /** Sends through the oldest pair of ESP SAs as long as there is one. */
        SENDS_ON_OLDEST,
        /** Takes a tunnel down that has been up for a minute, whatever goes through it. */
        DROPS_LIVE_TUNNELS,
        /** Takes a tunnel down after ten seconds without traffic, and raises it again itself. */
        RAISES_IDLE_TUNNELS
    }

    /**
     * How idleness ends a tunnel.
     *
     * @param countsTraffic whether packets of the peer keep the tunnel
     * @param beginsAgain whether this side raises the tunnel again
     */
    record Idle(Duration after, boolean countsTraffic, boolean beginsAgain) {}

    /** What a side of this role should do. */
    public static Conduct proper(Ikev1Policy.Role role) {
        return new Conduct(role, Set.of());
    }

    boolean has(Departure departure) {
        return departures.contains(departure);
    }

    /** When an SA of this lifetime is renewed, counted from its beginning. */
    Duration renewAfter(Duration lifetime) {
        int percent = SHORTLY_BEFORE_THE_END;
        if (has(Departure.RENEWS_NOTHING)) {
            percent = NEVER;
        } else if (role == Ikev1Policy.Role.INITIATOR) {
            percent = IN_GOOD_TIME;
        }
        return lifetime.multipliedBy(percent).dividedBy(100);
    }

    /** How long an SA of this lifetime is used. */
    Duration useFor(Duration lifetime) {
        return has(Departure.KEEPS_EXPIRED_SAS) ? lifetime.multipliedBy(NEVER) : lifetime;
    }

    /** Whether this side begins again, until it succeeds, once a dead peer has cost it its SAs. */
    boolean revives() {
        return role == Ikev1Policy.Role.INITIATOR
                ? !has(Departure.GIVES_UP_AFTER_LOSS)
                : has(Departure.BEGINS_AFTER_LOSS);
    }

    /** Empty where a tunnel may be idle for ever. */
    Optional<Idle> idle() {
        if (has(Departure.DROPS_LIVE_TUNNELS)) {
            return Optional.of(new Idle(IMPATIENT, false, false));
        }
        return has(Departure.RAISES_IDLE_TUNNELS) ? Optional.of(new Idle(IDLE, true, true)) : Optional.empty();
    }

    /** Whether outbound traffic stays with the oldest pair. */
    public boolean sendsOnOldest() {
        return has(Departure.SENDS_ON_OLDEST);
    }

    /** Whether ESP goes where the peer's authentic ESP comes from. */
    public boolean followsPorts() {
        return !has(Departure.KEEPS_FIRST_PORT);
    }
}
