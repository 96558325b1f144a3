package io.vpntck.reference.ikev1;

import io.vpntck.reference.isakmp.Attribute;
import io.vpntck.reference.isakmp.Transform;
import java.time.Duration;

/** Life type and life duration, which have the same form in both phases (RFC 2407, section 4.5). */
final class Lifetimes {
    private static final int SECONDS = 1;

    private Lifetimes() {}

    static Attribute attribute(int durationType, Duration lifetime) {
        long seconds = lifetime.toSeconds();
        return seconds <= 0xffff ? Attribute.of(durationType, (int) seconds) : Attribute.ofLong(durationType, seconds);
    }

    /** The offered lifetime in seconds where it is shorter than {@code longest}; a duration follows its type. */
    static Duration shorter(Transform transform, int lifeType, int durationType, Duration longest) {
        Duration shortest = longest;
        boolean seconds = false;
        for (Attribute attribute : transform.attributes()) {
            if (attribute.attributeType() == lifeType) {
                seconds = attribute.number().orElse(0) == SECONDS;
            }
            if (attribute.attributeType() == durationType && seconds) {
                Duration offered = Duration.ofSeconds(attribute.number().orElse(longest.toSeconds()));
                shortest = offered.compareTo(shortest) < 0 ? offered : shortest;
            }
        }
        return shortest;
    }
}
