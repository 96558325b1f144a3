package io.vpntck.reference.ikev1;

import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.Optional;

/**
 * A pair of ESP SAs that is up.
 *
 * @param replacedUntil set once a newer pair has taken its traffic: how long packets under way are still taken
 */
record SaPair(NegotiatedPair pair, Instant rekeyAt, Instant expiry, Optional<Instant> replacedUntil) {

    static SaPair of(NegotiatedPair pair, Conduct conduct, Instant now) {
        return new SaPair(
                pair,
                now.plus(conduct.renewAfter(pair.up().lifetime())),
                now.plus(conduct.useFor(pair.up().lifetime())),
                Optional.empty());
    }

    /** The same pair, once a newer one has taken its traffic. */
    SaPair replacedUntil(Instant moment) {
        return replacedUntil.isPresent() ? this : new SaPair(pair, rekeyAt, expiry, Optional.of(moment));
    }

    /** The same pair, when the newer one is gone. */
    SaPair restored() {
        return new SaPair(pair, rekeyAt, expiry, Optional.empty());
    }

    /** The same pair, whose renewal is tried at another moment. */
    SaPair rekeyAgainAt(Instant moment) {
        return new SaPair(pair, moment, expiry, replacedUntil);
    }

    boolean replaced() {
        return replacedUntil.isPresent();
    }

    /** When it is taken down. */
    Instant end() {
        return replacedUntil.filter(until -> until.isBefore(expiry)).orElse(expiry);
    }

    Selectors selectors() {
        return pair.selectors();
    }

    int outboundSpi() {
        return pair.up().outbound().spi();
    }

    /** What the peer is told when the pair goes: the SPI that this side received with. */
    Octets deleteSpi() {
        return pair.deleteSpi();
    }

    Ikev1Effect.SaPairDown down(String reason) {
        return pair.down(reason);
    }
}
