package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.DhGroup;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Ikev1SessionTest {

    /** Each cipher with each hash in the smallest group, and each group with the smallest of these. */
    static Stream<Arguments> combinations() {
        return Stream.concat(
                Implemented.ENCRYPTION.stream().flatMap(encryption -> Stream.of(HashAlgorithm.values())
                        .map(hash -> Arguments.of(encryption, hash, DhGroup.MODP_768))),
                Implemented.GROUPS.stream()
                        .map(group -> Arguments.of(EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, group)));
    }

    private static IntegrityAlgorithm integrity(HashAlgorithm hash) {
        return switch (hash) {
            case SHA1 -> IntegrityAlgorithm.HMAC_SHA1_96;
            case SHA2_256 -> IntegrityAlgorithm.HMAC_SHA2_256_128;
            case SHA2_384 -> IntegrityAlgorithm.HMAC_SHA2_384_192;
            case SHA2_512 -> IntegrityAlgorithm.HMAC_SHA2_512_256;
            case MD5 -> IntegrityAlgorithm.HMAC_MD5_96;
        };
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("combinations")
    void raisesATunnelWithTheSameKeysAtBothEnds(EncryptionAlgorithm encryption, HashAlgorithm hash, DhGroup group) {
        Phase1Proposal phase1 = new Phase1Proposal(encryption, hash, group);
        IntegrityAlgorithm integrity = integrity(hash);
        Phase2Proposal phase2 = new Phase2Proposal(encryption, integrity, Optional.of(group));
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator().with(List.of(phase1), List.of(phase2)), TwoSessions.responder());
        two.initiate();

        Ikev1Effect.SaPairUp left =
                two.initiatorEffects(Ikev1Effect.SaPairUp.class).get(0);
        Ikev1Effect.SaPairUp right =
                two.responderEffects(Ikev1Effect.SaPairUp.class).get(0);
        assertThat(left.outbound()).isEqualTo(right.inbound());
        assertThat(left.inbound()).isEqualTo(right.outbound());
        assertThat(left.outbound().encryptionKey().length()).isEqualTo(encryption.keyLength());
        assertThat(left.encryption()).isEqualTo(encryption);
        assertThat(left.integrity()).isEqualTo(integrity);
        assertThat(left.udpEncapsulated()).isFalse();
        assertThat(two.exchangesOnTheWire()).containsExactly(2, 2, 2, 2, 2, 2, 32, 32, 32);
    }

    static IntStream messages() {
        return IntStream.rangeClosed(1, 9);
    }

    @ParameterizedTest(name = "message {0}")
    @MethodSource("messages")
    void survivesTheLossOfAnySingleMessage(int lost) {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.lose(lost);
        two.initiate();
        two.pass(Duration.ofSeconds(8));
        assertThat(two.initiatorEffects(Ikev1Effect.SaPairUp.class)).hasSize(1);
        assertThat(two.responderEffects(Ikev1Effect.SaPairUp.class)).hasSize(1);
    }

    @Test
    void floatsToPort4500BehindANat() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.translateInitiatorTo("198.18.0.1");
        two.initiate();
        Ikev1Effect.SaPairUp left =
                two.initiatorEffects(Ikev1Effect.SaPairUp.class).get(0);
        Ikev1Effect.SaPairUp right =
                two.responderEffects(Ikev1Effect.SaPairUp.class).get(0);
        assertThat(left.udpEncapsulated()).isTrue();
        assertThat(right.udpEncapsulated()).isTrue();
        assertThat(left.local().port()).isEqualTo(4500);
        assertThat(right.remote()).hasToString("198.18.0.1:44500");
        two.pass(Duration.ofSeconds(60));
        assertThat(two.initiatorEffects(Ikev1Effect.TransmitNatKeepalive.class)).hasSize(3);
        assertThat(two.responderEffects(Ikev1Effect.TransmitNatKeepalive.class)).isEmpty();
    }

    @Test
    void makesNothingOutOfAnotherPreSharedKey() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator().withKey("another.key"), TwoSessions.responder());
        two.initiate();
        two.pass(Duration.ofMinutes(3));
        assertThat(two.initiatorEffects(Ikev1Effect.Phase1Up.class)).isEmpty();
        assertThat(two.responderEffects(Ikev1Effect.Phase1Up.class)).isEmpty();
        assertThat(two.responderSession().wakeAt()).as("nothing is kept").isEmpty();
    }

    @Test
    void refusesQuickModeWithoutPerfectForwardSecrecy() {
        Phase2Proposal noPfs =
                new Phase2Proposal(EncryptionAlgorithm.AES_128_CBC, IntegrityAlgorithm.HMAC_SHA1_96, Optional.empty());
        TwoSessions two = new TwoSessions(TwoSessions.initiator().withPhase2(List.of(noPfs)), TwoSessions.responder());
        two.initiate();
        assertThat(two.initiatorEffects(Ikev1Effect.Phase1Up.class)).hasSize(1);
        assertThat(two.initiatorEffects(Ikev1Effect.SaPairUp.class)).isEmpty();
        assertThat(two.initiatorEffects(Ikev1Effect.Ignored.class))
                .extracting(Ikev1Effect.Ignored::reason)
                .contains("the peer refuses: notify type 14");
    }

    @Test
    void refusesAPhase1ProposalThatItDoesNotAcceptAndKeepsNothing() {
        Phase1Proposal group2 =
                new Phase1Proposal(EncryptionAlgorithm.AES_128_CBC, HashAlgorithm.SHA1, DhGroup.MODP_1024);
        Phase1Proposal group14 =
                new Phase1Proposal(EncryptionAlgorithm.AES_256_CBC, HashAlgorithm.SHA1, DhGroup.MODP_2048);
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator().withPhase1(List.of(group2)),
                TwoSessions.responder().withPhase1(List.of(group14)));
        two.initiate();
        assertThat(two.exchangesOnTheWire()).containsExactly(2, 5);
        assertThat(two.responderSession().wakeAt()).isEmpty();
    }

    @Test
    void takesNoAggressiveMode() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator().aggressive(), TwoSessions.responder());
        two.initiate();
        assertThat(two.exchangesOnTheWire()).containsExactly(4);
        assertThat(two.responderSession().wakeAt()).isEmpty();
    }

    @Test
    void aResponderBeginsNothing() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        assertThat(two.responderSession().initiate(TwoSessions.START)).isEmpty();
    }

    @Test
    void takesASilentPeerForDeadAfterThreeUnansweredQuestions() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.initiate();
        Instant up = two.now();
        two.loseEverything();
        two.pass(Duration.ofMillis(39_900));
        assertThat(two.responderEffects(Ikev1Effect.PeerDead.class)).isEmpty();
        two.pass(Duration.ofMillis(200));
        assertThat(two.responderEffects(Ikev1Effect.PeerDead.class)).hasSize(1);
        assertThat(two.responderEffects(Ikev1Effect.SaPairDown.class)).hasSize(1);
        assertThat(two.responderEffects(Ikev1Effect.Phase1Down.class)).hasSize(1);
        assertThat(two.now()).isBefore(up.plusSeconds(41));
    }

    @Test
    void keepsAnIdleTunnelThatAnswers() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.initiate();
        two.pass(Duration.ofMinutes(10));
        assertThat(two.responderEffects(Ikev1Effect.PeerDead.class)).isEmpty();
        assertThat(two.initiatorEffects(Ikev1Effect.SaPairDown.class)).isEmpty();
    }

    @Test
    void renewsThePairBeforeItsLifetimeEnds() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.initiate();
        two.pass(Duration.ofMinutes(61));
        List<Ikev1Effect.SaPairUp> ups = two.responderEffects(Ikev1Effect.SaPairUp.class);
        List<Ikev1Effect.SaPairDown> downs = two.responderEffects(Ikev1Effect.SaPairDown.class);
        assertThat(ups).hasSize(2);
        assertThat(downs).hasSize(1);
        assertThat(downs.get(0).inboundSpi()).isEqualTo(ups.get(0).inbound().spi());
        assertThat(two.initiatorEffects(Ikev1Effect.SaPairUp.class)).hasSize(2);
    }

    @Test
    void renewsPhase1BeforeItsLifetimeEnds() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.initiate();
        two.pass(Duration.ofHours(8).plusMinutes(5));
        assertThat(two.responderEffects(Ikev1Effect.Phase1Up.class)).hasSize(2);
        assertThat(two.responderEffects(Ikev1Effect.Phase1Down.class)).hasSize(1);
        assertThat(two.responderEffects(Ikev1Effect.PeerDead.class)).isEmpty();
    }

    @Test
    void tellsThePeerWhenItCloses() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.initiate();
        two.closeInitiator();
        assertThat(two.responderEffects(Ikev1Effect.SaPairDown.class))
                .extracting(Ikev1Effect.SaPairDown::reason)
                .containsExactly("deleted by the peer");
        assertThat(two.responderEffects(Ikev1Effect.Phase1Down.class)).hasSize(1);
    }

    @Test
    void aResponderKeepsOnePairOnly() {
        Selectors one = new Selectors(Ipv4Prefix.of("10.20.0.0/25"), Ipv4Prefix.of("10.0.0.0/16"));
        Selectors other = new Selectors(Ipv4Prefix.of("10.20.0.128/25"), Ipv4Prefix.of("10.0.0.0/16"));
        TwoSessions two =
                new TwoSessions(TwoSessions.initiator().withSelectors(List.of(one, other)), TwoSessions.responder());
        two.initiate();
        assertThat(two.initiatorEffects(Ikev1Effect.SaPairUp.class)).hasSize(2);
        assertThat(two.responderEffects(Ikev1Effect.SaPairDown.class))
                .extracting(Ikev1Effect.SaPairDown::reason)
                .containsExactly("a tunnel has one pair only");
    }

    @Test
    void everyTruncationOfAMessageIsIgnored() throws Exception {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.initiate();
        for (Octets message : two.wire()) {
            assertThat(IsakmpMessage.decode(message).header().exchangeType()).isPresent();
            for (int length = 0; length < message.length(); length++) {
                Ikev1Session fresh =
                        new Ikev1Session(TwoSessions.responder().policy(), new TwoSessions.CountingEntropy(9));
                List<Ikev1Effect> effects = fresh.receive(
                        TwoSessions.RESPONDER_500, TwoSessions.INITIATOR_500, message.first(length), two.now());
                assertThat(effects).allMatch(Ikev1Effect.Ignored.class::isInstance);
            }
        }
        assertThat(two.exchangesOnTheWire()).contains(ExchangeType.QUICK_MODE.id());
    }
}
