package io.vpntck.reference.vgw;

import io.vpntck.reference.bgp.PrefixLimit;
import io.vpntck.reference.ip.Ipv4Address;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What the lab does to the AWS side of tunnels, each named by its outside address.
 *
 * <p>Methods that are told the time throw {@link IllegalArgumentException} when no tunnel has the address then.
 */
public final class TunnelControls {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int ECHO_DATA = 56;

    private final AwsTunnels tunnels;
    private final VpcForwarding forwarding;
    private final Maintenance maintenance;
    private final BgpStops bgpStops;
    private final Consumer<Instant> synchronise;

    /** @param synchronise makes the tunnels those that the control plane has at a time */
    TunnelControls(
            AwsTunnels tunnels,
            VpcForwarding forwarding,
            Maintenance maintenance,
            BgpStops bgpStops,
            Consumer<Instant> synchronise) {
        this.tunnels = tunnels;
        this.forwarding = forwarding;
        this.maintenance = maintenance;
        this.bgpStops = bgpStops;
        this.synchronise = synchronise;
    }

    /** Has the AWS side ping the gateway's inside address through a tunnel; the first request is due now. */
    public void pingThrough(Ipv4Address outsideAddress, int count, Instant now) {
        AwsTunnel tunnel = tunnel(outsideAddress, now);
        Ipv4Address gateway = tunnel.inside().address().plus(1);
        tunnel.inside().ping(gateway, count, SECOND, ECHO_DATA, now);
        tunnels.stepped(tunnel);
    }

    /** Has traffic of the VPC go through this tunnel while it is up and {@code on}. */
    public void prefer(Ipv4Address outsideAddress, boolean on, Instant now) {
        forwarding.prefer(tunnel(outsideAddress, now), on);
    }

    /** Drops all packets from and to this outside address while {@code on}. */
    public void blackhole(Ipv4Address outsideAddress, boolean on, Instant now) {
        tunnel(outsideAddress, now).blackhole(on);
    }

    private AwsTunnel tunnel(Ipv4Address outsideAddress, Instant now) {
        synchronise.accept(now);
        return tunnels.at(outsideAddress)
                .orElseThrow(() -> new IllegalArgumentException("no tunnel has the outside address " + outsideAddress));
    }

    /** Deletes the SAs of a tunnel with the next tick, which is due at once. */
    public void deleteSas(Ipv4Address outsideAddress) {
        maintenance.order(outsideAddress, Duration.ZERO);
    }

    /** Deletes the SAs of a tunnel with the next tick, which is due at once, and answers nothing there for a time. */
    public void maintain(Ipv4Address outsideAddress, Duration time) {
        maintenance.order(outsideAddress, time);
    }

    /** What a prefix leads to that is one too many, on connections that are made from now on. */
    public void beyondRouteLimit(PrefixLimit.Reaction reaction) {
        tunnels.beyondLimit(reaction);
    }

    /** Stops BGP on a tunnel while {@code on}, with the next tick, which is due at once. */
    public void stopBgp(Ipv4Address outsideAddress, boolean on) {
        bgpStops.order(outsideAddress, on);
    }
}
