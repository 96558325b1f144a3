package io.vpntck.reference.esp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AntiReplayWindowTest {
    private static final long LAST = 0xffff_ffffL;

    @Test
    void admitsSixtyFourNumbersOnce() {
        AntiReplayWindow window = new AntiReplayWindow(64);
        assertThat(window.admits(0)).isFalse();
        window.mark(100);
        assertThat(window.admits(100)).isFalse();
        assertThat(window.admits(37)).isTrue();
        assertThat(window.admits(36)).isFalse();
        window.mark(37);
        assertThat(window.admits(37)).isFalse();
        assertThat(window.admits(38)).isTrue();
        window.mark(300);
        assertThat(window.admits(237)).isTrue();
        assertThat(window.admits(100)).isFalse();
    }

    @Test
    void admitsAHundredAndTwentyEightWhenItIsThatWide() {
        AntiReplayWindow window = new AntiReplayWindow(128);
        window.mark(1_000);
        assertThat(window.admits(873)).isTrue();
        assertThat(window.admits(872)).isFalse();
    }

    @Test
    void holdsAtTheLastNumber() {
        AntiReplayWindow window = new AntiReplayWindow(64);
        window.mark(LAST);
        assertThat(window.admits(LAST)).isFalse();
        assertThat(window.admits(LAST - 63)).isTrue();
        assertThat(window.admits(LAST - 64)).isFalse();
        assertThat(window.admits(1)).as("a number begun again").isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-64, 0, 1, 63, 65, 100})
    void refusesASizeThatIsNoMultipleOfSixtyFour(int size) {
        assertThatThrownBy(() -> new AntiReplayWindow(size)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The oracle keeps every number; steps of all lengths, back and forth, near the beginning and near the end. */
    @Property(tries = 2_000)
    void agreesWithASetOfAllNumbers(
            @ForAll("sizes") int size, @ForAll("starts") long start, @ForAll("steps") List<Long> steps) {
        AntiReplayWindow window = new AntiReplayWindow(size);
        Set<Long> seen = new HashSet<>();
        long highest = 0;
        long at = start;
        for (long step : steps) {
            at = Math.max(0, Math.min(LAST, at + step));
            boolean fresh = at != 0 && at > highest - size && !seen.contains(at);
            assertThat(window.admits(at)).as("%d after %d", at, highest).isEqualTo(fresh);
            if (fresh) {
                window.mark(at);
                seen.add(at);
                highest = Math.max(highest, at);
            }
        }
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(64, 128, 256);
    }

    @Provide
    Arbitrary<Long> starts() {
        return Arbitraries.of(0L, 1L, 63L, 64L, 1L << 31, LAST - 200);
    }

    @Provide
    Arbitrary<List<Long>> steps() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(-3, 3),
                        Arbitraries.longs().between(-140, 140),
                        Arbitraries.longs().between(-1_000, 1_000))
                .list()
                .ofMinSize(1)
                .ofMaxSize(300);
    }
}
