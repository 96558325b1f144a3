package io.vpntck.reference.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.ec2.RejectedRequestException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    private static final Instant START = Instant.parse("2018-09-03T08:00:00Z");

    @ParameterizedTest(name = "{0} s in periods of {1} s: {2} of {3}")
    @CsvSource({
        "86460, 60,   InvalidParameterCombination, Period",
        "3600,  0,    InvalidParameterValue,       Period",
        "3600,  90,   InvalidParameterValue,       Period",
        "0,     60,   InvalidParameterCombination, StartTime",
        "-60,   60,   InvalidParameterCombination, StartTime",
    })
    void refuses(long seconds, long period, String code, String parameter) {
        assertThatThrownBy(() -> new Window(START, START.plusSeconds(seconds), period))
                .isInstanceOfSatisfying(RejectedRequestException.class, e -> {
                    assertThat(e.rejection().code()).isEqualTo(code);
                    assertThat(e.rejection().parameter()).isEqualTo(parameter);
                });
    }

    @Test
    void takes1440Points() {
        assertThat(new Window(START, START.plus(Duration.ofDays(1)), 60).period())
                .isEqualTo(60);
    }

    @Test
    void addsUpWhatStartsInEachPeriodFromStartToEnd() {
        TimeSeries first = new TimeSeries();
        TimeSeries second = new TimeSeries();
        first.append(START.getEpochSecond(), 4, Statistics.of(1));
        first.append(START.plusSeconds(240).getEpochSecond(), 20, Statistics.of(10));
        second.append(START.plusSeconds(360).getEpochSecond(), 1, Statistics.of(5));
        List<DataPoint> points =
                new Window(START.plusSeconds(89), START.plusSeconds(660), 300).over(List.of(first, second));
        assertThat(points)
                .containsExactly(
                        new DataPoint(START.plusSeconds(60), new Statistics(5, 23, 1, 10)),
                        new DataPoint(START.plusSeconds(360), new Statistics(6, 55, 5, 10)));
        assertThat(points.get(0).statistics().average()).isEqualTo(4.6);
    }

    @Test
    void showsACoarsePointInThePeriodOfItsBeginning() {
        TimeSeries series = new TimeSeries();
        series.append(START.getEpochSecond(), 120, Statistics.of(1));
        series.age(START.plus(Duration.ofDays(70)));
        assertThat(new Window(START, START.plusSeconds(7200), 300).over(List.of(series)))
                .containsExactly(
                        new DataPoint(START, new Statistics(60, 60, 1, 1)),
                        new DataPoint(START.plusSeconds(3600), new Statistics(60, 60, 1, 1)));
    }
}
