package io.vpntck.steps.testbed.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.steps.testbed.Testbed;
import io.vpntck.steps.testbed.TestbedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** VPN-API-26: the kit looks again, after pauses that grow, up to a limit. */
class SimulatedTestbedTest {
    private final SimulatedTestbedProvider provider = new SimulatedTestbedProvider();
    private Testbed testbed;

    @BeforeEach
    void open() {
        provider.prepare(provider.gateways().get(0));
        testbed = provider.open(new TestbedRequest("reference", "Await-1", 1, Set.of()));
    }

    @AfterEach
    void close() {
        testbed.close();
        provider.close();
    }

    @Test
    void waitsUntilWhatComesLateIsThere() {
        Instant ready = testbed.now().plusSeconds(20);
        assertThat(testbed.await(Duration.ofMinutes(1), () -> !testbed.now().isBefore(ready)))
                .isTrue();
        assertThat(testbed.now()).isBetween(ready, ready.plusSeconds(3));
    }

    @Test
    void pausesLongerEachTimeAndGivesUpAtTheLimit() {
        Instant begin = testbed.now();
        List<Instant> looks = new ArrayList<>();
        assertThat(testbed.await(Duration.ofMinutes(1), () -> {
                    looks.add(testbed.now());
                    return false;
                }))
                .isFalse();
        assertThat(testbed.now()).isEqualTo(begin.plusSeconds(60));
        assertThat(looks).hasSizeBetween(20, 100);
        Duration first = Duration.between(looks.get(0), looks.get(1));
        Duration late = Duration.between(looks.get(looks.size() - 3), looks.get(looks.size() - 2));
        assertThat(late).isGreaterThan(first.multipliedBy(10));
    }
}
