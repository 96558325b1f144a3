package io.vpntck.reference.cloudwatch;

/** A set of samples, as far as its five statistics tell: SampleCount, Sum, Minimum, Maximum and Average. */
public record Statistics(long sampleCount, double sum, double minimum, double maximum) {
    public Statistics {
        if (sampleCount < 1) {
            throw new IllegalArgumentException("statistics of " + sampleCount + " samples");
        }
    }

    static Statistics of(double sample) {
        return new Statistics(1, sample, sample, sample);
    }

    public double average() {
        return sum / sampleCount;
    }

    Statistics plus(Statistics other) {
        return new Statistics(
                sampleCount + other.sampleCount,
                sum + other.sum,
                Math.min(minimum, other.minimum),
                Math.max(maximum, other.maximum));
    }

    /** This set {@code count} times over. */
    Statistics times(long count) {
        return new Statistics(sampleCount * count, sum * count, minimum, maximum);
    }
}
