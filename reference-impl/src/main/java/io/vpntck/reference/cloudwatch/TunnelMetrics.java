package io.vpntck.reference.cloudwatch;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * The metrics of one tunnel: a sample of each for every minute since the tunnel exists.
 *
 * <p>The state is that of the end of the minute; octets are those of the minute.
 */
final class TunnelMetrics {
    private static final Statistics ZERO = Statistics.of(0);

    private final Map<MetricName, TimeSeries> series = new EnumMap<>(MetricName.class);
    private long nextMinute;
    private boolean up;
    private long in;
    private long out;

    TunnelMetrics(Instant created) {
        nextMinute = minute(created);
        for (MetricName name : MetricName.values()) {
            series.put(name, new TimeSeries());
        }
    }

    private static long minute(Instant moment) {
        return moment.getEpochSecond() - Math.floorMod(moment.getEpochSecond(), TimeSeries.MINUTE);
    }

    TimeSeries series(MetricName name) {
        return series.get(name);
    }

    void state(boolean nowUp, Instant now) {
        advance(now);
        up = nowUp;
    }

    void received(int octets, Instant now) {
        advance(now);
        in += octets;
    }

    void sent(int octets, Instant now) {
        advance(now);
        out += octets;
    }

    /** Gives out the samples of the minutes that are over. */
    void advance(Instant now) {
        long minutes = (minute(now) - nextMinute) / TimeSeries.MINUTE;
        if (minutes < 1) {
            return;
        }
        series(MetricName.TUNNEL_STATE).append(nextMinute, minutes, Statistics.of(up ? 1 : 0));
        append(series(MetricName.TUNNEL_DATA_IN), minutes, in);
        append(series(MetricName.TUNNEL_DATA_OUT), minutes, out);
        in = 0;
        out = 0;
        nextMinute += minutes * TimeSeries.MINUTE;
        age(now);
    }

    /** What was counted belongs to the first of the minutes. */
    private void append(TimeSeries octets, long minutes, long counted) {
        octets.append(nextMinute, 1, Statistics.of(counted));
        octets.append(nextMinute + TimeSeries.MINUTE, minutes - 1, ZERO);
    }

    /** Also for a tunnel that is gone. */
    void age(Instant now) {
        series.values().forEach(one -> one.age(now));
    }
}
