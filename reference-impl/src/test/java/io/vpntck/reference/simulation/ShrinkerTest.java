package io.vpntck.reference.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static List<Integer> upTo(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    @Test
    void findsTheOneThatMatters() {
        Shrinker.Shrunk<Integer> shrunk = new Shrinker<Integer>(l -> l.contains(137), 1_000).shrink(upTo(500));
        assertThat(shrunk.smallest()).containsExactly(137);
        assertThat(shrunk.minimal()).isTrue();
        assertThat(shrunk.trials()).as("of 500 that could have been tried").isLessThan(60);
    }

    @Test
    void findsThoseThatMatterTogetherInTheirOrder() {
        Shrinker.Shrunk<Integer> shrunk =
                new Shrinker<Integer>(l -> l.containsAll(List.of(3, 250, 498)), 10_000).shrink(upTo(500));
        assertThat(shrunk.smallest()).containsExactly(3, 250, 498);
        assertThat(shrunk.minimal()).isTrue();
    }

    @Test
    void givesAnEmptyListWhereNothingIsNeeded() {
        assertThat(new Shrinker<Integer>(l -> true, 10).shrink(upTo(9)).smallest())
                .isEmpty();
    }

    @Test
    void stopsAfterTheTrialsThatItIsGiven() {
        Shrinker.Shrunk<Integer> shrunk =
                new Shrinker<Integer>(l -> l.containsAll(List.of(1, 100)), 5).shrink(upTo(100));
        assertThat(shrunk.trials()).isEqualTo(5);
        assertThat(shrunk.minimal()).isFalse();
        assertThat(shrunk.smallest()).contains(1, 100);
    }

    /** Two elements that matter, and a failure by size that has nothing to do with them. */
    @Property(tries = 50)
    void leavesNothingThatCouldBeTakenOut(
            @ForAll @IntRange(min = 1, max = 80) int a, @ForAll @IntRange(min = 1, max = 80) int b) {
        Predicate<List<Integer>> fails = l -> l.contains(a) && l.contains(b) || l.size() > 40 && l.size() % 7 == 3;
        List<Integer> smallest = new Shrinker<>(fails, 100_000).shrink(upTo(80)).smallest();
        assertThat(fails.test(smallest)).isTrue();
        for (int i = 0; i < smallest.size(); i++) {
            List<Integer> without = new ArrayList<>(smallest);
            without.remove(i);
            assertThat(fails.test(without))
                    .as("%s without element %d", smallest, i)
                    .isFalse();
        }
    }
}
