/**
 * Writes what a run has shown: {@code conformance.json}, the evidence folder, JUnit XML, badge, matrix and the Allure report.
 *
 * <p>Judges nothing: all verdicts come from {@code io.vpntck.reports.verdict}.
 */
package io.vpntck.reports.write;
