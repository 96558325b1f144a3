package io.vpntck.steps.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.glue.World;
import java.time.Duration;
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
    public void begin() {
        period = Period.begin(world.testbed());
    }

    /** Lets time go on to its end, where that is not over yet. */
    public void finish() {
        period.finish(world.testbed());
    }

    /** Whether a moment is in it. */
    public boolean holds(Instant moment) {
        Instant start = period.start();
        return !moment.isBefore(start) && moment.isBefore(start.plus(Metrics.PERIOD));
    }

    /** Which part of it is over at a moment in it, from 0 to 1. */
    public double partUntil(Instant moment) {
        return (double) Duration.between(period.start(), moment).toNanos() / Metrics.PERIOD.toNanos();
    }

    /** As below, of the tunnel with this outside address of the AWS side. */
    public Datapoint ofTunnel(String name, Ipv4Address outside) {
        return point(name, metrics.tunnel(outside.toString()));
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
