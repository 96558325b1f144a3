package io.vpntck.reports.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutageSummaryTest {
    private static OutageSummary.Row row(List<Long> gaps) {
        return new OutageSummary.Row(
                Routing.STATIC, "maintenance", "VPC to LAN", 10, List.of("VPN-FAIL-02"), gaps, 3, 60_000);
    }

    @Test
    void hasTheMiddleOfAnOddNumber() {
        assertThat(row(List.of(900L, 100L, 300L)).median()).isEqualTo(300);
    }

    @Test
    void hasTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(row(List.of(900L, 100L, 300L, 500L)).median()).isEqualTo(400);
    }

    @Test
    void hasTheLongestAsTheWorst() {
        assertThat(row(List.of(900L, 100L)).worst()).isEqualTo(900);
    }
}
