package io.vpntck.reference.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One metric over 15 months: points of a minute for 15 days, of five minutes for 63 days, of an hour for 455 days.
 *
 * <p>Takes room for 45,000 points at most, and for a quiet tunnel for a handful.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html">Amazon CloudWatch
 *     User Guide, "Metrics retention"</a>
 */
final class TimeSeries {
    static final long MINUTE = 60;
    private static final long FIVE_MINUTES = 300;
    private static final long HOUR = 3600;
    private static final Duration KEEP_MINUTES = Duration.ofDays(15);
    private static final Duration KEEP_FIVE_MINUTES = Duration.ofDays(63);
    private static final Duration KEEP_HOURS = Duration.ofDays(455);

    private final Tier minutes = new Tier(MINUTE);
    private final Tier fiveMinutes = new Tier(FIVE_MINUTES);
    private final Tier hours = new Tier(HOUR);

    /**
     * Adds equal points of a minute each, behind the others.
     *
     * @param start seconds since the epoch, a whole minute
     */
    void append(long start, long count, Statistics each) {
        if (count > 0) {
            minutes.add(start, count, each);
        }
    }

    /** Joins what has become old into coarser points, and forgets what is older than 455 days. */
    void age(Instant now) {
        minutes.removeBefore(boundary(now, KEEP_MINUTES, FIVE_MINUTES)).forEach(fiveMinutes::addFiner);
        fiveMinutes.removeBefore(boundary(now, KEEP_FIVE_MINUTES, HOUR)).forEach(hours::addFiner);
        hours.removeBefore(boundary(now, KEEP_HOURS, HOUR));
    }

    private static long boundary(Instant now, Duration age, long multiple) {
        long moment = now.minus(age).getEpochSecond();
        return moment - Math.floorMod(moment, multiple);
    }

    /** The oldest first. */
    List<Points> points() {
        List<Points> all = new ArrayList<>(hours.runs());
        all.addAll(fiveMinutes.runs());
        all.addAll(minutes.runs());
        return all;
    }

    /** Whether a point starts at {@code moment} or later. */
    boolean hasPointSince(Instant moment) {
        List<Points> all = points();
        return !all.isEmpty() && all.get(all.size() - 1).end() > moment.getEpochSecond();
    }
}
