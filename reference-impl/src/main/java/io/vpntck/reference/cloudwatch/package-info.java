/**
 * CloudWatch metrics of VPN tunnels: namespace {@code AWS/VPN}, metrics TunnelState, TunnelDataIn and TunnelDataOut,
 * dimensions VpnId and TunnelIpAddress (Amazon VPC User Guide, "Monitoring with Amazon CloudWatch").
 *
 * <p>One point a minute for each tunnel that exists, whether it was ever up or not; kept for 15 months in coarser and
 * coarser points. Alarms, percentiles and metrics of anything else are not implemented.
 *
 * <p>Pure: the data plane reports through {@link io.vpntck.reference.cloudwatch.TunnelMeter}, time is an argument. The
 * wire protocols are in {@code api}.
 */
package io.vpntck.reference.cloudwatch;
