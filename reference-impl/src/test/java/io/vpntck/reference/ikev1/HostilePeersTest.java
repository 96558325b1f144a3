package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that were forged, recorded or sent back, and many at once: nothing changes, and little is said. */
class HostilePeersTest {
    private static final UdpEndpoint STRANGER = new UdpEndpoint(Ipv4Address.of("198.18.0.66"), 500);

    private static TwoSessions up() {
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator().withDpdInterval(Duration.ofMinutes(10)), TwoSessions.responder());
        two.initiate();
        return two;
    }

    /** The first octet replaced: another initiator cookie. */
    private static Octets withCookie(Octets first, int number) {
        Octets cookie = Octets.ofHex(String.format("c0ffee00%08x", number));
        return Octets.concat(cookie, first.from(8));
    }

    private static Octets withNextPayload(Octets message, int type) {
        return Octets.concat(message.first(16), Octets.ofHex(String.format("%02x", type)), message.from(17));
    }

    @Test
    void repeatsItsAnswerOctetForOctet() {
        TwoSessions two = up();
        for (int i = 0; i < 8; i += 2) {
            List<Ikev1Effect> effects =
                    two.forgeToResponder(TwoSessions.INITIATOR_500, two.wire().get(i));
            if (i == 4 || i == 6) {
                assertThat(effects)
                        .containsExactly(new Ikev1Effect.Transmit(
                                TwoSessions.RESPONDER_500,
                                TwoSessions.INITIATOR_500,
                                two.wire().get(i + 1)));
            } else {
                assertThat(effects).as("message %d, long over", i).allMatch(Ikev1Effect.Ignored.class::isInstance);
            }
        }
        assertThat(two.responderEffects(Ikev1Effect.SaPairUp.class)).hasSize(1);
    }

    @Test
    void anInitiatorSaysNothingToACopyOfAnAnswerInMainMode() {
        TwoSessions two = up();
        for (int i : List.of(1, 3, 5)) {
            assertThat(two.forgeToInitiator(two.wire().get(i))).allMatch(Ikev1Effect.Ignored.class::isInstance);
        }
    }

    @Test
    void takesNoRecordedMessageAgain() {
        TwoSessions two = up();
        two.pass(Duration.ofSeconds(11));
        Octets acknowledgement = two.wire().get(10);
        two.pass(Duration.ofMinutes(5));
        two.loseEverything();
        for (int i = 0; i < 8; i++) {
            two.pass(Duration.ofSeconds(5));
            assertThat(two.forgeToResponder(TwoSessions.INITIATOR_500, acknowledgement))
                    .allMatch(Ikev1Effect.Ignored.class::isInstance);
        }
        two.pass(Duration.ofSeconds(1));
        assertThat(two.responderEffects(Ikev1Effect.PeerDead.class)).hasSize(1);
    }

    @Test
    void takesNoMessageOfItsOwn() {
        TwoSessions two = up();
        two.pass(Duration.ofSeconds(11));
        Octets question = two.wire().get(9);
        assertThat(two.forgeToResponder(TwoSessions.INITIATOR_500, question))
                .allMatch(Ikev1Effect.Ignored.class::isInstance);
        assertThat(two.forgeToInitiator(two.wire().get(6))).allMatch(Ikev1Effect.Ignored.class::isInstance);
    }

    @Test
    void anyFirstPayloadOfAnEncryptedMessageIsSurvived() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.lose(8);
        two.initiate();
        for (int type = 0; type < 256; type++) {
            Octets second = withNextPayload(two.wire().get(7), type);
            Octets first = withNextPayload(two.wire().get(6), type);
            if (type != 8) {
                assertThat(two.forgeToInitiator(second)).allMatch(Ikev1Effect.Ignored.class::isInstance);
                assertThat(two.forgeToResponder(TwoSessions.INITIATOR_500, first))
                        .allMatch(Ikev1Effect.Ignored.class::isInstance);
            }
        }
        two.pass(Duration.ofSeconds(4));
        assertThat(two.initiatorEffects(Ikev1Effect.SaPairUp.class)).hasSize(1);
    }

    @Test
    void anHonestPeerComesThroughAFloodOfFirstMessages() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.lose(3);
        two.initiate();
        int octetsOut = 0;
        for (int i = 0; i < 1_000; i++) {
            Octets forged = withCookie(two.wire().get(0), i);
            List<Ikev1Effect> effects = two.forgeToResponder(STRANGER, forged);
            assertThat(effects).hasSize(1).first().isInstanceOf(Ikev1Effect.Transmit.class);
            octetsOut += ((Ikev1Effect.Transmit) effects.get(0)).message().length();
            assertThat(octetsOut).isLessThanOrEqualTo((i + 1) * forged.length());
        }
        two.pass(Duration.ofSeconds(4));
        assertThat(two.responderEffects(Ikev1Effect.SaPairUp.class)).hasSize(1);
    }

    @Test
    void halfOpenExchangesAreBoundedAndForgotten() {
        HalfOpenExchanges table =
                new HalfOpenExchanges(TwoSessions.INITIATOR_500.address(), Conduct.proper(Ikev1Policy.Role.RESPONDER));
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.initiate();
        Octets first = two.wire().get(0);
        for (int i = 0; i < 100; i++) {
            table.add(MainModeResponderTest.responder(withCookie(first, i), STRANGER, two.now()));
        }
        assertThat(table.size()).isEqualTo(16);
        table.tick(two.now().plusSeconds(60));
        assertThat(table.size()).isZero();
    }

    @Test
    void aWrongNumberIsNoSignOfLife() {
        TwoSessions two = new TwoSessions(
                TwoSessions.initiator()
                        .withDpdInterval(Duration.ofMinutes(10))
                        .departing(Conduct.Departure.WRONG_ACKNOWLEDGEMENTS),
                TwoSessions.responder());
        two.initiate();
        two.pass(Duration.ofSeconds(41));
        assertThat(two.responderEffects(Ikev1Effect.PeerDead.class)).hasSize(1);
    }

    @Test
    void aPeerWithInitialContactTakesThePlaceOfItsFormerSelf() {
        TwoSessions two = up();
        two.restartInitiator(TwoSessions.initiator());
        assertThat(two.responderEffects(Ikev1Effect.Phase1Down.class))
                .extracting(Ikev1Effect.Phase1Down::reason)
                .containsExactly("the peer knows of no other");
        assertThat(two.responderEffects(Ikev1Effect.SaPairDown.class)).hasSize(1);
        assertThat(two.responderEffects(Ikev1Effect.SaPairUp.class)).hasSize(2);
    }

    @Test
    void comesBackAfterALossForAsLongAsItTakes() {
        TwoSessions two = new TwoSessions(TwoSessions.initiator(), TwoSessions.responder());
        two.initiate();
        two.loseEverything();
        two.pass(Duration.ofMinutes(20));
        assertThat(two.initiatorEffects(Ikev1Effect.PeerDead.class)).hasSize(1);
        two.loseNothing();
        two.pass(Duration.ofSeconds(40));
        assertThat(two.initiatorEffects(Ikev1Effect.SaPairUp.class)).hasSize(2);
        assertThat(two.responderEffects(Ikev1Effect.SaPairUp.class)).hasSize(2);
        assertThat(two.responderEffects(Ikev1Effect.Phase1Up.class))
                .extracting(Ikev1Effect.Phase1Up::initiator)
                .containsExactly(false, false);
    }

    @Test
    void noOtherVersionAndNoOtherExchangeIsAnswered() {
        TwoSessions two = up();
        Octets first = withCookie(two.wire().get(0), 1);
        Octets version2 = Octets.concat(first.first(17), Octets.ofHex("2022"), first.from(19));
        assertThat(two.forgeToResponder(STRANGER, version2)).allMatch(Ikev1Effect.Ignored.class::isInstance);
        for (int exchange = 0; exchange < 256; exchange++) {
            Octets other =
                    Octets.concat(first.first(18), Octets.ofHex(String.format("%02x", exchange)), first.from(19));
            if (exchange != 2) {
                assertThat(two.forgeToResponder(STRANGER, other)).allMatch(Ikev1Effect.Ignored.class::isInstance);
            }
        }
        assertThat(first.length()).isGreaterThan(IsakmpHeader.LENGTH);
    }
}
