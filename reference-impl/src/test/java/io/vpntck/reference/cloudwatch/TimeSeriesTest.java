package io.vpntck.reference.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {
    private static final Instant START = Instant.parse("2018-09-03T08:07:00Z");

    private static Instant minute(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static long samples(TimeSeries series) {
        return series.points().stream()
                .mapToLong(p -> p.count() * p.each().sampleCount())
                .sum();
    }

    private static double sum(TimeSeries series) {
        return series.points().stream()
                .mapToDouble(p -> p.count() * p.each().sum())
                .sum();
    }

    /** Runs of equal samples, of up to five days, fifteen of them, with an aging after each. */
    @Property(tries = 200)
    void losesNoSampleWithin15Months(
            @ForAll @Size(15) List<@IntRange(min = 1, max = 7_200) Integer> lengths,
            @ForAll @Size(15) List<@IntRange(min = 0, max = 3) Integer> values) {
        TimeSeries series = new TimeSeries();
        long minutes = 0;
        double sum = 0;
        for (int i = 0; i < lengths.size(); i++) {
            series.append(minute(minutes).getEpochSecond(), lengths.get(i), Statistics.of(values.get(i)));
            minutes += lengths.get(i);
            sum += (double) lengths.get(i) * values.get(i);
            series.age(minute(minutes));
            assertThat(samples(series)).isEqualTo(minutes);
            assertThat(sum(series)).isEqualTo(sum);
        }
        assertThat(series.points()).isSortedAccordingTo((a, b) -> Long.compare(a.start(), b.start()));
        for (int i = 1; i < series.points().size(); i++) {
            assertThat(series.points().get(i).start())
                    .isGreaterThanOrEqualTo(series.points().get(i - 1).end());
        }
    }

    @Test
    void keepsAPointOf14MonthsAndForgetsOneOf16() {
        TimeSeries series = new TimeSeries();
        series.append(START.getEpochSecond(), 1, Statistics.of(7));
        series.age(START.plus(Duration.ofDays(425)));
        assertThat(series.points()).singleElement().satisfies(p -> {
            assertThat(p.resolution()).isEqualTo(3600);
            assertThat(p.each()).isEqualTo(Statistics.of(7));
        });
        series.age(START.plus(Duration.ofDays(487)));
        assertThat(series.points()).isEmpty();
    }

    @Test
    void keepsMinutesFor15DaysAndFiveMinutesFor63() {
        TimeSeries series = new TimeSeries();
        int days = 100;
        for (long i = 0; i < days * 1440L; i++) {
            series.append(minute(i).getEpochSecond(), 1, Statistics.of(i % 7));
        }
        Instant now = minute(days * 1440L);
        series.age(now);
        // A coarser point is made once all of it is old enough.
        for (Points points : series.points()) {
            Duration age = Duration.between(Instant.ofEpochSecond(points.start()), now);
            if (points.resolution() == 60) {
                assertThat(age).isLessThan(Duration.ofDays(15).plusMinutes(5));
            } else if (points.resolution() == 300) {
                assertThat(age)
                        .isBetween(Duration.ofDays(15), Duration.ofDays(63).plusHours(1));
            } else {
                assertThat(age).isGreaterThan(Duration.ofDays(63));
            }
        }
        assertThat(series.points()).extracting(Points::resolution).contains(60L, 300L, 3600L);
        assertThat(samples(series)).isEqualTo(days * 1440L);
    }

    @Test
    void takesTheRoomOf45000PointsAtMostAndOfAFewWhenQuiet() {
        TimeSeries busy = new TimeSeries();
        TimeSeries quiet = new TimeSeries();
        quiet.append(START.getEpochSecond(), 700L * 1440, Statistics.of(0));
        for (int day = 0; day < 700; day++) {
            for (long i = day * 1440L; i < (day + 1) * 1440L; i++) {
                busy.append(minute(i).getEpochSecond(), 1, Statistics.of(i));
            }
            busy.age(minute((day + 1) * 1440L));
        }
        quiet.age(minute(700L * 1440));
        assertThat(busy.points()).hasSizeBetween(40_000, 46_500);
        assertThat(quiet.points()).hasSizeLessThan(12);
    }
}
