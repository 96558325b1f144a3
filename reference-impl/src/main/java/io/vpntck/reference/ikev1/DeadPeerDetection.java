package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.isakmp.NotificationPayload;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The liveness of one peer: after an interval of silence it is asked, once in each interval, and is dead when as many
 * questions as allowed have gone unanswered. Any authentic packet is an answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3706#section-5">RFC 3706, section 5</a>
 */
final class DeadPeerDetection {
    private final Duration interval;
    private final int retries;
    private Instant lastSign;
    private Instant lastQuestion = Instant.MIN;
    private int unanswered;
    private long sequence;

    DeadPeerDetection(Duration interval, int retries, Entropy entropy, Instant now) {
        this.interval = interval;
        this.retries = retries;
        this.lastSign = now;
        Octets start = entropy.next(4);
        // RFC 3706, section 6.2: a random start without the highest bit.
        this.sequence = (start.at(0) & 0x7fL) << 24 | start.at(1) << 16 | start.at(2) << 8 | start.at(3);
    }

    void heard(Instant now) {
        lastSign = now;
        unanswered = 0;
    }

    Instant wakeAt() {
        return (unanswered == 0 ? lastSign : lastQuestion).plus(interval);
    }

    boolean isDead(Instant now) {
        return unanswered >= retries && !now.isBefore(wakeAt());
    }

    /** The next R-U-THERE, with a number of its own. */
    NotificationPayload ask(IkeSa ikeSa, Instant now) {
        unanswered++;
        lastQuestion = now;
        sequence++;
        return payload(ikeSa, NotificationPayload.R_U_THERE, number(sequence));
    }

    /** RFC 3706, section 6.2: only the cookies of the SA, and the number of a question that is open, are an answer. */
    boolean isAnswer(IkeSa ikeSa, NotificationPayload acknowledgement) {
        if (!acknowledgement.spi().equals(ikeSa.cookies())
                || acknowledgement.data().length() != 4) {
            return false;
        }
        for (int back = 0; back < unanswered; back++) {
            if (acknowledgement.data().equals(number(sequence - back))) {
                return true;
            }
        }
        return false;
    }

    private static Octets number(long sequence) {
        return new OctetWriter(4).uint32(sequence & 0xffff_ffffL).toOctets();
    }

    /** The answer to a question; empty where it does not name this SA, or has no number. */
    static Optional<NotificationPayload> acknowledge(IkeSa ikeSa, NotificationPayload question, Conduct conduct) {
        if (!question.spi().equals(ikeSa.cookies())
                || question.data().length() != 4
                || conduct.has(Conduct.Departure.NO_DEAD_PEER_DETECTION)) {
            return Optional.empty();
        }
        Octets data = question.data();
        if (conduct.has(Conduct.Departure.WRONG_ACKNOWLEDGEMENTS)) {
            data = number(((long) data.at(0) << 24 | data.at(1) << 16 | data.at(2) << 8 | data.at(3)) + 1);
        }
        return Optional.of(payload(ikeSa, NotificationPayload.R_U_THERE_ACK, data));
    }

    private static NotificationPayload payload(IkeSa ikeSa, int notifyType, Octets data) {
        return new NotificationPayload(SecurityAssociationPayload.IPSEC_DOI, 1, ikeSa.cookies(), notifyType, data);
    }
}
