package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.isakmp.NotificationPayload;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;

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
        return payload(
                ikeSa,
                NotificationPayload.R_U_THERE,
                new OctetWriter(4).uint32(sequence & 0xffff_ffffL).toOctets());
    }

    static NotificationPayload acknowledge(IkeSa ikeSa, NotificationPayload question) {
        return payload(ikeSa, NotificationPayload.R_U_THERE_ACK, question.data());
    }

    private static NotificationPayload payload(IkeSa ikeSa, int notifyType, Octets data) {
        return new NotificationPayload(SecurityAssociationPayload.IPSEC_DOI, 1, ikeSa.cookies(), notifyType, data);
    }
}
