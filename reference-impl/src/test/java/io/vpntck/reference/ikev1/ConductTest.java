package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConductTest {
    private static Conduct departing(Ikev1Policy.Role role, Conduct.Departure departure) {
        return new Conduct(role, Set.of(departure));
    }

    @Test
    void theSideThatBeginsRenewsInGoodTimeAndTheOtherShortlyBeforeTheEnd() {
        assertThat(Conduct.proper(Ikev1Policy.Role.INITIATOR).renewAfter(Duration.ofSeconds(28_800)))
                .isEqualTo(Duration.ofSeconds(25_920));
        assertThat(Conduct.proper(Ikev1Policy.Role.RESPONDER).renewAfter(Duration.ofSeconds(28_800)))
                .isEqualTo(Duration.ofSeconds(28_224));
        assertThat(departing(Ikev1Policy.Role.RESPONDER, Conduct.Departure.RENEWS_NOTHING)
                        .renewAfter(Duration.ofSeconds(3_600)))
                .isGreaterThan(Duration.ofSeconds(3_600));
    }

    @Test
    void onlyTheSideThatBeginsComesBackAfterALoss() {
        assertThat(Conduct.proper(Ikev1Policy.Role.INITIATOR).revives()).isTrue();
        assertThat(Conduct.proper(Ikev1Policy.Role.RESPONDER).revives()).isFalse();
        assertThat(departing(Ikev1Policy.Role.INITIATOR, Conduct.Departure.GIVES_UP_AFTER_LOSS)
                        .revives())
                .isFalse();
        assertThat(departing(Ikev1Policy.Role.RESPONDER, Conduct.Departure.BEGINS_AFTER_LOSS)
                        .revives())
                .isTrue();
    }

    @Test
    void aTunnelMayBeIdleForEver() {
        assertThat(Conduct.proper(Ikev1Policy.Role.RESPONDER).idle()).isEmpty();
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.initiate();
        two.pass(Duration.ofHours(1));
        assertThat(two.responderEffects(Ikev1Effect.PeerDead.class)).isEmpty();
    }

    @Test
    void departuresTakeIdleTunnelsDown() {
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator(), TwoSessions.responder().departing(Conduct.Departure.DROPS_LIVE_TUNNELS));
        two.initiate();
        two.pass(Duration.ofSeconds(61));
        assertThat(two.responderEffects(Ikev1Effect.SaPairDown.class))
                .extracting(Ikev1Effect.SaPairDown::reason)
                .containsExactly("closed");
    }

    private static TwoSessions meeting(String key, String... otherKeys) {
        Conduct taking = Conduct.proper(Ikev1Policy.Role.RESPONDER)
                .taking(Stream.of(otherKeys).map(Octets::ofUtf8).toList());
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator().withKey(key),
                new TwoSessions.Side(TwoSessions.responder().policy().with(taking)));
        two.initiate();
        two.pass(Duration.ofSeconds(5));
        return two;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pre.shared_key", "another.key", "a.third.key"})
    void aResponderTakesTheOtherKeysThatItIsToldBesideTheRightOne(String key) {
        TwoSessions two = meeting(key, "another.key", "a.third.key");
        assertThat(two.responderEffects(Ikev1Effect.Phase1Up.class)).hasSize(1);
        assertThat(two.initiatorEffects(Ikev1Effect.SaPairUp.class)).hasSize(1);
        assertThat(two.responderEffects(Ikev1Effect.SaPairUp.class))
                .singleElement()
                .satisfies(pair -> assertThat(pair.inbound())
                        .isEqualTo(two.initiatorEffects(Ikev1Effect.SaPairUp.class)
                                .get(0)
                                .outbound()));
    }

    @Test
    void otherKeysThanThoseAreTakenByNobody() {
        TwoSessions two = meeting("a.fourth.key", "another.key", "a.third.key");
        assertThat(two.responderEffects(Ikev1Effect.Phase1Up.class)).isEmpty();
        assertThat(two.initiatorEffects(Ikev1Effect.Phase1Up.class)).isEmpty();
    }

    @Test
    void properlyThereAreNone() {
        assertThat(Conduct.proper(Ikev1Policy.Role.RESPONDER).otherKeys()).isEmpty();
        assertThat(departing(Ikev1Policy.Role.RESPONDER, Conduct.Departure.RENEWS_NOTHING)
                        .taking(List.of(Octets.ofUtf8("another.key")))
                        .has(Conduct.Departure.RENEWS_NOTHING))
                .as("the departures stay")
                .isTrue();
    }
}
