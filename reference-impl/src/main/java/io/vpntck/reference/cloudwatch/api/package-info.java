/**
 * The CloudWatch API, as far as it reads the metrics of VPN tunnels: ListMetrics and GetMetricStatistics, of API version
 * 2010-08-01, from a request whose signature has been dealt with to the answer.
 *
 * <p>Three protocols, told apart by the request: Query with XML (all clients of 2018), JSON 1.0 and RPC v2 with CBOR (today's
 * clients). An operation is written once, on trees that each protocol reads and writes in its own way. No metric can be
 * put, and there are no alarms.
 */
package io.vpntck.reference.cloudwatch.api;
