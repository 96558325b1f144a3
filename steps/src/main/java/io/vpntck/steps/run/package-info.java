/** A run of the suite: its settings, the outcome of each scenario, and the verdicts that follow. */
package io.vpntck.steps.run;
