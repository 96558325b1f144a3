/**
 * Gateways that a run can name: those that testbed providers bring, and files that describe one more closely.
 */
package io.vpntck.reports.gateways;
