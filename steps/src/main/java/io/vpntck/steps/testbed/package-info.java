/**
 * Testbeds: where scenarios take place, simulated or live, behind one interface.
 *
 * <p>Knows nothing of Gherkin. Live testbeds are provided by {@code containers}.
 */
package io.vpntck.steps.testbed;
