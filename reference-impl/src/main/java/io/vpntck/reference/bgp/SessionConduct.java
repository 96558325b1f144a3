package io.vpntck.reference.bgp;

/**
 * What a speaker does of what it ought to: a gateway that is told to commit a fault leaves something out.
 *
 * @param endsAtHoldTime ends a session over which nothing came for the hold time
 * @param sendsKeepalives shows that it lives once it is established
 * @param checksPeerAs refuses an OPEN of another AS than the expected one
 * @param detectsLoops does not use routes whose path contains its own AS
 */
public record SessionConduct(
        boolean endsAtHoldTime, boolean sendsKeepalives, boolean checksPeerAs, boolean detectsLoops) {
    public static final SessionConduct PROPER = new SessionConduct(true, true, true, true);
}
