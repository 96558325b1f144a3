/**
 * Steps of CloudWatch: which metrics there are of a connection's tunnels, and what their data points say.
 *
 * <p>Verdicts come from CloudWatch's answers alone. A period is five minutes, as in the documents' examples; data points
 * may come as late as a quarter of an hour after it.
 */
package io.vpntck.steps.monitoring;
