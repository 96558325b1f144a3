package io.vpntck.reference.bgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.bgp.BgpEffect.Close;
import io.vpntck.reference.bgp.BgpEffect.Connect;
import io.vpntck.reference.bgp.BgpEffect.Down;
import io.vpntck.reference.bgp.BgpEffect.Established;
import io.vpntck.reference.bgp.BgpEffect.Ignored;
import io.vpntck.reference.bgp.BgpEffect.RoutesChanged;
import io.vpntck.reference.bgp.BgpEffect.Send;
import io.vpntck.reference.bgp.SessionConduct.Departure;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BgpSessionTest {
    private static final Instant T0 = Instant.parse("2018-09-01T00:00:00Z");
    private static final Ipv4Address OWN = Ipv4Address.of("169.254.10.1");
    private static final Ipv4Address PEER = Ipv4Address.of("169.254.10.2");
    private static final SessionSettings SETTINGS = SessionSettings.of(64512, 65000, OWN);
    private static final Ipv4Prefix SITE = Ipv4Prefix.of("192.168.10.0/24");

    private static final NotificationMessage EXPIRED = new NotificationMessage(4, 0, Octets.EMPTY);

    private BgpSession session = new BgpSession(SETTINGS);
    private Instant now = T0;

    @Test
    void comesUpAndTellsItsRoutes() {
        PathAttributes vpc = PathAttributes.of(Origin.IGP, AsPath.of(64512L), OWN);
        session.announce(List.of(Ipv4Prefix.of("10.0.0.0/16")), vpc, now);
        assertThat(session.start(now)).containsExactly(new Connect());
        assertThat(sent(session.connected(now))).containsExactly(SETTINGS.open());
        assertThat(sent(hear(open(65000, 90)))).containsExactly(new KeepaliveMessage());
        List<BgpEffect> effects = hear(new KeepaliveMessage());
        assertThat(effects).first().isInstanceOfSatisfying(Established.class, up -> {
            assertThat(up.session().holdTime()).isEqualTo(Duration.ofSeconds(30));
            assertThat(up.session().width()).isEqualTo(AsWidth.FOUR);
        });
        assertThat(sent(effects))
                .containsExactly(UpdateMessage.announcing(
                        AttributeWriter.write(vpc, AsWidth.FOUR), List.of(Ipv4Prefix.of("10.0.0.0/16"))));
    }

    @Test
    void keepsTheSessionAliveEveryTenSecondsAndEndsItAfterThirtyOfSilence() {
        establish(open(65000, 30));
        List<String> trace = new ArrayList<>();
        while (trace.size() < 10 && !(session.state() instanceof SessionState.Idle)) {
            now = session.wakeAt().orElseThrow();
            for (BgpMessage message : sent(session.tick(now))) {
                trace.add(Duration.between(T0, now).toSeconds() + " s " + message.type());
            }
        }
        assertThat(trace).containsExactly("10 s KEEPALIVE", "20 s KEEPALIVE", "30 s NOTIFICATION");
        assertThat(session.wakeAt()).contains(T0.plusSeconds(35));
        now = T0.plusSeconds(35);
        assertThat(session.tick(now)).containsExactly(new Connect());
    }

    @Test
    void eachMessageOfThePeerRestartsTheHoldTimer() {
        establish(open(65000, 30));
        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(25);
            session.tick(now);
            assertThat(hear(new KeepaliveMessage())).isEmpty();
        }
        assertThat(session.state()).isInstanceOf(SessionState.Established.class);
    }

    @Test
    void withoutAHoldTimeNoTimerRuns() {
        establish(open(65000, 0));
        assertThat(session.wakeAt()).isEmpty();
        assertThat(session.tick(now.plus(Duration.ofDays(1)))).isEmpty();
    }

    @ParameterizedTest(name = "AS {0}, hold time {1}, identifier {2}: 2/{3}")
    @CsvSource({
        "65001, 30, 169.254.10.2, 2",
        "65000, 1,  169.254.10.2, 6",
        "65000, 2,  169.254.10.2, 6",
        "65000, 30, 0.0.0.0,      3",
        "0,     30, 169.254.10.2, 2",
    })
    void refusesAnOpen(long as, int holdTime, String identifier, int subcode) {
        connect();
        List<BgpEffect> effects = hear(OpenMessage.of(as, holdTime, Ipv4Address.of(identifier), List.of()));
        assertThat(sent(effects)).containsExactly(new NotificationMessage(2, subcode, Octets.EMPTY));
        assertThat(effects).hasAtLeastOneElementOfType(Close.class).hasAtLeastOneElementOfType(Down.class);
        assertThat(session.state()).isInstanceOf(SessionState.Idle.class);
    }

    @Test
    void aNeighbourOfTwoOctetsMeetsAsTrans() {
        session = new BgpSession(SessionSettings.of(4_200_000_000L, 65000, OWN));
        connectAndCheckMyAs(23456);
        hear(OpenMessage.of(65000, 30, PEER, List.of()));
        assertThat(session.state()).isInstanceOfSatisfying(SessionState.OpenConfirm.class, confirm -> assertThat(
                        confirm.session().width())
                .isEqualTo(AsWidth.TWO));
    }

    private void connectAndCheckMyAs(int expected) {
        session.start(now);
        assertThat(sent(session.connected(now)))
                .singleElement()
                .isInstanceOfSatisfying(
                        OpenMessage.class, open -> assertThat(open.myAs()).isEqualTo(expected));
    }

    @Test
    void learnsReplacesAndLosesRoutes() {
        establish(open(65000, 30));
        assertThat(hear(update(List.of(SITE), 65000L)))
                .singleElement()
                .isInstanceOfSatisfying(RoutesChanged.class, changed -> assertThat(changed.announced())
                        .containsExactly(SITE));
        assertThat(session.acceptedRoutes()).isOne();
        assertThat(hear(UpdateMessage.withdrawing(List.of(SITE, Ipv4Prefix.ALL))))
                .containsExactly(new RoutesChanged(List.of(SITE), List.of(), Optional.empty()));
        assertThat(session.acceptedRoutes()).isZero();
    }

    @Test
    void aPathWithTheOwnAsTakesTheRouteAway() {
        establish(open(65000, 30));
        hear(update(List.of(SITE), 65000L));
        assertThat(hear(update(List.of(SITE), 65000L, 64512L)))
                .hasAtLeastOneElementOfType(Ignored.class)
                .contains(new RoutesChanged(List.of(SITE), List.of(), Optional.empty()));
        assertThat(hear(update(List.of(SITE), 65001L, 65000L)))
                .as("a path that does not begin with the neighbour")
                .singleElement()
                .isInstanceOf(Ignored.class);
    }

    @Test
    void beyondTheLimitPrefixesAreIgnoredOrTheSessionCeases() {
        session = new BgpSession(SETTINGS.withLimit(new PrefixLimit(100, PrefixLimit.Reaction.IGNORE)));
        establish(open(65000, 30));
        hear(update(prefixes(101), 65000L));
        assertThat(session.acceptedRoutes()).isEqualTo(100);

        session = new BgpSession(SETTINGS.withLimit(new PrefixLimit(100, PrefixLimit.Reaction.CEASE)));
        establish(open(65000, 30));
        hear(update(prefixes(100), 65000L));
        assertThat(session.acceptedRoutes()).isEqualTo(100);
        assertThat(sent(hear(update(prefixes(101), 65000L))))
                .containsExactly(new NotificationMessage(6, 1, Octets.ofHex("0001 01 00000064")));
    }

    @Test
    void aRefreshBringsEverythingAgainAndARepeatBringsNothing() {
        PathAttributes vpc = PathAttributes.of(Origin.IGP, AsPath.of(64512L), OWN);
        List<Ipv4Prefix> two = List.of(Ipv4Prefix.of("10.0.0.0/16"), Ipv4Prefix.of("10.1.0.0/16"));
        establish(open(65000, 30));
        assertThat(sent(session.announce(two, vpc, now))).hasSize(1);
        assertThat(session.announce(two, vpc, now)).isEmpty();
        assertThat(sent(hear(RouteRefreshMessage.IPV4_UNICAST)))
                .singleElement()
                .isInstanceOfSatisfying(UpdateMessage.class, update -> assertThat(update.announced())
                        .isEqualTo(two));
        assertThat(hear(new RouteRefreshMessage(2, 0, 1))).singleElement().isInstanceOf(Ignored.class);
        assertThat(sent(session.withdraw(two, now))).containsExactly(UpdateMessage.withdrawing(two));
        assertThat(session.withdraw(two, now)).isEmpty();
    }

    @Test
    void manyRoutesAreSpreadOverMessages() {
        establish(open(65000, 30));
        List<BgpMessage> updates =
                sent(session.announce(prefixes(3000), PathAttributes.of(Origin.IGP, AsPath.of(64512L), OWN), now));
        assertThat(updates).hasSize(3);
        assertThat(updates.stream()
                        .mapToInt(u -> ((UpdateMessage) u).announced().size())
                        .sum())
                .isEqualTo(3000);
        assertThat(updates).allSatisfy(u -> assertThat(u.encode().length()).isLessThanOrEqualTo(4096));
    }

    @Test
    void stopsWithCeaseAndStaysDown() {
        establish(open(65000, 30));
        List<BgpEffect> effects = session.stop("moved");
        assertThat(sent(effects)).containsExactly(NotificationMessage.shutdown("moved"));
        assertThat(effects)
                .endsWith(new Down("stopped", Optional.of(NotificationMessage.shutdown("moved")), Optional.empty()));
        assertThat(session.wakeAt()).isEmpty();
        assertThat(session.connected(now)).containsExactly(new Close());
    }

    @Test
    void aNotificationOfThePeersEndsTheSessionWithoutAnAnswer() {
        establish(open(65000, 30));
        List<BgpEffect> effects = hear(NotificationMessage.shutdown("bye"));
        assertThat(sent(effects)).isEmpty();
        assertThat(effects)
                .containsExactly(
                        new Close(),
                        new Down(
                                "NOTIFICATION 6/2 (ADMINISTRATIVE_SHUTDOWN): bye",
                                Optional.empty(),
                                Optional.of(NotificationMessage.shutdown("bye"))));
    }

    @Test
    void messagesOutOfPlaceAreErrorsOfTheMachine() {
        connect();
        assertThat(sent(hear(new KeepaliveMessage()))).containsExactly(new NotificationMessage(5, 1, Octets.EMPTY));
        session = new BgpSession(SETTINGS);
        connect();
        hear(open(65000, 30));
        assertThat(sent(hear(update(List.of(SITE), 65000L))))
                .containsExactly(new NotificationMessage(5, 2, Octets.EMPTY));
        session = new BgpSession(SETTINGS);
        establish(open(65000, 30));
        assertThat(sent(hear(open(65000, 30)))).containsExactly(new NotificationMessage(5, 3, Octets.EMPTY));
    }

    @Test
    void triesAgainWhenTheConnectionFails() {
        session.start(now);
        assertThat(session.disconnected(now)).isEmpty();
        assertThat(session.state()).isEqualTo(new SessionState.Active(Optional.of(T0.plusSeconds(10))));
        assertThat(session.tick(T0.plusSeconds(9))).isEmpty();
        assertThat(session.tick(T0.plusSeconds(10))).containsExactly(new Connect());
        assertThat(session.tick(T0.plusSeconds(20))).containsExactly(new Close(), new Connect());
    }

    @Test
    void aPassiveSideWaitsAndIsReadyAgainAtOnce() {
        session = new BgpSession(SETTINGS.waiting());
        assertThat(session.start(now)).isEmpty();
        assertThat(session.wakeAt()).isEmpty();
        assertThat(sent(session.connected(now))).containsExactly(SETTINGS.open());
        hear(NotificationMessage.shutdown(""));
        assertThat(session.state()).isEqualTo(new SessionState.Active(Optional.empty()));
    }

    @Test
    void losesThePeerWithTheConnection() {
        establish(open(65000, 30));
        hear(update(List.of(SITE), 65000L));
        assertThat(session.disconnected(now))
                .containsExactly(new Down("the connection is gone", Optional.empty(), Optional.empty()));
        assertThat(session.acceptedRoutes()).isZero();
    }

    @Test
    void givesUpWaitingForAnOpenAfterFourMinutes() {
        connect();
        assertThat(session.wakeAt()).contains(T0.plusSeconds(240));
        assertThat(sent(session.tick(T0.plusSeconds(240))))
                .containsExactly(new NotificationMessage(4, 0, Octets.EMPTY));
    }

    @Test
    void conductLeavesOutWhatItSays() {
        session = new BgpSession(SETTINGS.withConduct(SessionConduct.departing(
                Departure.KEEPS_SILENT_SESSIONS,
                Departure.SENDS_NO_KEEPALIVES,
                Departure.TAKES_ANY_AS,
                Departure.USES_LOOPS)));
        connect();
        hear(open(65001, 30));
        hear(new KeepaliveMessage());
        assertThat(session.state()).isInstanceOf(SessionState.Established.class);
        assertThat(session.wakeAt()).isEmpty();
        hear(update(List.of(SITE), 65001L, 64512L));
        assertThat(session.acceptedRoutes()).isOne();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"SENDS_NO_KEEPALIVES, 2/2", "NAMES_NO_ERROR, 1/0", "ENDS_WITHOUT_A_WORD, ''"})
    void endsASessionWithTheFarewellOfItsConduct(Departure departure, String said) {
        session = new BgpSession(SETTINGS.withConduct(SessionConduct.departing(departure)));
        connect();
        List<BgpEffect> effects = hear(open(65001, 30));
        assertThat(effects).contains(new Close());
        assertThat(sent(effects).stream()
                        .map(NotificationMessage.class::cast)
                        .map(n -> n.code() + "/" + n.subcode())
                        .collect(Collectors.joining()))
                .isEqualTo(said);
    }

    @ParameterizedTest(name = "{0} of 90 s, with a peer of 30 s: KEEPALIVE after {1} s, the end after {2} s")
    @CsvSource({"PROPER, 10, 30", "KEEPS_OWN_HOLD_TIME, 30, 90"})
    void theLowerOfBothHoldTimesHoldsButForOneThatKeepsItsOwn(String conduct, int keepalive, int end) {
        SessionSettings ninety = SETTINGS.withHoldTime(90);
        session = new BgpSession(
                conduct.equals("PROPER")
                        ? ninety
                        : ninety.withConduct(SessionConduct.departing(Departure.valueOf(conduct))));
        establish(open(65000, 30));
        assertThat(session.wakeAt()).contains(T0.plusSeconds(keepalive));
        assertThat(sent(session.tick(T0.plusSeconds(keepalive)))).containsExactly(new KeepaliveMessage());
        assertThat(sent(session.tick(T0.plusSeconds(end - 1)))).doesNotContain(EXPIRED);
        assertThat(sent(session.tick(T0.plusSeconds(end)))).containsExactly(EXPIRED);
    }

    @Test
    void aWellKnownAttributeThatIsNotKnownEndsTheSessionButForOneThatTakesIt() {
        // RFC 4271, section 6.3: the data are the attribute itself, flags, type 99, length and value.
        RawAttribute unknown = new RawAttribute(RawAttribute.TRANSITIVE, 99, Octets.ofHex("0a"));
        List<RawAttribute> attributes =
                new ArrayList<>(update(List.of(SITE), 65000L).attributes());
        attributes.add(unknown);
        UpdateMessage update = UpdateMessage.announcing(attributes, List.of(SITE));
        establish(open(65000, 30));
        assertThat(sent(hear(update))).containsExactly(new NotificationMessage(3, 2, Octets.ofHex("4063010a")));

        session = new BgpSession(SETTINGS.withConduct(SessionConduct.departing(Departure.TAKES_UNKNOWN_WELL_KNOWN)));
        establish(open(65000, 30));
        assertThat(sent(hear(update))).isEmpty();
        assertThat(session.acceptedRoutes()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, -1, 65536})
    void refusesAHoldTimeOfItsOwn(int seconds) {
        assertThatThrownBy(() -> SETTINGS.withHoldTime(seconds)).isInstanceOf(IllegalArgumentException.class);
    }

    private void connect() {
        session.start(now);
        session.connected(now);
    }

    private void establish(OpenMessage open) {
        connect();
        hear(open);
        hear(new KeepaliveMessage());
        assertThat(session.state()).isInstanceOf(SessionState.Established.class);
    }

    private List<BgpEffect> hear(BgpMessage message) {
        return session.received(message.encode(), now);
    }

    private static OpenMessage open(long as, int holdTime) {
        return OpenMessage.of(as, holdTime, PEER, List.of(Capability.IPV4_UNICAST, Capability.fourOctetAs(as)));
    }

    private static UpdateMessage update(List<Ipv4Prefix> prefixes, Long... path) {
        return UpdateMessage.announcing(
                AttributeWriter.write(PathAttributes.of(Origin.IGP, AsPath.of(path), PEER), AsWidth.FOUR), prefixes);
    }

    private static List<Ipv4Prefix> prefixes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Ipv4Prefix(new Ipv4Address(0xac10_0000 + (i << 8)), 24))
                .toList();
    }

    private static List<BgpMessage> sent(List<BgpEffect> effects) {
        List<BgpMessage> messages = new ArrayList<>();
        for (BgpEffect effect : effects) {
            if (effect instanceof Send send) {
                try {
                    messages.addAll(BgpMessageTest.decode(send.message().toHex()));
                } catch (BgpException e) {
                    throw new AssertionError("an own message", e);
                }
            }
        }
        return messages;
    }
}
