package io.vpntck.steps.gateway;

import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Optional;

/**
 * What a customer configures a gateway from.
 *
 * @param document the native XML, as DescribeVpnConnections gave it
 * @param vpc the prefix that is reached through the tunnels
 * @param interfaceMtu of the tunnel interfaces, in octets; empty for what the gateway has by itself
 * @param manner how the two tunnels are used; one other than {@code BOTH} is for gateways that claim it
 */
public record TunnelConfiguration(String document, Ipv4Prefix vpc, Optional<Integer> interfaceMtu, Manner manner) {
    /** How a gateway uses two tunnels. */
    public enum Manner {
        /** Both are up. */
        BOTH,
        /** One is up, and the other is raised when it fails. */
        ONE_AT_A_TIME,
        /** Both are up, and one is not used while it carries no pings. */
        WATCHED
    }

    public TunnelConfiguration(String document, Ipv4Prefix vpc) {
        this(document, vpc, Optional.empty(), Manner.BOTH);
    }
}
