package io.vpntck.steps.run;

import java.time.Duration;

/**
 * How long something kept traffic from coming through, as a row of probes showed it.
 *
 * @param cause what happened, in words
 * @param direction who sent to whom
 * @param rate probes each second
 * @param gap the longest time in which none came through
 * @param lost probes that did not
 * @param bound what the requirement allows
 */
public record MeasuredOutage(String cause, String direction, int rate, Duration gap, int lost, Duration bound) {}
