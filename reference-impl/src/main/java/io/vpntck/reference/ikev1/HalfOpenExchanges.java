package io.vpntck.reference.ikev1;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The main modes that a responder has under way, bounded in number and in time, since anyone can begin one.
 *
 * <p>When there are too many, one goes that has not shown by a message 3 that its sender receives what is sent to it;
 * among these first those that do not come from the peer's address, and of several the oldest.
 */
final class HalfOpenExchanges {
    static final int MOST = 16;

    private static final Duration LIFE = Duration.ofSeconds(60);

    private final Ipv4Address peer;
    private final boolean refusesWhenFull;
    private final List<MainModeResponder> exchanges = new ArrayList<>();

    HalfOpenExchanges(Ipv4Address peer, Conduct conduct) {
        this.peer = peer;
        this.refusesWhenFull = conduct.has(Conduct.Departure.REFUSES_WHEN_FULL);
    }

    /** Whether a first message is not even looked at. */
    boolean refuses() {
        return refusesWhenFull && exchanges.size() >= MOST;
    }

    void add(MainModeResponder exchange) {
        exchanges.add(exchange);
        if (exchanges.size() > MOST) {
            exchanges.stream().min(Comparator.comparingInt(this::worth)).ifPresent(exchanges::remove);
        }
    }

    private int worth(MainModeResponder exchange) {
        if (exchange.reachesInitiator()) {
            return 2;
        }
        return exchange.origin().address().equals(peer) ? 1 : 0;
    }

    Optional<MainModeResponder> find(IsakmpHeader header) {
        return exchanges.stream()
                .filter(e -> e.initiatorCookie().equals(header.initiatorCookie())
                        && e.responderCookie().equals(header.responderCookie()))
                .findFirst();
    }

    /** The exchange that this message 1 has begun already. */
    Optional<MainModeResponder> begunBy(Octets first) {
        return exchanges.stream().filter(e -> e.replies().knows(first)).findFirst();
    }

    void remove(Phase1Exchange exchange) {
        exchanges.removeIf(e -> e == exchange);
    }

    void clear() {
        exchanges.clear();
    }

    int size() {
        return exchanges.size();
    }

    void tick(Instant now) {
        exchanges.removeIf(e -> !now.isBefore(e.begun().plus(LIFE)));
    }

    Optional<Instant> wakeAt() {
        return exchanges.stream().map(e -> e.begun().plus(LIFE)).min(Comparator.naturalOrder());
    }
}
