package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
}
