package io.vpntck.reference.ikev1;

import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;

/** A pair of ESP SAs that is up. */
record SaPair(Ikev1Effect.SaPairUp up, Instant rekeyAt, Instant expiry, boolean replaced) {

    static SaPair of(Ikev1Effect.SaPairUp up, Instant now) {
        Duration lifetime = up.lifetime();
        return new SaPair(up, now.plus(lifetime.multipliedBy(9).dividedBy(10)), now.plus(lifetime), false);
    }

    /** The same pair, once a newer one has taken its traffic. */
    SaPair replacedByNewer() {
        return new SaPair(up, rekeyAt, expiry, true);
    }

    /** The same pair, whose renewal is tried at another moment. */
    SaPair rekeyAgainAt(Instant moment) {
        return new SaPair(up, moment, expiry, replaced);
    }

    int inboundSpi() {
        return up.inbound().spi();
    }

    int outboundSpi() {
        return up.outbound().spi();
    }

    /** What the peer is told when the pair goes: the SPI that this side received with. */
    Octets deleteSpi() {
        return new OctetWriter(4).int32(inboundSpi()).toOctets();
    }

    Ikev1Effect.SaPairDown down(String reason) {
        return new Ikev1Effect.SaPairDown(inboundSpi(), outboundSpi(), reason);
    }
}
