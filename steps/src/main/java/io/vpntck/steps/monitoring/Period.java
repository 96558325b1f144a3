package io.vpntck.steps.monitoring;

import io.vpntck.steps.testbed.Testbed;
import java.time.Duration;
import java.time.Instant;

/** A period of five minutes of the clock, from its beginning to its end. */
record Period(Instant start) {

    /** Lets time go on to the beginning of the next one. */
    static Period begin(Testbed testbed) {
        long length = Metrics.PERIOD.toSeconds();
        Instant next = Instant.ofEpochSecond(Math.floorDiv(testbed.now().getEpochSecond(), length) * length + length);
        testbed.pass(Duration.between(testbed.now(), next));
        return new Period(next);
    }

    /** Lets time go on to its end. */
    void finish(Testbed testbed) {
        Duration left = Duration.between(testbed.now(), start.plus(Metrics.PERIOD));
        if (!left.isNegative()) {
            testbed.pass(left);
        }
    }
}
