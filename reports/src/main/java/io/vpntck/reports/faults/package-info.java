/**
 * The kit on trial: runs the suite against references that commit known faults, and says whether each was caught as expected.
 *
 * <p>The expectations are data, the folder {@code faults} of the module {@code features}.
 */
package io.vpntck.reports.faults;
