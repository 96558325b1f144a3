package io.vpntck.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.vpntck.reference.bgp.AsPath;
import io.vpntck.reference.bgp.BgpEffect;
import io.vpntck.reference.bgp.BgpSession;
import io.vpntck.reference.bgp.ErrorCode;
import io.vpntck.reference.bgp.NotificationMessage;
import io.vpntck.reference.bgp.Origin;
import io.vpntck.reference.bgp.PathAttributes;
import io.vpntck.reference.bgp.SessionConduct;
import io.vpntck.reference.bgp.SessionSettings;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.containers.GenericContainer;

/**
 * The BGP speaker over plain TCP with those of others, in containers: 100 routes each way, a flapping peer, the hold timer of both
 * sides and a NOTIFICATION in each direction. The table stands in {@code target/bgp-interop.md}, what went over the wire in
 * {@code target/bgp-wire}. Skipped, with the reason, without an engine.
 */
@Timeout(600)
class BgpInteropIT {
    private static final long AS = 4_200_000_000L;
    private static final Ipv4Address OWN = Ipv4Address.of(ForeignSpeaker.KIT);
    private static final Path WIRE = Path.of("target", "bgp-wire");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, String> TABLE = new TreeMap<>();

    private static SpeakerContainers containers;

    private final List<String> row = new ArrayList<>();
    private String ceased = "";
    private ForeignSpeaker speaker;
    private GenericContainer<?> container;

    @BeforeAll
    static void engine() throws IOException {
        try {
            containers = new SpeakerContainers();
        } catch (TestbedUnavailableException e) {
            if (System.getProperty("tck.containers", "optional").equals("required")) {
                fail(e.getMessage());
            }
            System.out.println("SKIPPED BgpInteropIT: " + e.getMessage());
            abort(e.getMessage());
        }
        Files.createDirectories(WIRE);
    }

    @AfterAll
    static void printTheTable() throws IOException {
        if (containers != null) {
            containers.close();
            StringBuilder table = new StringBuilder(
                    "| speaker | up | routes in / out | 5 flaps | its hold timer | our hold timer | its NOTIFICATION | ours |\n"
                            + "|---|---|---|---|---|---|---|---|\n");
            TABLE.values().forEach(line -> table.append(line).append('\n'));
            Files.writeString(Path.of("target", "bgp-interop.md"), table);
            System.out.print(table);
        }
    }

    @ParameterizedTest
    @EnumSource(ForeignSpeaker.class)
    void holdsSessions(ForeignSpeaker chosen) throws Exception {
        speaker = chosen;
        container = containers.start(speaker);
        row.add(SpeakerContainers.in(container, speaker.version)
                .lines()
                .findFirst()
                .orElse("?"));
        List<String> wire = new ArrayList<>();
        try {
            exchangesRoutesAndFlaps(wire);
            expires(wire);
            isToldOfAnError(wire);
        } catch (AssertionError e) {
            throw new AssertionError(container.getLogs(), e);
        } finally {
            TABLE.put(speaker.name(), "| " + String.join(" | ", row) + " |");
            Files.write(WIRE.resolve(speaker.name().toLowerCase(Locale.ROOT) + ".txt"), wire);
            container.stop();
        }
    }

    private void exchangesRoutesAndFlaps(List<String> wire) throws Exception {
        try (SocketPeering peering = peering(SessionConduct.PROPER)) {
            peering.session().announce(prefixes(100), PathAttributes.of(Origin.IGP, AsPath.of(AS), OWN), Instant.now());
            Instant begun = Instant.now();
            peering.carryOut(peering.session().start(begun));
            requireUp(peering);
            row.add(Duration.between(begun, Instant.now()).toMillis() + " ms");
            requireCount(peering, 100);
            row.add(peering.session().acceptedRoutes() + " / 100");
            peering.carryOut(peering.session().withdraw(prefixes(50), Instant.now()));
            requireCount(peering, 50);
            for (int i = 0; i < 5; i++) {
                peering.carryOut(peering.session().stop("flap " + i));
                peering.carryOut(peering.session().start(Instant.now()));
                requireUp(peering);
            }
            requireCount(peering, 50);
            row.add("up again each time");
            endsByThePeersCommand(peering);
            peering.carryOut(peering.session().stop("done"));
            wire.addAll(peering.wire);
        }
    }

    private void requireUp(SocketPeering peering) throws Exception {
        boolean up = peering.await(() -> peering.session().acceptedRoutes() == 100, Duration.ofSeconds(3));
        for (int i = 0; i < 10 && !up; i++) {
            SpeakerContainers.in(container, speaker.up);
            up = peering.await(() -> peering.session().acceptedRoutes() == 100, Duration.ofSeconds(3));
        }
        assertThat(up).as("established with 100 routes; %s", peering.happened).isTrue();
        // What comes now counts: a speaker that still held the last connection may have refused the first one.
        peering.happened.clear();
    }

    private void requireCount(SocketPeering peering, int expected) throws Exception {
        String count = "";
        for (int i = 0; i < 20 && !count.equals(Integer.toString(expected)); i++) {
            peering.await(() -> false, Duration.ofMillis(300));
            count = SpeakerContainers.in(container, speaker.count);
        }
        assertThat(count).as("prefixes of ours that %s holds", speaker).isEqualTo(Integer.toString(expected));
    }

    private void endsByThePeersCommand(SocketPeering peering) throws Exception {
        SpeakerContainers.in(container, speaker.down);
        assertThat(peering.await(() -> received(peering).isPresent(), SOON))
                .as("a NOTIFICATION after the peer's command")
                .isTrue();
        NotificationMessage cease = received(peering).orElseThrow();
        assertThat(cease.error()).contains(ErrorCode.ADMINISTRATIVE_SHUTDOWN);
        SpeakerContainers.in(container, speaker.up);
        requireUp(peering);
        ceased = cease.code() + "/" + cease.subcode()
                + cease.shutdownText().map(text -> " \"" + text + "\"").orElse("");
    }

    /** With nine seconds: first the peer's patience with us, then ours with the peer. */
    private void expires(List<String> wire) throws Exception {
        try (SocketPeering silent = peering(SessionConduct.departing(SessionConduct.Departure.SENDS_NO_KEEPALIVES))) {
            silent.carryOut(silent.session().start(Instant.now()));
            requireUp(silent);
            Instant up = Instant.now();
            assertThat(silent.await(() -> received(silent).isPresent(), SOON))
                    .as("the peer's hold timer")
                    .isTrue();
            assertThat(received(silent).flatMap(NotificationMessage::error)).contains(ErrorCode.HOLD_TIMER_EXPIRED);
            row.add("4/0 after " + Duration.between(up, Instant.now()).toSeconds() + " s of 9");
            silent.carryOut(silent.session().stop(""));
            wire.addAll(silent.wire);
        }
        try (SocketPeering waiting = peering(SessionConduct.PROPER)) {
            waiting.carryOut(waiting.session().start(Instant.now()));
            requireUp(waiting);
            containers.pause(container);
            boolean expired;
            Instant paused = Instant.now();
            try {
                expired = waiting.await(() -> sent(waiting).isPresent(), SOON);
            } finally {
                containers.resume(container);
            }
            assertThat(expired).as("the own hold timer").isTrue();
            assertThat(sent(waiting).flatMap(NotificationMessage::error)).contains(ErrorCode.HOLD_TIMER_EXPIRED);
            row.add("4/0 after " + Duration.between(paused, Instant.now()).toSeconds() + " s of 9");
            requireUp(waiting);
            waiting.carryOut(waiting.session().stop(""));
            wire.addAll(waiting.wire);
        }
        row.add(ceased);
    }

    /** An UPDATE whose withdrawn routes are longer than itself is answered with a NOTIFICATION by all of them. */
    private void isToldOfAnError(List<String> wire) throws Exception {
        try (SocketPeering peering = peering(SessionConduct.PROPER)) {
            peering.carryOut(peering.session().start(Instant.now()));
            requireUp(peering);
            peering.send(Octets.ofHex("ff".repeat(16) + "0017 02 0005 0000"));
            assertThat(peering.await(() -> received(peering).isPresent(), SOON))
                    .as("a NOTIFICATION after a malformed UPDATE")
                    .isTrue();
            assertThat(received(peering).flatMap(NotificationMessage::error))
                    .contains(ErrorCode.MALFORMED_ATTRIBUTE_LIST);
            requireUp(peering);
            peering.carryOut(peering.session().reset(ErrorCode.ADMINISTRATIVE_RESET.notification(), Instant.now()));
            requireUp(peering);
            peering.carryOut(peering.session().stop("done"));
            wire.addAll(peering.wire);
            row.add("6/4, up again; 3/1 provoked and got");
        }
    }

    private SocketPeering peering(SessionConduct conduct) {
        SessionSettings settings =
                SessionSettings.of(AS, speaker.as(), OWN).withHoldTime(9).withConduct(conduct);
        return new SocketPeering(new BgpSession(settings), speaker.address());
    }

    private static Optional<NotificationMessage> received(SocketPeering peering) {
        return downs(peering).stream()
                .map(down -> down.received().orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Optional<NotificationMessage> sent(SocketPeering peering) {
        return downs(peering).stream()
                .map(down -> down.sent().orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static List<BgpEffect.Down> downs(SocketPeering peering) {
        return peering.happened.stream()
                .filter(BgpEffect.Down.class::isInstance)
                .map(BgpEffect.Down.class::cast)
                .toList();
    }

    private static List<Ipv4Prefix> prefixes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Ipv4Prefix.of("172.20." + i + ".0/24"))
                .toList();
    }
}
