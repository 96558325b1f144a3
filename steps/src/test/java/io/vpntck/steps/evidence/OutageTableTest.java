package io.vpntck.steps.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.steps.run.Attachment;
import io.vpntck.steps.run.MeasuredOutage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that the report's summary of outages is made from. */
class OutageTableTest {
    private static MeasuredOutage outage(String cause, Duration gap, int lost) {
        return new MeasuredOutage(cause, "LAN to VPC", 10, gap, lost, Duration.ofSeconds(60));
    }

    private static String text(Attachment attachment) {
        return new String(attachment.content(), StandardCharsets.UTF_8);
    }

    @Test
    void hasALineForEachOutageInTheirOrder() {
        Attachment table = OutageTable.of(List.of(
                outage("a silent failure", Duration.ofMillis(29_900), 299),
                outage("maintenance", Duration.ofNanos(100_999_999), 0)));
        assertThat(table.fileName()).isEqualTo("outages.csv");
        assertThat(table.mediaType()).isEqualTo("text/csv");
        assertThat(text(table))
                .isEqualTo("cause;direction;probes a second;gap in ms;lost;bound in ms\n"
                        + "a silent failure;LAN to VPC;10;29900;299;60000\n"
                        + "maintenance;LAN to VPC;10;100;0;60000\n");
    }

    @Test
    void hasTheNamesOfTheColumnsAloneWhereNothingWasMeasured() {
        assertThat(text(OutageTable.of(List.of())))
                .isEqualTo("cause;direction;probes a second;gap in ms;lost;bound in ms\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a failure; and its end", "a failure\nand its end", "a failure\rand its end", ""})
    void takesNoWordsThatWouldBeReadAsOtherColumns(String cause) {
        assertThatThrownBy(() -> outage(cause, Duration.ZERO, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cause");
    }
}
