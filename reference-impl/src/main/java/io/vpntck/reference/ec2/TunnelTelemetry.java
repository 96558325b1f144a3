package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Instant;
import java.util.List;

/** Where the data plane says how tunnels are; DescribeVpnConnections shows it as vgwTelemetry. */
public interface TunnelTelemetry {

    /**
     * Notes a change of state.
     *
     * @param statusMessage for example {@code IPSEC IS UP}
     */
    void report(Ipv4Address outsideAddress, boolean up, String statusMessage, int acceptedRoutes, Instant now);

    /** Notes the prefixes that the peer announces now; nothing is told when it falls silent. */
    default void learned(Ipv4Address outsideAddress, List<Ipv4Prefix> prefixes) {}
}
