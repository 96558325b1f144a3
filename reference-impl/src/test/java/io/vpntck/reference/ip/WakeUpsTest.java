package io.vpntck.reference.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WakeUpsTest {

    private static Optional<Instant> second(int number) {
        return number == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(number));
    }

    @Test
    void wakesInTheOrderOfFirstSettingAndNotOfTime() {
        WakeUps<String> wakeUps = new WakeUps<>();
        wakeUps.set("a", second(3));
        wakeUps.set("b", second(2));
        wakeUps.set("c", second(9));
        assertThat(wakeUps.due(Instant.ofEpochSecond(3))).containsExactly("a", "b");
        wakeUps.set("a", Optional.empty());
        assertThat(wakeUps.due(Instant.ofEpochSecond(3))).containsExactly("b");
        wakeUps.remove("b");
        assertThat(wakeUps.next()).contains(Instant.ofEpochSecond(9));
        wakeUps.set("b", second(9));
        wakeUps.set("a", second(9));
        assertThat(wakeUps.due(Instant.ofEpochSecond(9))).containsExactly("a", "c", "b");
    }

    /** The oracle asks every machine. */
    @Property
    void agreesWithAskingAll(
            @ForAll @Size(max = 60) List<@IntRange(max = 7) Integer> machines,
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> moments,
            @ForAll @IntRange(max = 10) int now) {
        WakeUps<Integer> wakeUps = new WakeUps<>();
        Map<Integer, Optional<Instant>> all = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(machines.size(), moments.size()); i++) {
            if (machines.get(i) == 7) {
                wakeUps.remove(moments.get(i));
                all.remove(moments.get(i));
            } else {
                wakeUps.set(machines.get(i), second(moments.get(i)));
                all.put(machines.get(i), second(moments.get(i)));
            }
        }
        assertThat(wakeUps.next())
                .isEqualTo(all.values().stream().flatMap(Optional::stream).min(Comparator.naturalOrder()));
        assertThat(wakeUps.due(Instant.ofEpochSecond(now)))
                .containsExactlyElementsOf(all.entrySet().stream()
                        .filter(e -> e.getValue()
                                .filter(at -> !at.isAfter(Instant.ofEpochSecond(now)))
                                .isPresent())
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
