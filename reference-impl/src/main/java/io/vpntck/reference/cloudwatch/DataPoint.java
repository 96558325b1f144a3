package io.vpntck.reference.cloudwatch;

import java.time.Instant;

/** The statistics of one period, which begins at {@code timestamp}. */
public record DataPoint(Instant timestamp, Statistics statistics) {}
