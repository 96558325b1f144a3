package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.isakmp.DeletePayload;
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
 * The pairs of ESP SAs of one tunnel, the newest last, and the quick modes under way.
 *
 * <p>An initiator has one pair for each of its selectors. A responder keeps one pair in all, as AWS documents for a
 * tunnel: a new pair with other selectors takes the place of the old one, which is deleted at once; the old pair of a
 * rekey stays for packets under way until its maker deletes it.
 */
final class Phase2Table {
    private static final int MOST_ANSWERING = 8;
    /** Until a rekey that came to nothing, or could not begin without an IKE SA, is tried again. */
    private static final Duration REKEY_PAUSE = Duration.ofSeconds(10);

    private final Ikev1Policy policy;
    private final Entropy entropy;
    private final List<SaPair> pairs = new ArrayList<>();
    private final List<QuickModeInitiator> initiating = new ArrayList<>();
    private final List<QuickModeResponder> answering = new ArrayList<>();

    Phase2Table(Ikev1Policy policy, Entropy entropy) {
        this.policy = policy;
        this.entropy = entropy;
    }

    List<Ikev1Effect> initiateMissing(IkeSa sa, Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>();
        if (policy.role().initiates()) {
            for (Selectors selectors : policy.selectors()) {
                boolean there = pairs.stream()
                        .anyMatch(pair ->
                                !pair.replaced() && pair.up().selectors().equals(selectors));
                if (!there) {
                    effects.addAll(initiate(sa, selectors, now));
                }
            }
        }
        return effects;
    }

    private List<Ikev1Effect> initiate(IkeSa sa, Selectors selectors, Instant now) {
        if (initiating.stream().anyMatch(exchange -> exchange.selectors().equals(selectors))) {
            return List.of();
        }
        QuickModeInitiator exchange = new QuickModeInitiator(sa, policy, selectors, entropy, now);
        initiating.add(exchange);
        return List.of(exchange.retransmission().transmit());
    }

    Ikev1Session.Protected receive(IkeSa sa, IsakmpMessage message, Instant now) throws MalformedMessageException {
        int messageId = message.header().messageId();
        Optional<QuickModeInitiator> own = initiating.stream()
                .filter(exchange -> exchange.messageId() == messageId && exchange.ikeSa() == sa)
                .findFirst();
        if (own.isPresent()) {
            return onAnswer(own.get(), message, now);
        }
        Optional<QuickModeResponder> theirs = answering.stream()
                .filter(exchange -> exchange.messageId() == messageId && exchange.ikeSa() == sa)
                .findFirst();
        return theirs.isPresent() ? onThird(theirs.get(), message, now) : onFirst(sa, message, now);
    }

    private Ikev1Session.Protected onAnswer(QuickModeInitiator exchange, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        QuickModeInitiator.Answer answer = exchange.receive(message);
        if (answer.refusal().isPresent()) {
            return Ikev1Session.Protected.ignore(answer.refusal().get());
        }
        initiating.remove(exchange);
        return new Ikev1Session.Protected(
                true,
                answer.message(),
                establish(exchange.ikeSa(), answer.pair().orElseThrow(), true, now));
    }

    private Ikev1Session.Protected onFirst(IkeSa sa, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        QuickModeResponder.Outcome outcome = QuickModeResponder.accept(sa, policy, entropy, message, now);
        if (outcome.exchange().isPresent()) {
            QuickModeResponder exchange = outcome.exchange().get();
            answering.add(exchange);
            if (answering.size() > MOST_ANSWERING) {
                answering.remove(0);
            }
            return new Ikev1Session.Protected(
                    true, Optional.of(exchange.retransmission().message()), List.of());
        }
        if (outcome.notification().isEmpty()) {
            return Ikev1Session.Protected.ignore(outcome.reason());
        }
        NotificationPayload notification = new NotificationPayload(
                SecurityAssociationPayload.IPSEC_DOI,
                Proposal.ESP,
                Octets.EMPTY,
                outcome.notification().get(),
                Octets.EMPTY);
        Octets answer = sa.informational(entropy, List.of(notification)).message();
        return new Ikev1Session.Protected(true, Optional.of(answer), Ikev1Session.ignored(outcome.reason()));
    }

    private Ikev1Session.Protected onThird(QuickModeResponder exchange, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        Optional<Ikev1Effect.SaPairUp> pair = exchange.receive(message);
        if (pair.isEmpty()) {
            return Ikev1Session.Protected.ignore("HASH(3) does not match");
        }
        answering.remove(exchange);
        return new Ikev1Session.Protected(true, Optional.empty(), establish(exchange.ikeSa(), pair.get(), false, now));
    }

    private List<Ikev1Effect> establish(IkeSa sa, Ikev1Effect.SaPairUp up, boolean initiator, Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>();
        effects.add(up);
        boolean oneInAll = policy.role().responds();
        for (SaPair old : List.copyOf(pairs)) {
            boolean same = old.up().selectors().equals(up.selectors());
            if (same && !initiator) {
                pairs.set(pairs.indexOf(old), old.replacedByNewer());
            } else if (same || oneInAll) {
                pairs.remove(old);
                effects.add(sa.informational(entropy, List.of(delete(List.of(old.deleteSpi())))));
                effects.add(old.down(same ? "renewed" : "a tunnel has one pair only"));
            }
        }
        pairs.add(SaPair.of(up, now));
        return effects;
    }

    private static DeletePayload delete(List<Octets> spis) {
        return new DeletePayload(SecurityAssociationPayload.IPSEC_DOI, Proposal.ESP, 4, spis);
    }

    /** The pairs whose outbound SPI the peer has deleted go down. */
    List<Ikev1Effect> deletedByPeer(List<Octets> spis) {
        List<Ikev1Effect> effects = new ArrayList<>();
        for (SaPair pair : List.copyOf(pairs)) {
            if (spis.stream().anyMatch(spi -> number(spi) == pair.outboundSpi())) {
                pairs.remove(pair);
                effects.add(pair.down("deleted by the peer"));
            }
        }
        return effects;
    }

    private static int number(Octets spi) {
        return spi.length() == 4 ? spi.at(0) << 24 | spi.at(1) << 16 | spi.at(2) << 8 | spi.at(3) : 0;
    }

    /** Gives up the quick modes under way: the peer has refused one, without saying which. */
    void abandonInitiated() {
        initiating.clear();
    }

    /** What a Delete of all pairs names. */
    List<Octets> spis() {
        return pairs.stream().map(SaPair::deleteSpi).toList();
    }

    List<Ikev1Effect> dropAll(String reason) {
        List<Ikev1Effect> effects =
                pairs.stream().<Ikev1Effect>map(pair -> pair.down(reason)).toList();
        pairs.clear();
        initiating.clear();
        answering.clear();
        return effects;
    }

    List<Ikev1Effect> tick(Optional<IkeSa> sa, Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>();
        for (SaPair pair : List.copyOf(pairs)) {
            if (!now.isBefore(pair.expiry())) {
                pairs.remove(pair);
                effects.add(pair.down("its lifetime is over"));
            } else if (mayRekey(pair) && !now.isBefore(pair.rekeyAt())) {
                pairs.set(pairs.indexOf(pair), pair.rekeyAgainAt(now.plus(REKEY_PAUSE)));
                sa.ifPresent(s -> effects.addAll(initiate(s, pair.up().selectors(), now)));
            }
        }
        for (QuickModeInitiator exchange : List.copyOf(initiating)) {
            if (exchange.retransmission().isDue(now)) {
                Optional<Retransmission> again = exchange.retransmission().again();
                again.ifPresent(exchange::retransmission);
                again.ifPresentOrElse(r -> effects.add(r.transmit()), () -> initiating.remove(exchange));
            }
        }
        for (QuickModeResponder exchange : List.copyOf(answering)) {
            if (exchange.retransmission().isDue(now)) {
                Optional<Retransmission> again = exchange.retransmission().again();
                again.ifPresent(exchange::retransmission);
                again.ifPresentOrElse(r -> effects.add(r.transmit()), () -> answering.remove(exchange));
            }
        }
        return effects;
    }

    /** Whether a pair is due for renewal now. */
    boolean rekeyIsDue(Instant now) {
        return pairs.stream().anyMatch(pair -> mayRekey(pair) && !now.isBefore(pair.rekeyAt()));
    }

    private boolean mayRekey(SaPair pair) {
        return policy.role().initiates() && !pair.replaced() && initiating.isEmpty();
    }

    Optional<Instant> wakeAt() {
        List<Instant> moments = new ArrayList<>();
        for (SaPair pair : pairs) {
            moments.add(pair.expiry());
            if (mayRekey(pair)) {
                moments.add(pair.rekeyAt());
            }
        }
        initiating.forEach(exchange -> moments.add(exchange.retransmission().deadline()));
        answering.forEach(exchange -> moments.add(exchange.retransmission().deadline()));
        return moments.stream().min(Comparator.naturalOrder());
    }
}
