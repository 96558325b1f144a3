package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeenMessageIdsTest {

    @Property
    void takesEachIdOnce(@ForAll @Size(max = 200) List<Integer> ids) {
        SeenMessageIds seen = new SeenMessageIds();
        Set<Integer> model = new HashSet<>();
        for (int id : ids) {
            assertThat(seen.add(id)).isEqualTo(model.add(id));
        }
        assertThat(model).allMatch(seen::contains);
    }

    @Test
    void zeroIsNotThereFromTheBeginning() {
        assertThat(new SeenMessageIds().contains(0)).isFalse();
    }

    @Test
    void forgetsTheOldestWhenItIsFull() {
        SeenMessageIds seen = new SeenMessageIds();
        for (int id = 1; id <= 40_000; id++) {
            seen.add(id);
        }
        assertThat(seen.contains(40_000)).isTrue();
        assertThat(seen.contains(40_000 - 32_767)).isTrue();
        assertThat(seen.contains(40_000 - 32_768)).isFalse();
    }
}
