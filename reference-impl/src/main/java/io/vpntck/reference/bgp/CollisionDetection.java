package io.vpntck.reference.bgp;

import io.vpntck.reference.ip.Ipv4Address;

/**
 * Decides which connection stays when both sides opened one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-6.8">RFC 4271, section 6.8</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6286#section-2.3">RFC 6286, section 2.3</a>
 */
public final class CollisionDetection {
    private CollisionDetection() {}

    /** Which of two connections goes on; the other is closed with Cease, connection collision resolution. */
    public enum Survivor {
        OPENED_HERE,
        OPENED_BY_PEER
    }

    /** The connection stays that the side with the higher identifier opened; of two equal ones, that of the higher AS. */
    public static Survivor survivor(Ipv4Address own, long ownAs, Ipv4Address peer, long peerAs) {
        int order = own.equals(peer) ? Long.compare(ownAs, peerAs) : own.compareTo(peer);
        return order > 0 ? Survivor.OPENED_HERE : Survivor.OPENED_BY_PEER;
    }
}
