package io.vpntck.reference.cloudwatch;

import io.vpntck.reference.ec2.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stretch of time that GetMetricStatistics is asked for, in periods.
 *
 * @param start inclusive; counted from the whole minute
 * @param end exclusive
 * @param period seconds
 */
public record Window(Instant start, Instant end, long period) {
    private static final long MOST_POINTS = 1_440;
    private static final long LONGEST = Duration.ofDays(366).toSeconds();

    /** @throws io.vpntck.reference.ec2.RejectedRequestException for what CloudWatch refuses */
    public Window {
        if (period < TimeSeries.MINUTE || period > LONGEST || period % TimeSeries.MINUTE != 0) {
            throw Rejection.ofValue("Period", Long.toString(period), "it is not a multiple of 60 seconds")
                    .exception();
        }
        if (!start.isBefore(end)) {
            throw new Rejection(
                            "InvalidParameterCombination", "StartTime", start.toString(), "it is not before EndTime")
                    .exception();
        }
        start = Instant.ofEpochSecond(
                start.getEpochSecond() - Math.floorMod(start.getEpochSecond(), TimeSeries.MINUTE));
        long points = -Math.floorDiv(start.getEpochSecond() - end.getEpochSecond(), period);
        if (points > MOST_POINTS) {
            throw new Rejection(
                            "InvalidParameterCombination",
                            "Period",
                            Long.toString(period),
                            "these are up to " + points + " data points, more than " + MOST_POINTS)
                    .exception();
        }
    }

    /** The statistics of each period that has points, of all series together. */
    List<DataPoint> over(List<TimeSeries> series) {
        SortedMap<Long, Statistics> periods = new TreeMap<>();
        series.forEach(one -> one.points().forEach(points -> add(points, periods)));
        return periods.entrySet().stream()
                .map(e -> new DataPoint(Instant.ofEpochSecond(e.getKey()), e.getValue()))
                .toList();
    }

    private void add(Points points, SortedMap<Long, Statistics> periods) {
        long at = points.before(start.getEpochSecond());
        long stop = points.before(end.getEpochSecond());
        while (at < stop) {
            long moment = points.start() + at * points.resolution();
            long index = (moment - start.getEpochSecond()) / period;
            long begin = start.getEpochSecond() + index * period;
            long next = Math.min(stop, points.before(begin + period));
            periods.merge(begin, points.each().times(next - at), Statistics::plus);
            at = next;
        }
    }
}
