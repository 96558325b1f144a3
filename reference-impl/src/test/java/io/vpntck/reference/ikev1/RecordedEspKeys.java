package io.vpntck.reference.ikev1;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.esp.EspKeys;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.vectors.ThirdPartyRecording;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of the ESP SAs of one quick mode of a recording, derived by the code under test.
 *
 * <p>Which of the logged secrets is this quick mode's shows only by the keys: the one whose keys were logged.
 */
public record RecordedEspKeys(EspKeys toResponder, EspKeys toInitiator) {

    /** The keys of every quick mode, by the SPI that names the SA on the wire. */
    public static Map<Integer, EspKeys> bySpi(ThirdPartyRecording which) throws MalformedMessageException {
        List<Octets> logged = which.load().logged("encryption initiator key");
        Map<Integer, EspKeys> bySpi = new LinkedHashMap<>();
        for (RecordedIkeSa sa : RecordedIkeSa.all(which)) {
            for (RecordedExchange quick : sa.others(ExchangeType.QUICK_MODE)) {
                for (Octets secret : which.load().logged("DH secret")) {
                    RecordedEspKeys keys = of(sa, quick, secret);
                    if (logged.contains(keys.toResponder.encryptionKey())) {
                        bySpi.put(keys.toResponder.spi(), keys.toResponder);
                        bySpi.put(keys.toInitiator.spi(), keys.toInitiator);
                    }
                }
            }
        }
        return bySpi;
    }

    static RecordedEspKeys of(RecordedIkeSa sa, RecordedExchange quick, Octets secret)
            throws MalformedMessageException {
        Phase2Proposal chosen = chosen(quick);
        KeyMaterial material = new KeyMaterial(
                sa.keys().hash(), sa.keys().skeyidD(), secret, Proposal.ESP, quick.nonce(0), quick.nonce(1));
        return new RecordedEspKeys(keys(material, chosen, quick.spi(1)), keys(material, chosen, quick.spi(0)));
    }

    private static EspKeys keys(KeyMaterial material, Phase2Proposal chosen, Octets spi)
            throws MalformedMessageException {
        int cipherLength = chosen.encryption().keyLength();
        Octets octets = material.forSpi(spi, cipherLength + chosen.integrity().keyLength());
        return new EspKeys(
                spi.reader().int32("SPI"),
                chosen.encryption(),
                chosen.integrity(),
                octets.first(cipherLength),
                octets.from(cipherLength));
    }

    private static Phase2Proposal chosen(RecordedExchange quick) throws MalformedMessageException {
        SecurityAssociationPayload answer = quick.opened().get(1).require(SecurityAssociationPayload.class);
        List<Phase2Proposal> accepted = new ArrayList<>();
        for (EncryptionAlgorithm encryption : Implemented.ENCRYPTION) {
            for (IntegrityAlgorithm integrity : Implemented.INTEGRITY) {
                for (DhGroup group : Implemented.GROUPS) {
                    accepted.add(new Phase2Proposal(encryption, integrity, Optional.of(group)));
                }
            }
        }
        return Phase2Transforms.choose(answer, accepted, Duration.ofHours(1), EncapsulationMode.TUNNEL)
                .or(() -> Phase2Transforms.choose(
                        answer, accepted, Duration.ofHours(1), EncapsulationMode.UDP_ENCAPSULATED_TUNNEL))
                .orElseThrow()
                .proposal();
    }
}
