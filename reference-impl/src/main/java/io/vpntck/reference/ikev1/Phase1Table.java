package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.isakmp.NotificationPayload;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The phase 1 exchanges of one tunnel, and what becomes of its IKE SAs when one succeeds.
 *
 * <p>Whoever has begun an exchange deletes the IKE SAs that it renews. Where both sides have begun at once, the exchange
 * of the side that began the tunnel counts, and the other side gives its own one up.
 */
final class Phase1Table {
    private final Ikev1Policy policy;
    private final Entropy entropy;
    private final IkeSas sas;
    private final HalfOpenExchanges halfOpen;
    private Optional<Phase1Exchange> initiating = Optional.empty();
    private List<IkeSa> renewed = List.of();
    private boolean overtaken;

    Phase1Table(Ikev1Policy policy, Entropy entropy, IkeSas sas) {
        this.policy = policy;
        this.entropy = entropy;
        this.sas = sas;
        this.halfOpen = new HalfOpenExchanges(policy.remote(), policy.conduct());
    }

    /**
     * What a main mode message led to.
     *
     * @param up the IKE SA that came of it
     */
    record Outcome(List<Ikev1Effect> effects, Optional<IkeSa> up) {
        static Outcome ignore(String reason) {
            return new Outcome(Ikev1Session.ignored(reason), Optional.empty());
        }
    }

    /** Begins phase 1, unless it is under way. */
    List<Ikev1Effect> initiate(boolean initialContact, Instant now) {
        if (initiating.isPresent()) {
            return List.of();
        }
        Optional<IkeSa> current = sas.current();
        MainModeOpening opening =
                current.map(MainModeOpening::renewing).orElseGet(() -> MainModeOpening.first(policy, initialContact));
        Phase1Exchange exchange = policy.phase1Mode() == Ikev1Policy.Phase1Mode.MAIN
                ? new MainModeInitiator(policy, entropy, opening, now)
                : new AggressiveModeInitiator(policy, entropy, now);
        initiating = Optional.of(exchange);
        renewed = sas.all();
        overtaken = false;
        return List.of(exchange.retransmission().orElseThrow().transmit());
    }

    Outcome receive(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        IsakmpHeader header = message.header();
        if (header.responderCookie().equals(IsakmpHeader.NO_COOKIE)) {
            return onFirst(local, remote, message, now);
        }
        Optional<MainModeResponder> theirs = halfOpen.find(header);
        Optional<ReplyCache> replies = theirs.map(MainModeResponder::replies)
                .or(() -> sas.find(header).map(IkeSa::replies))
                .filter(cache -> cache.knows(message.encode()));
        if (replies.isPresent()) {
            return again(local, remote, replies.get(), message.encode());
        }
        Optional<Phase1Exchange> exchange = initiating
                .filter(own -> own.initiatorCookie().equals(header.initiatorCookie()))
                .or(() -> theirs.map(Phase1Exchange.class::cast));
        if (exchange.isEmpty()) {
            return Outcome.ignore("no main mode with these cookies is under way");
        }
        return consequence(exchange.get(), exchange.get().receive(local, remote, message, now), message, now);
    }

    private Outcome again(UdpEndpoint local, UdpEndpoint remote, ReplyCache replies, Octets message) {
        return new Outcome(replies.again(local, remote, message, policy.conduct()), Optional.empty());
    }

    private Outcome onFirst(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        boolean renewal = !sas.isEmpty() && !policy.conduct().has(Conduct.Departure.REFUSES_RENEWALS);
        if (!policy.role().responds() && !renewal) {
            return Outcome.ignore("this side begins phase 1 itself");
        }
        Optional<MainModeResponder> known = halfOpen.begunBy(message.encode());
        if (known.isPresent()) {
            return again(local, remote, known.get().replies(), message.encode());
        }
        if (sas.has(message.header().initiatorCookie()) || halfOpen.refuses()) {
            return Outcome.ignore("a late copy of message 1, or one too many");
        }
        Optional<MainModeResponder> accepted = MainModeResponder.accept(policy, entropy, message, remote, now);
        if (accepted.isEmpty()) {
            return refuse(local, remote, message);
        }
        halfOpen.add(accepted.get());
        return new Outcome(
                List.of(new Ikev1Effect.Transmit(local, remote, accepted.get().answer())), Optional.empty());
    }

    /** RFC 2408, section 5.4: a notification in clear, and no state. */
    private Outcome refuse(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message) {
        NotificationPayload notification = new NotificationPayload(
                SecurityAssociationPayload.IPSEC_DOI,
                Proposal.ISAKMP,
                Octets.EMPTY,
                NotificationPayload.NO_PROPOSAL_CHOSEN,
                Octets.EMPTY);
        Octets answer = IsakmpMessage.clear(
                        message.header().initiatorCookie(),
                        entropy.next(8),
                        ExchangeType.INFORMATIONAL,
                        IkeSa.messageId(entropy),
                        List.of(notification))
                .encode();
        return new Outcome(
                List.of(
                        new Ikev1Effect.Transmit(local, remote, answer),
                        new Ikev1Effect.Ignored("no phase 1 proposal is one that this side accepts")),
                Optional.empty());
    }

    private Outcome consequence(
            Phase1Exchange exchange, Phase1Exchange.Answer answer, IsakmpMessage message, Instant now) {
        if (answer.refusal().isPresent()) {
            return Outcome.ignore(answer.refusal().get());
        }
        List<Ikev1Effect> effects = new ArrayList<>();
        answer.reply().ifPresent(r -> effects.add(new Ikev1Effect.Transmit(r.from(), r.to(), r.message())));
        if (answer.result().isEmpty()) {
            return new Outcome(effects, Optional.empty());
        }
        IkeSa sa = new IkeSa(answer.result().get(), policy.conduct(), now);
        sa.replies().put(message.encode(), answer.reply().map(Phase1Exchange.Reply::message));
        effects.addAll(establish(exchange, sa, now));
        return new Outcome(effects, Optional.of(sa));
    }

    private List<Ikev1Effect> establish(Phase1Exchange exchange, IkeSa sa, Instant now) {
        Phase1Result result = sa.phase1();
        List<Ikev1Effect> effects = new ArrayList<>(List.of(new Ikev1Effect.Phase1Up(
                result.initiatorCookie(),
                result.responderCookie(),
                result.initiator(),
                result.keys().encryption(),
                result.keys().hash(),
                result.keys().encryptionKey(),
                result.keys().skeyidA())));
        if (!result.initiator() && result.initialContact()) {
            effects.addAll(sas.dropAll("the peer knows of no other"));
        }
        effects.addAll(sas.add(sa, now));
        if (policy.conduct().has(Conduct.Departure.NOTIFIES_IN_CLEAR)) {
            effects.add(inClear(sa));
        }
        if (result.initiator()) {
            initiating = Optional.empty();
            renewed.forEach(old -> sas.retire(old, now));
            if (overtaken) {
                sas.retire(sa, now);
            }
        } else {
            halfOpen.remove(exchange);
            yieldTo(sa, now);
        }
        return effects;
    }

    /** What a faulty side tells its peer without the protection that both have just agreed on. */
    private Ikev1Effect inClear(IkeSa sa) {
        NotificationPayload notification = new NotificationPayload(
                SecurityAssociationPayload.IPSEC_DOI,
                Proposal.ISAKMP,
                sa.cookies(),
                NotificationPayload.INITIAL_CONTACT,
                Octets.EMPTY);
        Octets message = IsakmpMessage.clear(
                        sa.phase1().initiatorCookie(),
                        sa.phase1().responderCookie(),
                        ExchangeType.INFORMATIONAL,
                        IkeSa.messageId(entropy),
                        List.of(notification))
                .encode();
        return new Ikev1Effect.Transmit(sa.local(), sa.remote(), message);
    }

    /** The peer's IKE SA counts where this side never begins a tunnel itself, and both have renewed at once. */
    private void yieldTo(IkeSa theirs, Instant now) {
        if (policy.role().initiates()) {
            return;
        }
        overtaken = true;
        sas.all().stream().filter(sa -> sa != theirs && sa.phase1().initiator()).forEach(sa -> sas.retire(sa, now));
    }

    void abandonAll() {
        initiating = Optional.empty();
        halfOpen.clear();
    }

    List<Ikev1Effect> tick(Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>(retransmit(now));
        halfOpen.tick(now);
        effects.addAll(sas.tick(now));
        if (renewalIsDue(now)) {
            effects.addAll(initiate(false, now));
        }
        return effects;
    }

    private boolean renewalIsDue(Instant now) {
        return sas.current().filter(sa -> !now.isBefore(sa.rekeyAt())).isPresent();
    }

    private List<Ikev1Effect> retransmit(Instant now) {
        Optional<Retransmission> due =
                initiating.flatMap(Phase1Exchange::retransmission).filter(r -> r.isDue(now));
        if (due.isEmpty()) {
            return List.of();
        }
        Optional<Retransmission> again = due.get().again();
        if (policy.conduct().has(Conduct.Departure.REPEATS_NOTHING)) {
            initiating = Optional.empty();
            return initiate(sas.isEmpty(), now);
        }
        if (again.isEmpty()) {
            initiating = Optional.empty();
            return Ikev1Session.ignored("phase 1 given up: no answer");
        }
        initiating.get().retransmission(again.get());
        return List.of(again.get().transmit());
    }

    Optional<Instant> wakeAt() {
        Optional<Instant> repeat =
                initiating.flatMap(Phase1Exchange::retransmission).map(Retransmission::deadline);
        Optional<Instant> renewal =
                sas.current().filter(sa -> initiating.isEmpty()).map(IkeSa::rekeyAt);
        return Stream.of(repeat, renewal, halfOpen.wakeAt(), sas.wakeAt())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
