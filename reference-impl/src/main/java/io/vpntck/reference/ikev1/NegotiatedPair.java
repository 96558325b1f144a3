package io.vpntck.reference.ikev1;

import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;

/** What a quick mode came to: a pair of ESP SAs, and the proposal that a renewal of it offers again. */
record NegotiatedPair(Ikev1Effect.SaPairUp up, Phase2Proposal proposal) {
    Selectors selectors() {
        return up.selectors();
    }

    /** What the peer is told when the pair goes: the SPI that this side received with. */
    Octets deleteSpi() {
        return new OctetWriter(4).int32(up.inbound().spi()).toOctets();
    }

    Ikev1Effect.SaPairDown down(String reason) {
        return new Ikev1Effect.SaPairDown(up.inbound().spi(), up.outbound().spi(), reason);
    }
}
