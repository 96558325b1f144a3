package io.vpntck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimesLineTest {

    @Test
    void givesBothTimesAndTheirRatio() {
        assertThat(new TimesLine(Duration.ofMillis(28_500), Duration.ofMillis(5_700), Duration.ofHours(1)))
                .hasToString("wall time 34.2 s (scenarios 28.5 s, reports 5.7 s), testbed time 3600.0 s,"
                        + " ratio to the scenarios' 126.3");
    }

    @Test
    void hasNoRatioWhenNothingRan() {
        assertThat(new TimesLine(Duration.ZERO, Duration.ofMillis(100), Duration.ZERO))
                .hasToString("wall time 0.1 s (scenarios 0.0 s, reports 0.1 s), testbed time 0.0 s,"
                        + " ratio to the scenarios' none");
    }
}
