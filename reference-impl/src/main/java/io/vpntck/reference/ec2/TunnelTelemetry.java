package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import java.time.Instant;

/** Where the data plane says how tunnels are; DescribeVpnConnections shows it as vgwTelemetry. */
public interface TunnelTelemetry {

    /**
     * Notes a change of state.
     *
     * @param statusMessage for example {@code IPSEC IS UP}
     */
    void report(Ipv4Address outsideAddress, boolean up, String statusMessage, int acceptedRoutes, Instant now);
}
