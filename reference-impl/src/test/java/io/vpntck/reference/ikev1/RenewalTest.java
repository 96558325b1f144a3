package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Renewal of IKE SAs and of pairs of ESP SAs, from either side and from both at once. */
class RenewalTest {
    /** The initiator renews after 90 % of its lifetime, the responder after 98 % of the shorter one: at the same moment. */
    private static final Duration INITIATORS = Duration.ofSeconds(980);

    private static final Duration RESPONDERS = Duration.ofSeconds(900);

    private static Set<Integer> pairsUp(List<Ikev1Effect.SaPairUp> ups, List<Ikev1Effect.SaPairDown> downs) {
        Set<Integer> gone =
                downs.stream().map(Ikev1Effect.SaPairDown::inboundSpi).collect(Collectors.toSet());
        return ups.stream()
                .map(up -> up.inbound().spi())
                .filter(spi -> !gone.contains(spi))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> initiatorsPairs(TwoSessions two) {
        return pairsUp(
                two.initiatorEffects(Ikev1Effect.SaPairUp.class), two.initiatorEffects(Ikev1Effect.SaPairDown.class));
    }

    private static Set<Integer> respondersPairs(TwoSessions two) {
        return pairsUp(
                two.responderEffects(Ikev1Effect.SaPairUp.class), two.responderEffects(Ikev1Effect.SaPairDown.class));
    }

    @Test
    void theSideThatWaitsRenewsAPairThatTheOtherHasLeft() {
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator().departing(Conduct.Departure.RENEWS_NOTHING), TwoSessions.responder());
        two.initiate();
        two.pass(Duration.ofMinutes(58));
        assertThat(two.responderEffects(Ikev1Effect.SaPairUp.class)).hasSize(1);
        two.pass(Duration.ofMinutes(1));
        assertThat(two.responderEffects(Ikev1Effect.SaPairUp.class)).hasSize(2);
        two.pass(Duration.ofMinutes(1));
        assertThat(initiatorsPairs(two)).hasSize(1);
        assertThat(respondersPairs(two)).hasSize(1);
    }

    @Test
    void theSideThatWaitsRenewsAnIkeSaThatTheOtherHasLeft() {
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator().departing(Conduct.Departure.RENEWS_NOTHING), TwoSessions.responder());
        two.initiate();
        two.pass(Duration.ofHours(8).plusMinutes(1));
        assertThat(two.responderEffects(Ikev1Effect.Phase1Up.class))
                .extracting(Ikev1Effect.Phase1Up::initiator)
                .containsExactly(false, true);
        assertThat(two.initiatorEffects(Ikev1Effect.Phase1Up.class))
                .extracting(Ikev1Effect.Phase1Up::initiator)
                .containsExactly(true, false);
        assertThat(two.initiatorEffects(Ikev1Effect.Phase1Down.class)).hasSize(1);
        assertThat(two.responderEffects(Ikev1Effect.PeerDead.class)).isEmpty();
    }

    @Test
    void onePairRemainsWhenBothRenewAtOnce() {
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator().withLifetimes(Duration.ofHours(8), INITIATORS),
                TwoSessions.responder().withLifetimes(Duration.ofHours(8), RESPONDERS));
        two.initiate();
        two.pass(Duration.ofSeconds(883));
        assertThat(two.exchangesOnTheWire().stream().filter(type -> type == 32).count())
                .as("messages of quick mode: three, and one of the side that gives its own up")
                .isEqualTo(3 + 3 + 1);
        two.pass(Duration.ofSeconds(60));
        assertThat(two.initiatorEffects(Ikev1Effect.SaPairUp.class)).hasSize(2);
        assertThat(two.responderEffects(Ikev1Effect.SaPairUp.class)).hasSize(2);
        assertThat(initiatorsPairs(two)).hasSize(1);
        assertThat(respondersPairs(two)).hasSize(1);
    }

    @Test
    void oneIkeSaRemainsWhenBothRenewAtOnce() {
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator().withLifetimes(INITIATORS, Duration.ofHours(1)),
                TwoSessions.responder().withLifetimes(RESPONDERS, Duration.ofHours(1)));
        two.initiate();
        two.pass(Duration.ofSeconds(883));
        assertThat(two.initiatorEffects(Ikev1Effect.Phase1Up.class)).hasSize(3);
        two.pass(Duration.ofSeconds(60));
        assertThat(two.initiatorEffects(Ikev1Effect.Phase1Down.class)).hasSize(2);
        assertThat(two.responderEffects(Ikev1Effect.Phase1Down.class)).hasSize(2);
        assertThat(two.responderEffects(Ikev1Effect.PeerDead.class)).isEmpty();
        assertThat(initiatorsPairs(two)).hasSize(1);
    }

    @Test
    void onePairRemainsWhenBothPhasesAreRenewedByBothAtOnce() {
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator().withLifetimes(INITIATORS, INITIATORS),
                TwoSessions.responder().withLifetimes(RESPONDERS, RESPONDERS));
        two.initiate();
        two.pass(Duration.ofSeconds(1_000));
        assertThat(initiatorsPairs(two)).hasSize(1);
        assertThat(respondersPairs(two)).hasSize(1);
        two.pass(Duration.ofHours(2));
        assertThat(initiatorsPairs(two)).hasSize(1);
        assertThat(respondersPairs(two)).hasSize(1);
        assertThat(two.responderEffects(Ikev1Effect.PeerDead.class)).isEmpty();
    }

    @Test
    void aRenewalSurvivesTheLossOfAnyOfItsMessages() {
        for (int lost = 1; lost <= 12; lost++) {
            TwoSessions two = new TwoSessions(
                    TwoSessions.initiator().withLifetimes(INITIATORS, INITIATORS),
                    TwoSessions.responder().withLifetimes(INITIATORS, INITIATORS));
            two.initiate();
            two.pass(Duration.ofSeconds(881));
            two.lose(lost);
            two.pass(Duration.ofSeconds(120));
            assertThat(initiatorsPairs(two)).as("message %d lost", lost).hasSize(1);
            assertThat(respondersPairs(two)).as("message %d lost", lost).hasSize(1);
            assertThat(two.initiatorEffects(Ikev1Effect.SaPairUp.class)).hasSize(2);
        }
    }

    @Test
    void aResponderTakesPacketsBeforeMessage3() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.lose(9);
        two.initiate();
        assertThat(two.responderEffects(Ikev1Effect.SaPairInbound.class)).hasSize(1);
        assertThat(two.responderEffects(Ikev1Effect.SaPairUp.class)).isEmpty();
        two.pass(Duration.ofSeconds(3));
        assertThat(two.responderEffects(Ikev1Effect.SaPairUp.class))
                .containsExactly(two.responderEffects(Ikev1Effect.SaPairInbound.class)
                        .get(0)
                        .pair());
    }

    @Test
    void theOldPairStaysForWhatIsUnderWay() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.initiate();
        two.pass(Duration.ofSeconds(3_243));
        assertThat(initiatorsPairs(two)).as("just renewed").hasSize(2);
        two.pass(Duration.ofSeconds(6));
        assertThat(initiatorsPairs(two)).hasSize(1);
        assertThat(respondersPairs(two)).hasSize(1);
    }

    @Test
    void aRenewalOffersWhatWasAgreed() {
        List<Phase2Proposal> last =
                new ArrayList<>(TwoSessions.responder().policy().phase2());
        List<Phase1Proposal> lastPhase1 =
                new ArrayList<>(TwoSessions.responder().policy().phase1());
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator()
                        .with(List.of(lastPhase1.get(lastPhase1.size() - 1)), List.of(last.get(last.size() - 1)))
                        .departing(Conduct.Departure.RENEWS_NOTHING),
                TwoSessions.responder().withLifetimes(RESPONDERS, RESPONDERS));
        two.initiate();
        two.pass(Duration.ofSeconds(950));
        assertThat(two.initiatorEffects(Ikev1Effect.Phase1Up.class)).hasSize(2);
        assertThat(two.initiatorEffects(Ikev1Effect.SaPairUp.class))
                .hasSize(2)
                .extracting(Ikev1Effect.SaPairUp::encryption)
                .containsOnly(last.get(last.size() - 1).encryption());
    }

    @Test
    void anIkeSaEndsWithItsLifetimeWhenNobodyRenewsIt() {
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator()
                        .withLifetimes(RESPONDERS, RESPONDERS)
                        .departing(Conduct.Departure.RENEWS_NOTHING, Conduct.Departure.REFUSES_RENEWALS),
                TwoSessions.responder());
        two.initiate();
        two.pass(Duration.ofSeconds(901));
        assertThat(two.responderEffects(Ikev1Effect.Phase1Down.class))
                .extracting(Ikev1Effect.Phase1Down::reason)
                .containsExactly("its lifetime is over");
        assertThat(two.responderEffects(Ikev1Effect.SaPairDown.class))
                .extracting(Ikev1Effect.SaPairDown::reason)
                .containsExactly("its lifetime is over");
    }
}
