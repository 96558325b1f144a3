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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The IKE SAs of one tunnel, the newest last, and the phase 1 exchanges under way.
 *
 * <p>As a responder it keeps a bounded number of half-open exchanges and forgets the oldest; what an initiator does not
 * finish within {@link #HALF_OPEN_LIFE} is forgotten too.
 */
final class Phase1Table {
    private static final int MOST_HALF_OPEN = 8;
    private static final Duration HALF_OPEN_LIFE = Duration.ofSeconds(60);
    private static final Duration KEEPALIVE_INTERVAL = Duration.ofSeconds(20);

    private final Ikev1Policy policy;
    private final Entropy entropy;
    private final List<IkeSa> established = new ArrayList<>();
    private final List<MainModeResponder> halfOpen = new ArrayList<>();
    private Optional<Phase1Exchange> initiating = Optional.empty();
    private Optional<DeadPeerDetection> dpd = Optional.empty();
    private Optional<Instant> keepaliveAt = Optional.empty();

    Phase1Table(Ikev1Policy policy, Entropy entropy) {
        this.policy = policy;
        this.entropy = entropy;
    }

    /** What a main mode message led to; {@code up} when an IKE SA came of it. */
    record Outcome(List<Ikev1Effect> effects, Optional<Octets> reply, boolean up) {
        static Outcome ignore(String reason) {
            return new Outcome(Ikev1Session.ignored(reason), Optional.empty(), false);
        }
    }

    /** The newest IKE SA. */
    Optional<IkeSa> current() {
        return established.isEmpty() ? Optional.empty() : Optional.of(established.get(established.size() - 1));
    }

    List<IkeSa> all() {
        return List.copyOf(established);
    }

    Optional<IkeSa> find(IsakmpHeader header) {
        return established.stream().filter(sa -> sa.owns(header)).findFirst();
    }

    List<Ikev1Effect> initiate(Instant now) {
        if (initiating.isPresent() || !policy.role().initiates()) {
            return List.of();
        }
        Phase1Exchange exchange = policy.phase1Mode() == Ikev1Policy.Phase1Mode.MAIN
                ? new MainModeInitiator(policy, entropy, established.isEmpty(), now)
                : new AggressiveModeInitiator(policy, entropy, now);
        initiating = Optional.of(exchange);
        return List.of(exchange.retransmission().orElseThrow().transmit());
    }

    Outcome receive(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        IsakmpHeader header = message.header();
        if (header.responderCookie().equals(IsakmpHeader.NO_COOKIE)) {
            return open(local, remote, message, now);
        }
        Optional<Phase1Exchange> exchange = initiating
                .filter(i -> i.initiatorCookie().equals(header.initiatorCookie()))
                .or(() -> halfOpen.stream()
                        .filter(h -> h.initiatorCookie().equals(header.initiatorCookie())
                                && h.responderCookie().equals(header.responderCookie()))
                        .map(Phase1Exchange.class::cast)
                        .findFirst());
        if (exchange.isEmpty()) {
            return Outcome.ignore("no main mode with these cookies is under way");
        }
        return consequence(exchange.get(), exchange.get().receive(local, remote, message, now), now);
    }

    private Outcome open(UdpEndpoint local, UdpEndpoint remote, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        if (!policy.role().responds()) {
            return Outcome.ignore("this side begins phase 1 itself");
        }
        Optional<MainModeResponder> accepted = MainModeResponder.accept(policy, entropy, message, now);
        if (accepted.isEmpty()) {
            return refuse(local, remote, message);
        }
        halfOpen.add(accepted.get());
        if (halfOpen.size() > MOST_HALF_OPEN) {
            halfOpen.remove(0);
        }
        Octets answer = accepted.get().answer();
        return new Outcome(List.of(new Ikev1Effect.Transmit(local, remote, answer)), Optional.of(answer), false);
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
                Optional.empty(),
                false);
    }

    private Outcome consequence(Phase1Exchange exchange, Phase1Exchange.Answer answer, Instant now) {
        if (answer.refusal().isPresent()) {
            return Outcome.ignore(answer.refusal().get());
        }
        List<Ikev1Effect> effects = new ArrayList<>();
        answer.reply().ifPresent(r -> effects.add(new Ikev1Effect.Transmit(r.from(), r.to(), r.message())));
        answer.result().ifPresent(result -> effects.addAll(establish(exchange, result, now)));
        return new Outcome(
                effects,
                answer.reply().map(Phase1Exchange.Reply::message),
                answer.result().isPresent());
    }

    private List<Ikev1Effect> establish(Phase1Exchange exchange, Phase1Result result, Instant now) {
        initiating = initiating.filter(i -> i != exchange);
        halfOpen.removeIf(h -> h == exchange);
        IkeSa sa = new IkeSa(result, now);
        List<IkeSa> older = List.copyOf(established);
        established.add(sa);
        if (result.peerKnowsDpd()) {
            dpd = Optional.of(new DeadPeerDetection(policy.dpdInterval(), policy.dpdRetries(), entropy, now));
        }
        if (result.nat().thisSideBehindNat()) {
            keepaliveAt = Optional.of(now.plus(KEEPALIVE_INTERVAL));
        }
        List<Ikev1Effect> effects = new ArrayList<>();
        effects.add(new Ikev1Effect.Phase1Up(
                result.initiatorCookie(),
                result.responderCookie(),
                result.initiator(),
                result.keys().encryption(),
                result.keys().hash(),
                result.keys().encryptionKey(),
                result.keys().skeyidA()));
        if (result.initiator()) {
            for (IkeSa old : older) {
                effects.add(old.informational(entropy, List.of(Ikev1Session.delete(old))));
                effects.add(drop(old, "replaced"));
            }
        }
        return effects;
    }

    Ikev1Effect drop(IkeSa sa, String reason) {
        established.remove(sa);
        if (established.isEmpty()) {
            dpd = Optional.empty();
            keepaliveAt = Optional.empty();
        }
        return new Ikev1Effect.Phase1Down(
                sa.phase1().initiatorCookie(), sa.phase1().responderCookie(), reason);
    }

    List<Ikev1Effect> dropAll(String reason) {
        initiating = Optional.empty();
        halfOpen.clear();
        return all().stream().map(sa -> drop(sa, reason)).toList();
    }

    void heard(Instant now) {
        dpd.ifPresent(d -> d.heard(now));
    }

    boolean peerIsDead(Instant now) {
        return dpd.filter(d -> d.isDead(now)).isPresent();
    }

    List<Ikev1Effect> tick(Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>();
        retransmit(now, effects);
        halfOpen.removeIf(h -> !now.isBefore(h.begun().plus(HALF_OPEN_LIFE)));
        for (IkeSa sa : all()) {
            if (!now.isBefore(sa.expiry())) {
                effects.add(drop(sa, "its lifetime is over"));
            }
        }
        current().ifPresent(sa -> {
            if (!now.isBefore(sa.rekeyAt())) {
                effects.addAll(initiate(now));
            }
            dpd.filter(d -> !now.isBefore(d.wakeAt()))
                    .ifPresent(d -> effects.add(sa.informational(entropy, List.of(d.ask(sa, now)))));
            keepaliveAt.filter(at -> !now.isBefore(at)).ifPresent(at -> {
                effects.add(new Ikev1Effect.TransmitNatKeepalive(sa.local(), sa.remote()));
                keepaliveAt = Optional.of(now.plus(KEEPALIVE_INTERVAL));
            });
        });
        return effects;
    }

    private void retransmit(Instant now, List<Ikev1Effect> effects) {
        if (initiating.isEmpty()) {
            return;
        }
        Phase1Exchange exchange = initiating.get();
        Retransmission due = exchange.retransmission().orElseThrow();
        if (!due.isDue(now)) {
            return;
        }
        Optional<Retransmission> again = due.again();
        if (again.isPresent()) {
            exchange.retransmission(again.get());
            effects.add(again.get().transmit());
        } else {
            initiating = Optional.empty();
            effects.add(new Ikev1Effect.Ignored("phase 1 given up: no answer"));
        }
    }

    Optional<Instant> wakeAt() {
        List<Instant> moments = new ArrayList<>();
        initiating.flatMap(Phase1Exchange::retransmission).ifPresent(r -> moments.add(r.deadline()));
        halfOpen.forEach(h -> moments.add(h.begun().plus(HALF_OPEN_LIFE)));
        established.forEach(sa -> moments.add(sa.expiry()));
        boolean mayRekey = policy.role().initiates() && initiating.isEmpty();
        current().filter(sa -> mayRekey).ifPresent(sa -> moments.add(sa.rekeyAt()));
        dpd.ifPresent(d -> moments.add(d.wakeAt()));
        keepaliveAt.ifPresent(moments::add);
        return moments.stream().min(Comparator.naturalOrder());
    }
}
