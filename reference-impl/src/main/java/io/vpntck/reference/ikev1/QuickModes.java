package io.vpntck.reference.ikev1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The quick modes of one tunnel that are under way, of both sides, and their retransmissions. */
final class QuickModes {
    private static final int MOST_ANSWERING = 8;

    private final List<QuickModeInitiator> initiating = new ArrayList<>();
    private final List<QuickModeResponder> answering = new ArrayList<>();

    boolean isEmpty() {
        return initiating.isEmpty() && answering.isEmpty();
    }

    boolean initiates(Selectors selectors) {
        return initiating.stream().anyMatch(exchange -> exchange.selectors().equals(selectors));
    }

    boolean initiatesAny() {
        return !initiating.isEmpty();
    }

    Optional<QuickModeInitiator> initiated(IkeSa sa, int messageId) {
        return initiating.stream()
                .filter(exchange -> exchange.messageId() == messageId && exchange.ikeSa() == sa)
                .findFirst();
    }

    Optional<QuickModeResponder> answered(IkeSa sa, int messageId) {
        return answering.stream()
                .filter(exchange -> exchange.messageId() == messageId && exchange.ikeSa() == sa)
                .findFirst();
    }

    void add(QuickModeInitiator exchange) {
        initiating.add(exchange);
    }

    /** Takes an answered one in; the oldest goes when a peer begins one after another. */
    List<Ikev1Effect> add(QuickModeResponder exchange) {
        answering.add(exchange);
        return answering.size() <= MOST_ANSWERING ? List.of() : giveUp(answering.get(0));
    }

    void finished(QuickModeInitiator exchange) {
        initiating.remove(exchange);
    }

    void finished(QuickModeResponder exchange) {
        answering.remove(exchange);
    }

    private List<Ikev1Effect> giveUp(QuickModeResponder exchange) {
        answering.remove(exchange);
        return List.of(exchange.pair().down("quick mode given up"));
    }

    /** Gives up this side's own ones. */
    void abandonInitiated() {
        initiating.clear();
    }

    void abandonInitiated(Selectors selectors) {
        initiating.removeIf(exchange -> exchange.selectors().equals(selectors));
    }

    /** Gives up those whose IKE SA is no more: its own under one that is not {@code up}, and others not {@code known}. */
    List<Ikev1Effect> keepOnlyUnder(Collection<IkeSa> up, Collection<IkeSa> known) {
        initiating.removeIf(exchange -> !up.contains(exchange.ikeSa()));
        List<Ikev1Effect> effects = new ArrayList<>();
        List.copyOf(answering).stream()
                .filter(exchange -> !known.contains(exchange.ikeSa()))
                .forEach(exchange -> effects.addAll(giveUp(exchange)));
        return effects;
    }

    List<Ikev1Effect> dropAll() {
        return keepOnlyUnder(List.of(), List.of());
    }

    /** Those of the peer whose last message has not come, and of which {@link #tick} will give up waiting. */
    List<QuickModeResponder> unfinished(Instant now) {
        return answering.stream()
                .filter(exchange -> exchange.retransmission().isDue(now)
                        && exchange.retransmission().again().isEmpty())
                .toList();
    }

    List<Ikev1Effect> tick(Instant now) {
        List<Ikev1Effect> effects = new ArrayList<>();
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
                again.ifPresentOrElse(r -> effects.add(r.transmit()), () -> effects.addAll(giveUp(exchange)));
            }
        }
        return effects;
    }

    Optional<Instant> wakeAt() {
        return Stream.concat(
                        initiating.stream().map(QuickModeInitiator::retransmission),
                        answering.stream().map(QuickModeResponder::retransmission))
                .map(Retransmission::deadline)
                .min(Comparator.naturalOrder());
    }
}
