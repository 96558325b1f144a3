package io.vpntck.reference.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisturbanceTest {
    private static final Ipv4Address A = Ipv4Address.of("198.51.100.1");
    private static final Ipv4Address B = Ipv4Address.of("198.51.100.2");
    private static final Ipv4Address C = Ipv4Address.of("198.51.100.3");
    private static final Ipv4Packet PACKET = Ipv4Packet.of(A, B, 253, Octets.ofHex("00112233"));
    private static final SeededDisturbance.Rates RATES =
            new SeededDisturbance.Rates(0.2, 0.1, 0.05, Duration.ofMillis(80));

    private static List<PacketEvent> first(Disturbance disturbance, int count) {
        return LongStream.rangeClosed(1, count)
                .boxed()
                .flatMap(n -> disturbance.befalls(n, PACKET).stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lose 17", "duplicate 17 after 3200 us", "delay 17 by 41000 us", "corrupt 17 at 33"})
    void saysEventsInWordsAndTakesThem(String words) {
        PacketEvent event = PacketEvent.parse(words);
        assertThat(event.packet()).isEqualTo(17);
        assertThat(event).hasToString(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lose", "lose x", "delay 17", "corrupt 17 at", "steal 17"})
    void refusesOtherWords(String words) {
        assertThatThrownBy(() -> PacketEvent.parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no packet event: " + words);
    }

    @Test
    void followsFromTheSeedAndTheNumberAlone() {
        List<PacketEvent> once = first(new SeededDisturbance(7, RATES), 1_000);
        assertThat(first(new SeededDisturbance(7, RATES), 1_000)).isEqualTo(once);
        assertThat(first(new SeededDisturbance(8, RATES), 1_000)).isNotEqualTo(once);
        assertThat(new SeededDisturbance(7, RATES).befalls(500, PACKET))
                .isEqualTo(once.stream().filter(e -> e.packet() == 500).toList());
    }

    @Test
    void keepsToItsRates() {
        List<PacketEvent> events = first(new SeededDisturbance(7, RATES), 10_000);
        assertThat(events.stream().filter(PacketEvent.Lose.class::isInstance)).hasSizeBetween(1_850, 2_150);
        // Of the 80 % that are not lost.
        assertThat(events.stream().filter(PacketEvent.Duplicate.class::isInstance))
                .hasSizeBetween(700, 900);
        assertThat(events.stream().filter(PacketEvent.Corrupt.class::isInstance))
                .hasSizeBetween(330, 470);
    }

    @Test
    void replaysAListAndNothingElse() {
        List<PacketEvent> list = first(new SeededDisturbance(7, RATES), 200);
        assertThat(first(Disturbance.of(list), 400)).isEqualTo(list);
    }

    @Test
    void partitionsOneAddressInBothDirections() {
        Disturbance partition = Disturbance.partition(B);
        assertThat(partition.befalls(1, PACKET)).containsExactly(new PacketEvent.Lose(1));
        assertThat(partition.befalls(2, Ipv4Packet.of(B, A, 253, Octets.EMPTY)))
                .containsExactly(new PacketEvent.Lose(2));
        assertThat(partition.befalls(3, Ipv4Packet.of(A, C, 253, Octets.EMPTY))).isEmpty();
    }

    @Test
    void joinsDisturbancesAndKeepsThemToOneKindOfPacket() {
        Disturbance late = (n, p) -> List.of(new PacketEvent.Delay(n, Duration.ofMillis(5)));
        Disturbance twice = (n, p) -> List.of(new PacketEvent.Duplicate(n, Duration.ofMillis(1)));
        Disturbance both = late.and(twice.only(p -> p.destination().equals(C)));
        assertThat(both.befalls(1, PACKET)).containsExactly(new PacketEvent.Delay(1, Duration.ofMillis(5)));
        assertThat(both.befalls(2, Ipv4Packet.of(A, C, 253, Octets.EMPTY))).hasSize(2);
    }

    @Test
    void makesCopies() {
        List<PacketEvent.Copy> copies = List.of(new PacketEvent.Copy(Duration.ZERO, PACKET));
        List<PacketEvent> events = new ArrayList<>(List.of(
                new PacketEvent.Corrupt(1, 5),
                new PacketEvent.Delay(1, Duration.ofMillis(2)),
                new PacketEvent.Duplicate(1, Duration.ofMillis(3))));
        for (PacketEvent event : events) {
            copies = event.applyTo(copies);
        }
        assertThat(copies)
                .extracting(PacketEvent.Copy::later)
                .containsExactly(Duration.ofMillis(2), Duration.ofMillis(5));
        // Octet 5 of a payload of 4 is octet 1.
        assertThat(copies).allMatch(c -> c.packet().payload().toHex().equals("00ee2233"));
        assertThat(new PacketEvent.Lose(1).applyTo(copies)).isEmpty();
    }
}
