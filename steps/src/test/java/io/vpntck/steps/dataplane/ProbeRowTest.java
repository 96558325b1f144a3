package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProbeRowTest {
    private static final Instant BEGUN = Instant.parse("2018-09-03T08:00:00Z");
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private static ProbeRow row(int sent, Set<Integer> arrived) {
        return new ProbeRow(BEGUN, INTERVAL, sent, arrived);
    }

    @Test
    void aGapIsALossWithItsLength() {
        ProbeRow row = row(10, Set.of(1, 2, 6, 7, 8, 10));
        assertThat(row.losses())
                .containsExactly(
                        new ProbeRow.Loss(BEGUN.plusMillis(200), 3, 3, Duration.ofMillis(300)),
                        new ProbeRow.Loss(BEGUN.plusMillis(800), 9, 1, Duration.ofMillis(100)));
        assertThat(row.longestGap()).isEqualTo(Duration.ofMillis(300));
        assertThat(row.lost()).isEqualTo(4);
    }

    @Test
    void aLossAtTheEndCountsUntilTheLastProbe() {
        assertThat(row(4, Set.of(1)).longestGap()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void nothingLostIsNoGap() {
        ProbeRow row = row(3, Set.of(1, 2, 3));
        assertThat(row.losses()).isEmpty();
        assertThat(row.longestGap()).isZero();
    }

    @Test
    void lossesAreCountedFromAMomentUntilAnother() {
        ProbeRow row = row(10, Set.of(1, 10));
        assertThat(row.lostBetween(BEGUN.plusMillis(200), BEGUN.plusMillis(500)))
                .as("numbers 3, 4 and 5")
                .isEqualTo(3);
    }

    @Property
    void lossesAndArrivalsAreAll(@ForAll @Size(max = 40) Set<@IntRange(min = 1, max = 60) Integer> arrived) {
        ProbeRow row = row(60, arrived);
        Set<Integer> lost = row.losses().stream()
                .flatMap(loss -> IntStream.range(loss.first(), loss.first() + loss.count())
                        .boxed())
                .collect(Collectors.toSet());
        assertThat(lost).hasSize(row.lost()).noneMatch(arrived::contains);
        assertThat(lost.size() + arrived.size()).isEqualTo(60);
    }

    @Test
    void takesItsPaceFromTheNetwork() {
        Map<Integer, Instant> seen = Map.of(3, BEGUN.plusMillis(1_203), 5, BEGUN.plusMillis(1_407));
        ProbeRow row = ProbeRow.seen(BEGUN, Duration.ofMillis(100), 10, seen, Set.of(3, 5));
        assertThat(row.interval()).isEqualTo(Duration.ofMillis(102));
        assertThat(row.begun()).isEqualTo(BEGUN.plusMillis(999));
        assertThat(row.sentAt(3)).isEqualTo(BEGUN.plusMillis(1_203));
        assertThat(row.longestGap()).isEqualTo(Duration.ofMillis(510));
    }

    @Test
    void keepsThePaceThatWasAskedForWhereTooFewWereSeen() {
        ProbeRow row = ProbeRow.seen(BEGUN, Duration.ofMillis(100), 10, Map.of(3, BEGUN.plusSeconds(9)), Set.of());
        assertThat(row).isEqualTo(new ProbeRow(BEGUN, Duration.ofMillis(100), 10, Set.of()));
    }
}
