package io.vpntck.reference.ikev1;

/** What a quick mode came to: a pair of ESP SAs, and the proposal that a renewal of it offers again. */
record NegotiatedPair(Ikev1Effect.SaPairUp up, Phase2Proposal proposal) {
    Selectors selectors() {
        return up.selectors();
    }

    Ikev1Effect.SaPairDown down(String reason) {
        return new Ikev1Effect.SaPairDown(up.inbound().spi(), up.outbound().spi(), reason);
    }
}
