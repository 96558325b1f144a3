package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
}
