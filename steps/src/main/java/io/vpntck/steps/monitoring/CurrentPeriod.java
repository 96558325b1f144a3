package io.vpntck.steps.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.steps.glue.World;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/** The period of five minutes that a scenario is about, and its data points. */
public final class CurrentPeriod {
    private final World world;
    private final Metrics metrics;
    private Period period;

    public CurrentPeriod(World world, Metrics metrics) {
        this.world = world;
        this.metrics = metrics;
    }

    /** Lets time go on to its beginning. */
    void begin() {
        period = Period.begin(world.testbed());
    }

    /** Lets time go on to its end, where that is not over yet. */
    void finish() {
        period.finish(world.testbed());
    }

    /** Whether a moment is in it. */
    boolean holds(Instant moment) {
        Instant start = period.start();
        return !moment.isBefore(start) && moment.isBefore(start.plus(Metrics.PERIOD));
    }

    /** Its data point of a metric, within the bound for data points to come; it is an error if there is none. */
    Datapoint point(String name, Dimension dimension) {
        finish();
        Instant start = period.start();
        metrics.await(() -> metrics.statistics(name, dimension, start).isPresent());
        Optional<Datapoint> point = metrics.statistics(name, dimension, start);
        assertThat(point)
                .as(name + " of " + dimension.value() + " from " + start)
                .isPresent();
        return point.get();
    }
}
