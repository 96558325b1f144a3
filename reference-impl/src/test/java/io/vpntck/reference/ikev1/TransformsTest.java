package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.isakmp.Attribute;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.isakmp.Transform;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the offered transforms is taken. */
class TransformsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Octets SPI = Octets.ofHex("c0ffee01");
    private static final Phase1Proposal PHASE_1 =
            new Phase1Proposal(EncryptionAlgorithm.AES_256_CBC, HashAlgorithm.SHA2_256, DhGroup.MODP_2048);
    private static final Phase2Proposal PHASE_2 = phase2(IntegrityAlgorithm.HMAC_SHA2_256_128);

    private static Phase2Proposal phase2(IntegrityAlgorithm integrity) {
        return new Phase2Proposal(EncryptionAlgorithm.AES_256_CBC, integrity, Optional.of(DhGroup.MODP_2048));
    }

    private static Optional<Phase1Proposal> chosen1(SecurityAssociationPayload offer, Phase1Proposal... accepted) {
        return Phase1Transforms.choose(offer, List.of(accepted), HOUR).map(Phase1Transforms.Choice::proposal);
    }

    @Test
    void takesTheFirstOfferedTransformThatIsAccepted() {
        Phase1Proposal tripleDes =
                new Phase1Proposal(EncryptionAlgorithm.TRIPLE_DES_CBC, HashAlgorithm.SHA1, DhGroup.MODP_1024);
        Phase1Proposal weaker =
                new Phase1Proposal(EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, DhGroup.MODP_1024);
        SecurityAssociationPayload offer = Phase1Transforms.offer(List.of(tripleDes, weaker, PHASE_1), HOUR);
        assertThat(chosen1(offer, PHASE_1, weaker)).contains(weaker);
        assertThat(chosen1(offer, PHASE_1)).contains(PHASE_1);
    }

    /** Changes one attribute of an accepted offer to a number that nothing accepted has. */
    @ParameterizedTest(name = "attribute {0} is {1}")
    @CsvSource({"1, 8", "14, 192", "2, 3", "4, 3", "3, 3", "13, 1"})
    void refusesOneAttributeOfPhase1ThatIsNotAccepted(int type, int value) {
        assertThat(chosen1(changed(Phase1Transforms.offer(List.of(PHASE_1), HOUR), type, value), PHASE_1))
                .isEmpty();
    }

    @ParameterizedTest(name = "attribute {0} is {1}")
    @CsvSource({"3, 1", "4, 2", "4, 3", "5, 8", "6, 192", "11, 1"})
    void refusesOneAttributeOfPhase2ThatIsNotAccepted(int type, int value) {
        SecurityAssociationPayload offer =
                Phase2Transforms.offer(List.of(PHASE_2), SPI, HOUR, EncapsulationMode.TUNNEL);
        assertThat(Phase2Transforms.choose(offer, List.of(PHASE_2), HOUR, EncapsulationMode.TUNNEL))
                .isPresent();
        assertThat(Phase2Transforms.choose(
                        changed(offer, type, value), List.of(PHASE_2), HOUR, EncapsulationMode.TUNNEL))
                .isEmpty();
    }

    private static SecurityAssociationPayload changed(SecurityAssociationPayload offer, int type, int value) {
        Proposal proposal = offer.proposals().get(0);
        Transform transform = proposal.transforms().get(0);
        List<Attribute> attributes = new ArrayList<>(transform.attributes());
        attributes.removeIf(attribute -> attribute.attributeType() == type);
        attributes.add(Attribute.of(type, value));
        return new SecurityAssociationPayload(List.of(new Proposal(
                proposal.number(),
                proposal.protocol(),
                proposal.spi(),
                List.of(new Transform(transform.number(), transform.transformId(), attributes)))));
    }

    @Test
    void refusesAuthenticationHeaders() {
        Proposal esp = Phase2Transforms.offer(List.of(PHASE_2), SPI, HOUR, EncapsulationMode.TUNNEL)
                .proposals()
                .get(0);
        SecurityAssociationPayload ah =
                new SecurityAssociationPayload(List.of(new Proposal(1, Proposal.AH, SPI, esp.transforms())));
        assertThat(Phase2Transforms.choose(ah, List.of(PHASE_2), HOUR, EncapsulationMode.TUNNEL))
                .isEmpty();
    }

    @Test
    void anInitiatorKnowsItsShortIntegrityCheckValueByTheNumberOfTheLongOne() {
        Phase2Proposal cut = phase2(IntegrityAlgorithm.HMAC_SHA2_256_96);
        SecurityAssociationPayload offer = Phase2Transforms.offer(List.of(cut), SPI, HOUR, EncapsulationMode.TUNNEL);
        assertThat(Phase2Transforms.choose(offer, List.of(PHASE_2), HOUR, EncapsulationMode.TUNNEL)
                        .orElseThrow()
                        .proposal())
                .isEqualTo(PHASE_2);
        assertThat(Phase2Transforms.choose(offer, List.of(cut), HOUR, EncapsulationMode.TUNNEL)
                        .orElseThrow()
                        .proposal())
                .isEqualTo(cut);
    }

    @Test
    void aTransformOfAesWithoutKeyLengthMeans128Bits() {
        Phase1Proposal aes128 =
                new Phase1Proposal(EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, DhGroup.MODP_1024);
        Proposal proposal =
                Phase1Transforms.offer(List.of(aes128), HOUR).proposals().get(0);
        Transform transform = proposal.transforms().get(0);
        List<Attribute> without = transform.attributes().stream()
                .filter(attribute -> attribute.attributeType() != 14)
                .toList();
        SecurityAssociationPayload offer = new SecurityAssociationPayload(
                List.of(new Proposal(1, Proposal.ISAKMP, Octets.EMPTY, List.of(new Transform(1, 1, without)))));
        assertThat(chosen1(offer, aes128)).contains(aes128);
    }
}
