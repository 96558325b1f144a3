package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.isakmp.DeletePayload;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The pairs of ESP SAs of one tunnel, the newest last.
 *
 * <p>A side that begins has one pair for each of its selectors. The other keeps one pair in all, as AWS documents for a
 * tunnel: a new pair with other selectors takes the place of the old one, which is deleted at once. A pair that was
 * renewed stays for what is under way in it, and is then deleted by whoever has renewed it; by the other side when that
 * does not happen.
 */
final class SaPairs {
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration DRAIN_FOR_THE_PEER = Duration.ofSeconds(30);

    private final Ikev1Policy policy;
    private final Entropy entropy;
    private final List<SaPair> pairs = new ArrayList<>();

    SaPairs(Ikev1Policy policy, Entropy entropy) {
        this.policy = policy;
        this.entropy = entropy;
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    boolean has(Selectors selectors) {
        return pairs.stream()
                .anyMatch(pair -> !pair.replaced() && pair.selectors().equals(selectors));
    }

    /** Puts a pair in force. */
    List<Ikev1Effect> add(IkeSa sa, NegotiatedPair pair, boolean initiator, Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>(List.of(pair.up()));
        for (SaPair old : List.copyOf(pairs)) {
            if (old.selectors().equals(pair.selectors())) {
                replace(old, old.replacedUntil(now.plus(drain(initiator))));
            } else if (policy.role().responds()) {
                pairs.remove(old);
                effects.addAll(tellOf(List.of(old.deleteSpi()), Optional.of(sa)));
                effects.add(old.down("a tunnel has one pair only"));
            }
        }
        pairs.add(SaPair.of(pair, policy.conduct(), now));
        return effects;
    }

    /** Who sends on the oldest pair keeps it as long as the peer does. */
    private Duration drain(boolean initiator) {
        return initiator && !policy.conduct().sendsOnOldest() ? DRAIN : DRAIN_FOR_THE_PEER;
    }

    private void replace(SaPair old, SaPair changed) {
        pairs.set(pairs.indexOf(old), changed);
    }

    /** The pairs that are to be renewed by {@code now}. */
    List<SaPair> due(Instant now) {
        return pairs.stream()
                .filter(pair -> !pair.replaced() && !now.isBefore(pair.rekeyAt()))
                .toList();
    }

    void postpone(SaPair pair, Instant until) {
        replace(pair, pair.rekeyAgainAt(until));
    }

    /** The pairs whose outbound SPI the peer has deleted go down. */
    List<Ikev1Effect> deletedByPeer(List<Octets> spis) {
        List<Ikev1Effect> effects = new ArrayList<>();
        for (SaPair pair : List.copyOf(pairs)) {
            if (spis.stream().anyMatch(spi -> number(spi) == pair.outboundSpi())) {
                pairs.remove(pair);
                effects.add(pair.down("deleted by the peer"));
                restoreInsteadOf(pair);
            }
        }
        return effects;
    }

    /** Where the peer deletes the newer pair, the older one is in force again. */
    private void restoreInsteadOf(SaPair gone) {
        if (!gone.replaced() && !has(gone.selectors())) {
            pairs.stream()
                    .filter(pair -> pair.selectors().equals(gone.selectors()))
                    .reduce((older, newer) -> newer)
                    .ifPresent(newest -> replace(newest, newest.restored()));
        }
    }

    private static int number(Octets spi) {
        return spi.length() == 4 ? spi.at(0) << 24 | spi.at(1) << 16 | spi.at(2) << 8 | spi.at(3) : 0;
    }

    /** Takes all down, telling the peer where there is an IKE SA. */
    List<Ikev1Effect> deleteAll(Optional<IkeSa> sa, String reason) {
        List<Ikev1Effect> effects = new ArrayList<>();
        if (!pairs.isEmpty()) {
            effects.addAll(tellOf(pairs.stream().map(SaPair::deleteSpi).toList(), sa));
        }
        effects.addAll(dropAll(reason));
        return effects;
    }

    /**
     * Tells the peer that a pair has not come into force here, whose quick mode it may hold to be finished: it would
     * send through it for nothing.
     */
    List<Ikev1Effect> disown(QuickModeResponder exchange) {
        return tellOf(List.of(exchange.pair().deleteSpi()), Optional.of(exchange.ikeSa()));
    }

    private List<Ikev1Effect> tellOf(List<Octets> spis, Optional<IkeSa> sa) {
        if (policy.conduct().has(Conduct.Departure.CLOSES_SILENTLY)) {
            return List.of();
        }
        DeletePayload delete = new DeletePayload(SecurityAssociationPayload.IPSEC_DOI, Proposal.ESP, 4, spis);
        return sa.map(s -> List.<Ikev1Effect>of(s.informational(entropy, List.of(delete))))
                .orElse(List.of());
    }

    List<Ikev1Effect> dropAll(String reason) {
        List<Ikev1Effect> effects =
                pairs.stream().<Ikev1Effect>map(pair -> pair.down(reason)).toList();
        pairs.clear();
        return effects;
    }

    /** Takes down what is over. */
    List<Ikev1Effect> tick(Optional<IkeSa> sa, Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>();
        for (SaPair pair : List.copyOf(pairs)) {
            if (!now.isBefore(pair.end())) {
                pairs.remove(pair);
                effects.addAll(tellOf(List.of(pair.deleteSpi()), sa));
                effects.add(pair.down(pair.replaced() ? "renewed" : "its lifetime is over"));
            }
        }
        return effects;
    }

    /** @param mayRenew whether a renewal could begin now */
    Optional<Instant> wakeAt(boolean mayRenew) {
        List<Instant> moments = new ArrayList<>();
        for (SaPair pair : pairs) {
            moments.add(pair.end());
            if (mayRenew && !pair.replaced()) {
                moments.add(pair.rekeyAt());
            }
        }
        return moments.stream().min(Comparator.naturalOrder());
    }
}
