package io.vpntck.reference.bgp;

import java.util.Optional;

/**
 * What a speaker does of what it ought to: a gateway that is told to commit a fault leaves something out.
 *
 * @param endsAtHoldTime ends a session over which nothing came for the hold time
 * @param sendsKeepalives shows that it lives once it is established
 * @param checksPeerAs refuses an OPEN of another AS than the expected one
 * @param detectsLoops does not use routes whose path contains its own AS
 * @param farewell what it says when it ends a session
 */
public record SessionConduct(
        boolean endsAtHoldTime,
        boolean sendsKeepalives,
        boolean checksPeerAs,
        boolean detectsLoops,
        Farewell farewell) {
    public static final SessionConduct PROPER = new SessionConduct(true, true, true, true);

    /** The NOTIFICATION that ends a session. */
    public enum Farewell {
        /** Names the error. */
        REASON,
        /** Names an unspecific error of the message header (RFC 4271, section 6.1), whatever it was. */
        ALWAYS_THE_SAME,
        /** There is none. */
        NOTHING;

        Optional<NotificationMessage> of(NotificationMessage reason) {
            return switch (this) {
                case REASON -> Optional.of(reason);
                case ALWAYS_THE_SAME -> Optional.of(new NotificationMessage(1, 0, reason.data()));
                case NOTHING -> Optional.empty();
            };
        }
    }

    /** One that names the error when it ends a session. */
    public SessionConduct(boolean endsAtHoldTime, boolean sendsKeepalives, boolean checksPeerAs, boolean detectsLoops) {
        this(endsAtHoldTime, sendsKeepalives, checksPeerAs, detectsLoops, Farewell.REASON);
    }

    public SessionConduct with(Farewell other) {
        return new SessionConduct(endsAtHoldTime, sendsKeepalives, checksPeerAs, detectsLoops, other);
    }
}
