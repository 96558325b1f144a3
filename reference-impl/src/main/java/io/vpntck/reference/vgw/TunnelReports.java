package io.vpntck.reference.vgw;

import io.vpntck.reference.cloudwatch.TunnelMeter;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.tunnel.Step;
import java.time.Instant;
import java.util.List;

/** What the AWS side tells of its tunnels: their state and their octets, to DescribeVpnConnections and CloudWatch. */
final class TunnelReports {
    private final TunnelTelemetry telemetry;
    private final TunnelMeter meter;
    private final EventLog events;
    private final TelemetryMisbehaviour misbehaviour;

    TunnelReports(TunnelTelemetry telemetry, TunnelMeter meter, EventLog events, TelemetryMisbehaviour misbehaviour) {
        this.telemetry = telemetry;
        this.meter = meter;
        this.events = events;
        this.misbehaviour = misbehaviour;
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
        report(
                tunnel,
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
        report(tunnel, tunnel.accepted().size(), now);
    }

    private void report(AwsTunnel tunnel, int accepted, Instant now) {
        boolean up = tunnel.end().isUp();
        telemetry.report(
                tunnel.endpoint().outsideAddress(),
                up,
                up ? "IPSEC IS UP" : "IPSEC IS DOWN",
                misbehaviour.accepted(tunnel, accepted),
                misbehaviour.dated(now));
    }

    void received(AwsTunnel tunnel, Ipv4Packet inner, Instant now) {
        meter.received(misbehaviour.counted(tunnel).endpoint(), inner.totalLength(), now);
    }

    /** Counts what a right one does not: some of what the tunnel has dropped since this was asked last. */
    void dropped(AwsTunnel tunnel, Instant now) {
        tunnel.esp().takeCounted().forEach(inner -> received(tunnel, inner, now));
    }

    /** Counts a packet where the tunnel has taken it: where something of it went out. */
    void sent(AwsTunnel tunnel, Ipv4Packet inner, Step step, Instant now) {
        if (step.out().isEmpty()) {
            return;
        }
        meter.sent(misbehaviour.counted(tunnel).endpoint(), inner.totalLength(), now);
        if (misbehaviour.countsTwice()) {
            received(tunnel, inner, now);
        }
    }
}
