package io.vpntck.reference.cloudwatch;

/**
 * Points of a time series that follow each other and are equal.
 *
 * @param start of the first point, in seconds since the epoch, a multiple of {@code resolution}
 * @param resolution seconds from one point to the next
 */
record Points(long start, long resolution, long count, Statistics each) {
    Points {
        if (count < 1 || Math.floorMod(start, resolution) != 0) {
            throw new IllegalArgumentException(count + " points of " + resolution + " s from " + start);
        }
    }

    /** The start of the point that would come next. */
    long end() {
        return start + count * resolution;
    }

    Points first(long points) {
        return new Points(start, resolution, points, each);
    }

    Points from(long point) {
        return new Points(start + point * resolution, resolution, count - point, each);
    }

    /** How many of these points start before {@code moment}. */
    long before(long moment) {
        return Math.max(0, Math.min(count, -Math.floorDiv(start - moment, resolution)));
    }
}
