package io.vpntck.reference.cloudwatch;

import io.vpntck.reference.ec2.TunnelEndpoint;
import java.time.Instant;

/** Where the data plane says what its tunnels do. */
public interface TunnelMeter {

    /** Notes a change of state. */
    void state(TunnelEndpoint tunnel, boolean up, Instant now);

    /** Notes a packet that came through the tunnel: octets of the inner packet, after decryption. */
    void received(TunnelEndpoint tunnel, int octets, Instant now);

    /** Notes a packet that went into the tunnel: octets of the inner packet, before encryption. */
    void sent(TunnelEndpoint tunnel, int octets, Instant now);
}
