package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.NotificationPayload;
import io.vpntck.reference.isakmp.PayloadChain;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.OutsideView;
import java.util.List;

/** What the AWS side answers on one tunnel, as far as it can be read. */
final class ChosenAlgorithms {
    private final List<ObservedPacket.Ike> answers;

    ChosenAlgorithms(OutsideView view, Ipv4Address tunnel) {
        this.answers = view.of(ObservedPacket.Ike.class, tunnel).stream()
                .filter(message -> message.source().equals(tunnel))
                .toList();
    }

    /** Every message of the AWS side. */
    List<ObservedPacket.Ike> all() {
        return answers;
    }

    /** The answers of one phase that choose something. */
    List<ObservedPacket.Ike> choices(int phase) {
        ExchangeType exchange = phase == 1 ? ExchangeType.IDENTITY_PROTECTION : ExchangeType.QUICK_MODE;
        return answers.stream()
                .filter(message -> message.message().header().exchange() == exchange.id())
                .filter(message -> message.payloads()
                        .filter(payloads ->
                                payloads.first(SecurityAssociationPayload.class).isPresent())
                        .isPresent())
                .toList();
    }

    /** What such an answer chooses, in words; more than one transform is shown as it is. */
    static String words(ObservedPacket.Ike answer, int phase) {
        List<String> transforms = proposals(answer.payloads().orElseThrow()).stream()
                .flatMap(proposal -> proposal.transforms().stream())
                .map(t -> phase == 1 ? AlgorithmWords.phase1(t) : AlgorithmWords.phase2(t))
                .toList();
        return String.join(" or ", transforms);
    }

    private static List<Proposal> proposals(PayloadChain payloads) {
        return payloads.first(SecurityAssociationPayload.class)
                .map(SecurityAssociationPayload::proposals)
                .orElse(List.of());
    }

    /** Whether a message says NO-PROPOSAL-CHOSEN. */
    static boolean refuses(ObservedPacket.Ike message) {
        return message.message().header().exchange() == ExchangeType.INFORMATIONAL.id()
                && message.payloads()
                        .filter(payloads -> payloads.all(NotificationPayload.class).stream()
                                .anyMatch(n -> n.notifyType() == NotificationPayload.NO_PROPOSAL_CHOSEN))
                        .isPresent();
    }
}
