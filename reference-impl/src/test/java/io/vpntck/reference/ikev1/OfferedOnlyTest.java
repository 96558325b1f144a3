package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be offered and not computed goes out, is refused, and leaves nothing behind. */
class OfferedOnlyTest {

    @ParameterizedTest
    @EnumSource(names = {"ECP_192", "ECP_224", "ECP_256", "ECP_384", "ECP_521"})
    void aCurveInPhase1(DhGroup group) {
        Phase1Proposal curve = new Phase1Proposal(EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, group);
        TwoSessions two = new TwoSessions(TwoSessions.initiator().withPhase1(List.of(curve)), TwoSessions.responder());
        two.initiate();
        assertThat(two.responderEffects(Ikev1Effect.Ignored.class))
                .extracting(Ikev1Effect.Ignored::reason)
                .contains("no phase 1 proposal is one that this side accepts");
        assertThat(two.responderEffects(Ikev1Effect.Phase1Up.class)).isEmpty();
        assertThat(two.responderSession().wakeAt()).as("nothing is kept").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AES_128_CTR,    HMAC_SHA1_96, MODP_1024",
        "AES_128_GCM_16, NONE,         MODP_1024",
        "NULL,           HMAC_SHA1_96, MODP_1024",
        "AES_128_CBC,    NONE,         MODP_1024",
        "AES_128_CBC,    HMAC_SHA1_96, ECP_256",
    })
    void somethingElseInPhase2(EncryptionAlgorithm encryption, IntegrityAlgorithm integrity, DhGroup group) {
        Phase2Proposal other = new Phase2Proposal(encryption, integrity, Optional.of(group));
        TwoSessions two = new TwoSessions(TwoSessions.initiator().withPhase2(List.of(other)), TwoSessions.responder());
        two.initiate();
        assertThat(two.initiatorEffects(Ikev1Effect.Ignored.class))
                .extracting(Ikev1Effect.Ignored::reason)
                .contains("the peer refuses: notify type 14");
        assertThat(two.initiatorEffects(Ikev1Effect.SaPairUp.class)).isEmpty();
        assertThat(two.responderEffects(Ikev1Effect.SaPairUp.class)).isEmpty();
    }
}
