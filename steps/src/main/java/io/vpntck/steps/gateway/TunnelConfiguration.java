package io.vpntck.steps.gateway;

import io.vpntck.reference.ip.Ipv4Prefix;

/**
 * What a customer configures a gateway from.
 *
 * @param document the native XML, as DescribeVpnConnections gave it
 * @param vpc the prefix that is reached through the tunnels
 */
public record TunnelConfiguration(String document, Ipv4Prefix vpc) {}
