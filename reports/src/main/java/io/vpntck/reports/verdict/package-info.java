/**
 * Verdicts: from the outcomes of scenarios to one verdict for each scenario and each requirement.
 *
 * <p>The one place where verdicts are given. Whatever shows a verdict (the command, {@code mvn verify}, Allure, JUnit XML,
 * {@code conformance.json}) is given it from here. Pure functions: no files, no clock.
 */
package io.vpntck.reports.verdict;
