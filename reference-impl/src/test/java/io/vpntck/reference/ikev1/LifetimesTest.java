package io.vpntck.reference.ikev1;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.isakmp.Attribute;
import io.vpntck.reference.isakmp.Transform;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifetimesTest {
    private static final int TYPE = 1;
    private static final int DURATION = 2;
    private static final int SECONDS = 1;
    private static final int KILOBYTES = 2;

    private static Duration shorter(Attribute... attributes) {
        return Lifetimes.shorter(new Transform(1, 12, List.of(attributes)), TYPE, DURATION, Duration.ofHours(1));
    }

    @Test
    void takesTheShorterOfTheOfferAndItsOwn() {
        assertThat(shorter(Attribute.of(TYPE, SECONDS), Attribute.of(DURATION, 1_200)))
                .isEqualTo(Duration.ofSeconds(1_200));
        assertThat(shorter(Attribute.of(TYPE, SECONDS), Attribute.ofLong(DURATION, 86_400)))
                .isEqualTo(Duration.ofHours(1));
        assertThat(shorter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aLifetimeInKilobytesBesidesSecondsChangesNothing() {
        assertThat(shorter(
                        Attribute.of(TYPE, SECONDS),
                        Attribute.of(DURATION, 3_000),
                        Attribute.of(TYPE, KILOBYTES),
                        Attribute.ofLong(DURATION, 100_000)))
                .isEqualTo(Duration.ofSeconds(3_000));
        assertThat(shorter(Attribute.of(TYPE, KILOBYTES), Attribute.of(DURATION, 1_000)))
                .isEqualTo(Duration.ofHours(1));
    }
}
