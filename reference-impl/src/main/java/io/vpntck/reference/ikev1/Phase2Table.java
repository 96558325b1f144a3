package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
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
import java.util.stream.Stream;

/**
 * Quick mode from its messages to pairs of ESP SAs, and their renewal.
 *
 * <p>Where both sides begin a renewal at once, the exchange of the side that began the tunnel counts: it takes no other
 * meanwhile, and the other side gives its own one up.
 */
final class Phase2Table {
    /** Until a rekey that came to nothing, or could not begin without an IKE SA, is tried again. */
    private static final Duration REKEY_PAUSE = Duration.ofSeconds(10);

    private final Ikev1Policy policy;
    private final Entropy entropy;
    private final SaPairs pairs;
    private final QuickModes exchanges = new QuickModes();

    Phase2Table(Ikev1Policy policy, Entropy entropy) {
        this.policy = policy;
        this.entropy = entropy;
        this.pairs = new SaPairs(policy, entropy);
    }

    SaPairs pairs() {
        return pairs;
    }

    List<Ikev1Effect> initiateMissing(IkeSa sa, Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>();
        for (Selectors selectors : policy.selectors()) {
            if (!pairs.has(selectors) && !exchanges.initiates(selectors)) {
                effects.add(initiate(sa, policy.phase2(), selectors, now));
            }
        }
        return effects;
    }

    private Ikev1Effect initiate(IkeSa sa, List<Phase2Proposal> proposals, Selectors selectors, Instant now) {
        QuickModeInitiator exchange = new QuickModeInitiator(sa, policy, proposals, selectors, entropy, now);
        exchanges.add(exchange);
        return exchange.retransmission().transmit();
    }

    /** @param usable whether the IKE SA still takes exchanges, and not only the rest of those that were under way */
    Ikev1Session.Protected receive(IkeSa sa, boolean usable, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        int messageId = message.header().messageId();
        Optional<QuickModeInitiator> own = exchanges.initiated(sa, messageId);
        if (own.isPresent()) {
            return onAnswer(own.get(), message, now);
        }
        Optional<QuickModeResponder> theirs = exchanges.answered(sa, messageId);
        if (theirs.isPresent()) {
            return onThird(theirs.get(), message, now);
        }
        if (!usable || sa.messageIds().contains(messageId)) {
            return Ikev1Session.Protected.ignore("quick mode with a message id of the past");
        }
        if (!pairs.isEmpty() && policy.conduct().has(Conduct.Departure.REFUSES_RENEWALS)) {
            return Ikev1Session.Protected.ignore("this side begins quick mode itself");
        }
        if (policy.role().initiates() && exchanges.initiatesAny() && !takesBoth()) {
            return Ikev1Session.Protected.ignore("this side has begun quick mode itself");
        }
        return onFirst(sa, message, now);
    }

    private boolean takesBoth() {
        return policy.conduct().has(Conduct.Departure.TAKES_BOTH_RENEWALS);
    }

    private Ikev1Session.Protected onAnswer(QuickModeInitiator exchange, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        QuickModeInitiator.Answer answer = exchange.receive(message);
        if (answer.refusal().isPresent()) {
            return Ikev1Session.Protected.ignore(answer.refusal().get());
        }
        exchanges.finished(exchange);
        return Ikev1Session.Protected.taken(
                answer.message(), pairs.add(exchange.ikeSa(), answer.pair().orElseThrow(), true, now));
    }

    private Ikev1Session.Protected onFirst(IkeSa sa, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        QuickModeResponder.Outcome outcome = QuickModeResponder.accept(sa, policy, entropy, message, now);
        if (outcome.exchange().isPresent()) {
            QuickModeResponder exchange = outcome.exchange().get();
            if (!takesBoth()) {
                exchanges.abandonInitiated(exchange.pair().selectors());
            }
            List<Ikev1Effect> effects = new ArrayList<>(exchanges.add(exchange));
            effects.add(new Ikev1Effect.SaPairInbound(exchange.pair().up()));
            return Ikev1Session.Protected.taken(
                    Optional.of(exchange.retransmission().message()), effects);
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
        return Ikev1Session.Protected.taken(Optional.of(answer), Ikev1Session.ignored(outcome.reason()));
    }

    private Ikev1Session.Protected onThird(QuickModeResponder exchange, IsakmpMessage message, Instant now)
            throws MalformedMessageException {
        Optional<NegotiatedPair> pair = exchange.receive(message);
        if (pair.isEmpty()) {
            return Ikev1Session.Protected.ignore("HASH(3) does not match");
        }
        exchanges.finished(exchange);
        return Ikev1Session.Protected.taken(Optional.empty(), pairs.add(exchange.ikeSa(), pair.get(), false, now));
    }

    /** Gives up the quick modes under way: the peer has refused one, without saying which. */
    void abandonInitiated() {
        exchanges.abandonInitiated();
    }

    /** Gives up the quick modes under IKE SAs that are no more. */
    List<Ikev1Effect> keepOnlyUnder(IkeSas sas) {
        return exchanges.keepOnlyUnder(sas.all(), sas.known());
    }

    /** Whether this side has a quick mode under way. */
    boolean initiates() {
        return exchanges.initiatesAny();
    }

    List<Ikev1Effect> dropAll(String reason) {
        List<Ikev1Effect> effects = new ArrayList<>(exchanges.dropAll());
        effects.addAll(pairs.dropAll(reason));
        return effects;
    }

    List<Ikev1Effect> tick(Optional<IkeSa> sa, Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>(pairs.tick(sa, now));
        for (SaPair pair : rekeyIsDue(now) ? pairs.due(now) : List.<SaPair>of()) {
            pairs.postpone(pair, now.plus(REKEY_PAUSE));
            sa.ifPresent(s -> effects.add(initiate(s, List.of(pair.pair().proposal()), pair.selectors(), now)));
        }
        exchanges.unfinished(now).forEach(exchange -> effects.addAll(pairs.disown(exchange)));
        effects.addAll(exchanges.tick(now));
        return effects;
    }

    /** Whether a pair is to be renewed now. */
    boolean rekeyIsDue(Instant now) {
        return exchanges.isEmpty() && !pairs.due(now).isEmpty();
    }

    Optional<Instant> wakeAt() {
        return Stream.of(pairs.wakeAt(exchanges.isEmpty()), exchanges.wakeAt())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
