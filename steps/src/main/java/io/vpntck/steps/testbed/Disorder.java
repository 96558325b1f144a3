package io.vpntck.steps.testbed;

import java.time.Duration;

/**
 * How badly the outside network treats packets.
 *
 * @param loss the share that never arrives, 0 to 1
 * @param duplication the share of the others that arrives twice
 * @param jitter the most that a packet is delayed, evenly distributed, so that packets overtake each other
 */
public record Disorder(double loss, double duplication, Duration jitter) {}
