package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.isakmp.DeletePayload;
import io.vpntck.reference.isakmp.HashPayload;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.NotificationPayload;
import io.vpntck.reference.isakmp.Payload;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Notifications and deletes under an IKE SA, each authenticated by HASH(1), each with a message id of its own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#section-5.7">RFC 2409, section 5.7</a>
 */
final class InformationalExchange {
    private static final int FIRST_STATUS = 16384;

    private final Ikev1Policy policy;
    private final IkeSas sas;
    private final Phase2Table phase2;
    private final Liveness liveness;
    private final Entropy entropy;

    InformationalExchange(Ikev1Policy policy, IkeSas sas, Phase2Table phase2, Liveness liveness, Entropy entropy) {
        this.policy = policy;
        this.sas = sas;
        this.phase2 = phase2;
        this.liveness = liveness;
        this.entropy = entropy;
    }

    Ikev1Session.Protected receive(IkeSa sa, IsakmpMessage message, Instant now) throws MalformedMessageException {
        int messageId = message.header().messageId();
        if (sa.messageIds().contains(messageId)) {
            return Ikev1Session.Protected.ignore("an informational message with a message id of the past");
        }
        PayloadChain payloads = sa.chain(messageId)
                .open(message.header().nextPayload(), message.body())
                .payloads();
        if (payloads.payloads().isEmpty() || !(payloads.payloads().get(0) instanceof HashPayload hash)) {
            return Ikev1Session.Protected.ignore("an informational message does not begin with a hash");
        }
        List<Payload> behind =
                payloads.payloads().subList(1, payloads.payloads().size());
        if (!hash.data().equals(sa.hash(IkeSa.octets(messageId), IkeSa.encoded(behind)))) {
            return Ikev1Session.Protected.ignore("HASH(1) of an informational message does not match");
        }
        return authentic(sa, payloads, now);
    }

    private Ikev1Session.Protected authentic(IkeSa sa, PayloadChain payloads, Instant now) {
        Optional<Octets> reply = Optional.empty();
        boolean life = true;
        List<Ikev1Effect> effects = new ArrayList<>();
        for (NotificationPayload notification : payloads.all(NotificationPayload.class)) {
            if (notification.notifyType() == NotificationPayload.R_U_THERE) {
                reply = DeadPeerDetection.acknowledge(sa, notification, policy.conduct())
                        .map(answer ->
                                sa.informational(entropy, List.of(answer)).message());
                life = notification.spi().equals(sa.cookies());
            } else if (notification.notifyType() == NotificationPayload.R_U_THERE_ACK) {
                life = liveness.isAnswer(sa, notification);
            } else if (notification.notifyType() < FIRST_STATUS) {
                phase2.abandonInitiated();
                effects.add(new Ikev1Effect.Ignored("the peer refuses: notify type " + notification.notifyType()));
            }
        }
        for (DeletePayload delete : payloads.all(DeletePayload.class)) {
            effects.addAll(deleted(sa, delete, now));
        }
        return new Ikev1Session.Protected(true, life, reply, effects);
    }

    private List<Ikev1Effect> deleted(IkeSa sa, DeletePayload delete, Instant now) {
        if (policy.conduct().has(Conduct.Departure.IGNORES_DELETES)) {
            return Ikev1Session.ignored("a Delete");
        }
        if (delete.protocol() == Proposal.ESP) {
            return phase2.pairs().deletedByPeer(delete.spis());
        }
        if (delete.protocol() == Proposal.ISAKMP && delete.spis().contains(sa.cookies())) {
            return sas.drop(sa, "deleted by the peer", now);
        }
        return Ikev1Session.ignored("a Delete that names no SA of this tunnel");
    }
}
