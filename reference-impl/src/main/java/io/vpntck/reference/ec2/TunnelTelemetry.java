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
    void learned(Ipv4Address outsideAddress, List<Ipv4Prefix> prefixes);

    /** What takes changes of state only. */
    interface States {
        void report(Ipv4Address outsideAddress, boolean up, String statusMessage, int acceptedRoutes, Instant now);
    }

    /** For tunnels without BGP: what is learned is dropped. */
    static TunnelTelemetry ofStates(States states) {
        return new TunnelTelemetry() {
            @Override
            public void report(Ipv4Address address, boolean up, String message, int routes, Instant now) {
                states.report(address, up, message, routes, now);
            }

            @Override
            public void learned(Ipv4Address address, List<Ipv4Prefix> prefixes) {}
        };
    }
}
