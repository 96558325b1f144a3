/**
 * Why there is no connectivity: the first thing that is not in order, in the order in which the documents look for it.
 *
 * <p>Amazon VPC Network Administrator Guide, "Troubleshooting Generic Device Customer Gateway Connectivity" (2018-09).
 * Pure functions of what was observed; whoever observes is elsewhere.
 */
package io.vpntck.steps.diagnosis;
