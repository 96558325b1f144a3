/**
 * The {@code vpn-tck} command: its options, its one-line refusals, and what it prints.
 *
 * <p>Joins all other packages of this module; none of them knows this one.
 */
package io.vpntck.reports.cli;
