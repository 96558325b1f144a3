package io.vpntck.reference.tunnel;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ikev1.Ikev1Effect;
import io.vpntck.reference.ip.Ipv4Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pairs of SAs of one tunnel that are in use, the one that carries since last at the end. */
final class EspPairs {
    private final Entropy entropy;
    private final boolean sendsOnOldest;
    private final int window;
    private final List<EspPair> pairs = new ArrayList<>();

    /**
     * No pairs yet.
     *
     * @param sendsOnOldest whether outbound traffic stays with the oldest pair; with the newest, as it should, else
     * @param window anti-replay, in packets
     */
    EspPairs(Entropy entropy, boolean sendsOnOldest, int window) {
        this.window = window;
        this.entropy = entropy;
        this.sendsOnOldest = sendsOnOldest;
    }

    boolean anyCarries() {
        return pairs.stream().anyMatch(EspPair::carrying);
    }

    /** The one that carries since last, or is awaited. */
    Optional<EspPair> newest() {
        return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs.get(pairs.size() - 1));
    }

    Optional<EspPair> receiving(int spi) {
        return pairs.stream().filter(pair -> pair.inbound().keys().spi() == spi).findFirst();
    }

    /** The pair that an inner packet goes out through. */
    Optional<EspPair> carrierOf(Ipv4Packet inner) {
        return pairs.stream()
                .filter(pair -> pair.carries(inner))
                .reduce((older, newer) -> sendsOnOldest ? older : newer);
    }

    /** Takes a pair in for what arrives on it. */
    EspPair await(Ikev1Effect.SaPairUp up) {
        EspPair pair = new EspPair(up, entropy, window);
        pairs.add(pair);
        return pair;
    }

    /** Has a pair carry, which may have been awaited; says whether it was not known. */
    boolean carry(Ikev1Effect.SaPairUp up) {
        Optional<EspPair> awaited = receiving(up.inbound().spi());
        EspPair pair = awaited.orElseGet(() -> await(up));
        pair.carry();
        pairs.remove(pair);
        pairs.add(pair);
        return awaited.isEmpty();
    }

    void remove(Ikev1Effect.SaPairDown down) {
        pairs.removeIf(pair -> pair.inbound().keys().spi() == down.inboundSpi());
    }
}
