package io.vpntck.reference.vgw;

import io.vpntck.reference.cloudwatch.TunnelMeter;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.ip.Ipv4Packet;
import java.time.Instant;
import java.util.List;

/** What the AWS side tells of its tunnels: their state and their octets, to DescribeVpnConnections and CloudWatch. */
final class TunnelReports {
    private final TunnelTelemetry telemetry;
    private final TunnelMeter meter;
    private final EventLog events;

    TunnelReports(TunnelTelemetry telemetry, TunnelMeter meter, EventLog events) {
        this.telemetry = telemetry;
        this.meter = meter;
        this.events = events;
    }

    /** Tells the state of a tunnel where it has changed; says whether it has. */
    boolean state(AwsTunnel tunnel, Instant now) {
        if (!tunnel.changed()) {
            return false;
        }
        boolean up = tunnel.end().isUp();
        String address = tunnel.endpoint().outsideAddress().toString();
        events.note(now, up ? "tunnel-up" : "tunnel-down", address);
        meter.state(tunnel.endpoint(), up, now);
        telemetry.report(
                tunnel.endpoint().outsideAddress(),
                up,
                up ? "IPSEC IS UP" : "IPSEC IS DOWN",
                up ? tunnel.endpoint().staticRoutes().size() + tunnel.accepted().size() : 0,
                now);
        return true;
    }

    /** Tells which prefixes of the peer are in use, where they are others than before. */
    void routes(AwsTunnel tunnel, Instant now) {
        telemetry.learned(tunnel.endpoint().outsideAddress(), List.copyOf(tunnel.accepted()));
        count(tunnel, now);
    }

    /** Tells how many prefixes of the peer are in use. */
    void count(AwsTunnel tunnel, Instant now) {
        int accepted = tunnel.accepted().size();
        boolean up = tunnel.end().isUp();
        telemetry.report(tunnel.endpoint().outsideAddress(), up, up ? "IPSEC IS UP" : "IPSEC IS DOWN", accepted, now);
    }

    void received(AwsTunnel tunnel, Ipv4Packet inner, Instant now) {
        meter.received(tunnel.endpoint(), inner.totalLength(), now);
    }

    void sent(AwsTunnel tunnel, Ipv4Packet inner, Instant now) {
        meter.sent(tunnel.endpoint(), inner.totalLength(), now);
    }
}
