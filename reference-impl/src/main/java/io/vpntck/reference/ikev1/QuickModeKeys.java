package io.vpntck.reference.ikev1;

import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;

/** The end of a quick mode, the same for both sides: nonces and a shared secret become a pair of ESP SAs. */
record QuickModeKeys(IkeSa ikeSa, Octets sharedSecret, Octets initiatorNonce, Octets responderNonce) {

    Ikev1Effect.SaPairUp pair(
            Selectors selectors, Phase2Proposal proposal, Octets inboundSpi, Octets outboundSpi, Duration lifetime) {
        return new Ikev1Effect.SaPairUp(
                selectors,
                proposal.encryption(),
                proposal.integrity(),
                sa(proposal, inboundSpi),
                sa(proposal, outboundSpi),
                ikeSa.phase1().nat().any(),
                ikeSa.local(),
                ikeSa.remote(),
                lifetime);
    }

    private Ikev1Effect.Sa sa(Phase2Proposal proposal, Octets spi) {
        int encryptionLength = proposal.encryption().keyLength();
        int integrityLength = proposal.integrity().keyLength();
        Phase1Keys keys = ikeSa.phase1().keys();
        Octets material = new KeyMaterial(
                        keys.hash(), keys.skeyidD(), sharedSecret, Proposal.ESP, initiatorNonce, responderNonce)
                .forSpi(spi, encryptionLength + integrityLength);
        int number = spi.at(0) << 24 | spi.at(1) << 16 | spi.at(2) << 8 | spi.at(3);
        return new Ikev1Effect.Sa(number, material.first(encryptionLength), material.from(encryptionLength));
    }
}
