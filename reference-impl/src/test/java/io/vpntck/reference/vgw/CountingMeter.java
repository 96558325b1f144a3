package io.vpntck.reference.vgw;

import io.vpntck.reference.cloudwatch.TunnelMeter;
import io.vpntck.reference.ec2.TunnelEndpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Adds up what it is told, of all tunnels together. */
final class CountingMeter implements TunnelMeter {
    final List<String> states = new ArrayList<>();
    long in;
    long out;

    @Override
    public void state(TunnelEndpoint tunnel, boolean up, Instant now) {
        states.add(tunnel.index() + (up ? " up" : " down"));
    }

    @Override
    public void received(TunnelEndpoint tunnel, int octets, Instant now) {
        in += octets;
    }

    @Override
    public void sent(TunnelEndpoint tunnel, int octets, Instant now) {
        out += octets;
    }
}
