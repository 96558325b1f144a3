/**
 * Finds the scenarios on the class path, chooses, runs them through the JUnit Platform, and notes the outcome of every step.
 *
 * <p>Gives no verdicts: that is the work of {@code io.vpntck.reports.verdict}, afterwards.
 */
package io.vpntck.reports.run;
