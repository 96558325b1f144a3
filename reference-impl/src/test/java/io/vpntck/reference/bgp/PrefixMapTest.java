package io.vpntck.reference.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrefixMapTest {
    private record Step(boolean put, Ipv4Prefix prefix, int value) {}

    /** Few networks, so that prefixes nest and come again. */
    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Ipv4Prefix> prefixes = Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(0, 32))
                .as((bits, length) -> {
                    int few = bits & 0xe000_0007;
                    return new Ipv4Prefix(new Ipv4Address(length == 0 ? 0 : few & -1 << 32 - length), length);
                });
        return Combinators.combine(Arbitraries.of(true, true, false), prefixes, Arbitraries.integers())
                .as(Step::new)
                .list()
                .ofMaxSize(200);
    }

    @Property(tries = 300)
    void answersAsAMapAndAScanOfItWould(@ForAll("steps") List<Step> steps, @ForAll int anyAddress) {
        PrefixMap<Integer> ours = new PrefixMap<>();
        Map<Ipv4Prefix, Integer> model = new HashMap<>();
        for (Step step : steps) {
            Optional<Integer> before = step.put() ? ours.put(step.prefix(), step.value()) : ours.remove(step.prefix());
            Integer expected = step.put() ? model.put(step.prefix(), step.value()) : model.remove(step.prefix());
            assertThat(before).isEqualTo(Optional.ofNullable(expected));
            assertThat(ours.size()).isEqualTo(model.size());
        }
        Map<Ipv4Prefix, Integer> all = new HashMap<>();
        ours.forEach(all::put);
        assertThat(all).isEqualTo(model);
        for (int bits : new int[] {anyAddress, anyAddress & 0xe000_0007, 0, -1}) {
            Ipv4Address address = new Ipv4Address(bits);
            assertThat(ours.longestMatch(address)).isEqualTo(longest(model, address));
        }
        steps.forEach(
                step -> assertThat(ours.get(step.prefix())).isEqualTo(Optional.ofNullable(model.get(step.prefix()))));
    }

    private static Optional<Integer> longest(Map<Ipv4Prefix, Integer> model, Ipv4Address address) {
        return model.entrySet().stream()
                .filter(e -> e.getKey().contains(address))
                .max(Comparator.comparing(e -> e.getKey().length()))
                .map(Map.Entry::getValue);
    }
}
