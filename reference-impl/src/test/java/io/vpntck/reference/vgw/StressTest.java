package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vpntck.reference.cgw.GatewayFault;
import io.vpntck.reference.simulation.Disturbance;
import io.vpntck.reference.simulation.PacketEvent;
import io.vpntck.reference.simulation.SeededDisturbance;
import io.vpntck.reference.simulation.Shrinker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Both ends at 20 % loss with duplication, reordering and corruption: safe always, alive again soon after.
 *
 * <p>{@code -Dtck.seeds=200} runs so many seeds instead of a few, {@code -Dtck.seed=17} the one, whose
 * logs are printed when it fails.
 */
class StressTest {
    private static final SeededDisturbance.Rates RATES =
            new SeededDisturbance.Rates(0.2, 0.1, 0.02, Duration.ofMillis(150));
    private static final int TRIALS = 400;
    private static final int FEW = 10;

    @Test
    void isSafeAndComesBackToLife() {
        long only = Long.getLong("tck.seed", 0);
        long first = only == 0 ? 1 : only;
        long last = only == 0 ? Long.getLong("tck.seeds", FEW) : only;
        for (long seed = first; seed <= last; seed++) {
            StressedEnds ends = new StressedEnds(seed, new SeededDisturbance(seed, RATES), Set.of());
            Optional<String> broken = outcome(ends);
            if (broken.isPresent()) {
                if (only != 0) {
                    System.out.println(ends.logs());
                }
                fail(report(seed, broken.get(), shrink(seed, ends.events(), Set.of())));
            }
        }
    }

    /** What a crash says is a failure like another: it is shrunk and reported too. */
    private static Optional<String> outcome(StressedEnds ends) {
        try {
            return ends.broken();
        } catch (RuntimeException e) {
            return Optional.of("crash: " + e);
        }
    }

    private static Shrinker.Shrunk<PacketEvent> shrink(long seed, List<PacketEvent> events, Set<GatewayFault> faults) {
        return new Shrinker<PacketEvent>(
                        part -> outcome(new StressedEnds(seed, Disturbance.of(part), faults))
                                .isPresent(),
                        TRIALS)
                .shrink(events);
    }

    private static String report(long seed, String broken, Shrinker.Shrunk<PacketEvent> shrunk) {
        return "seed %d (again: -Dtck.seed=%d): %s%nsmallest list of packet events that fails, %s after %d trials:%n%s"
                .formatted(
                        seed,
                        seed,
                        broken,
                        shrunk.minimal() ? "found" : "so far",
                        shrunk.trials(),
                        shrunk.smallest().stream().map(PacketEvent::toString).collect(Collectors.joining("\n")));
    }

    @Test
    void replaysASeedFromItsListOctetForOctet() {
        StressedEnds seeded = new StressedEnds(4, new SeededDisturbance(4, RATES), Set.of());
        assertThat(seeded.broken()).isEmpty();
        assertThat(seeded.events()).hasSizeGreaterThan(100);
        List<PacketEvent> written = seeded.events().stream()
                .map(PacketEvent::toString)
                .map(PacketEvent::parse)
                .toList();
        StressedEnds replayed = new StressedEnds(4, Disturbance.of(written), Set.of());
        assertThat(replayed.broken()).isEmpty();
        assertThat(replayed.digest()).isEqualTo(seeded.digest());
    }

    @Test
    void shrinksAPlantedBugToTheOneDuplicateThatSetsItOff() {
        Set<GatewayFault> planted = Set.of(GatewayFault.FORGETS_ON_DUPLICATE);
        StressedEnds ends = new StressedEnds(1, new SeededDisturbance(1, RATES), planted);
        assertThat(ends.broken()).hasValueSatisfying(words -> assertThat(words).startsWith("no answer 150 s after"));
        Shrinker.Shrunk<PacketEvent> shrunk = shrink(1, ends.events(), planted);
        assertThat(shrunk.minimal()).isTrue();
        assertThat(shrunk.smallest()).singleElement().isInstanceOf(PacketEvent.Duplicate.class);
    }
}
