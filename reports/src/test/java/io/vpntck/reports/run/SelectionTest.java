package io.vpntck.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Scenario QUICK = scenario("quick", 3, Set.of("data-plane", "tmsLink=VPN-AAA-01"));
    private static final Scenario SLOW = scenario("slow", 9, Set.of("data-plane", "slow", "tmsLink=VPN-AAA-01"));

    private static Scenario scenario(String id, int line, Set<String> tags) {
        return new Scenario(id, "[1] Hold", "Aaa1 - Samples", "features/data-plane/Aaa1.feature", line, tags);
    }

    private static Set<String> chosen(List<String> requirements, Optional<String> tags, List<String> places) {
        return new Selection(requirements, tags, places).choose(List.of(QUICK, SLOW));
    }

    @Test
    void whatIsSlowIsLeftOut() {
        assertThat(Selection.ALL.choose(List.of(QUICK, SLOW))).containsExactly("quick");
        assertThat(chosen(List.of("VPN-AAA-01"), Optional.empty(), List.of())).containsExactly("quick");
        assertThat(chosen(List.of(), Optional.of("@data-plane"), List.of())).containsExactly("quick");
    }

    @Test
    void whatIsSlowRunsWhenItsTagOrItsPlaceIsNamed() {
        assertThat(chosen(List.of(), Optional.of("@slow"), List.of())).containsExactly("slow");
        assertThat(chosen(List.of(), Optional.of("@data-plane or @slow"), List.of()))
                .containsExactlyInAnyOrder("quick", "slow");
        assertThat(chosen(List.of(), Optional.empty(), List.of("features/data-plane/Aaa1.feature:9")))
                .containsExactly("slow");
    }
}
