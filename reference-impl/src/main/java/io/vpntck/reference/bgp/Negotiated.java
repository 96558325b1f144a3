package io.vpntck.reference.bgp;

import io.vpntck.reference.bgp.SessionConduct.Departure;
import java.time.Duration;

/**
 * What two OPEN messages came to.
 *
 * @param holdTime the lower of the two; zero for a session without keepalives
 * @param width of AS numbers in UPDATE messages
 */
public record Negotiated(OpenMessage peer, Duration holdTime, AsWidth width) {

    /** RFC 4271, section 4.4: a third of the hold time. */
    Duration keepaliveInterval() {
        return holdTime.dividedBy(3);
    }

    /**
     * Judges the peer's OPEN.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4271#section-6.2">RFC 4271, section 6.2</a>
     */
    static Negotiated of(OpenMessage peer, SessionSettings own) throws BgpException {
        boolean fourOctets = own.fourOctetAs() && peer.hasFourOctetAs();
        // A speaker without four octets sees the number of the header alone, AS_TRANS for a longer one.
        long as = own.fourOctetAs() ? peer.as() : peer.myAs();
        long expected = own.fourOctetAs() || AsWidth.TWO.holds(own.sides().peerAs())
                ? own.sides().peerAs()
                : AsWidth.AS_TRANS;
        if (!own.conduct().has(Departure.TAKES_ANY_AS) && as != expected || as == 0) {
            throw ErrorCode.BAD_PEER_AS.because("AS " + as + " instead of " + expected);
        }
        // RFC 6286, section 2.2: zero is none; the same as the own one is wrong inside one AS only.
        boolean same = peer.identifier().equals(own.sides().identifier())
                && as == own.sides().localAs();
        if (peer.identifier().bits() == 0 || same) {
            throw ErrorCode.BAD_BGP_IDENTIFIER.because("identifier " + peer.identifier());
        }
        if (peer.holdTime() == 1 || peer.holdTime() == 2) {
            throw ErrorCode.UNACCEPTABLE_HOLD_TIME.because("hold time " + peer.holdTime());
        }
        int holdTime = own.conduct().has(Departure.KEEPS_OWN_HOLD_TIME)
                ? own.times().hold()
                : Math.min(peer.holdTime(), own.times().hold());
        return new Negotiated(peer, Duration.ofSeconds(holdTime), fourOctets ? AsWidth.FOUR : AsWidth.TWO);
    }
}
