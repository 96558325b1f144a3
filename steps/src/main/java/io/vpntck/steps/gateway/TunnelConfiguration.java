package io.vpntck.steps.gateway;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Optional;

/**
 * What a customer configures a gateway from.
 *
 * @param document the native XML, as DescribeVpnConnections gave it
 * @param vpc the prefix that is reached through the tunnels
 * @param interfaceMtu of the tunnel interfaces, in octets; empty for what the gateway has by itself
 */
public record TunnelConfiguration(String document, Ipv4Prefix vpc, Optional<Integer> interfaceMtu) {
    public TunnelConfiguration(String document, Ipv4Prefix vpc) {
        this(document, vpc, Optional.empty());
    }
}
