package io.vpntck.reference.cgw;

import io.vpntck.reference.ip.Ipv4Address;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which tunnel traffic for the VPC goes through, and which may be up. */
final class TunnelChoice {
    /** How long a gateway with one tunnel at a time tries one before it goes over to the other. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<GatewayTunnel> tunnels;
    private final TunnelUse use;
    private final boolean keepsFailed;
    private GatewayTunnel only;
    private Optional<Instant> wantedSince = Optional.empty();

    TunnelChoice(List<GatewayTunnel> tunnels, TunnelUse use, Set<GatewayFault> faults) {
        this.tunnels = tunnels;
        this.use = use;
        this.keepsFailed = faults.contains(GatewayFault.KEEPS_FAILED_TUNNEL);
        this.only = tunnels.get(0);
    }

    /** The tunnel for what goes to an address behind the AWS side now: by BGP the nearest; of equal ones the first. */
    GatewayTunnel used(Ipv4Address destination) {
        if (use.oneAtATime()) {
            return only;
        }
        return tunnels.stream()
                .filter(tunnel -> tunnel.end().isUp() && tunnel.answers() && !keepsFailed)
                .min(Comparator.comparing(tunnel -> tunnel.distance(destination)))
                .or(() -> tunnels.stream()
                        .filter(tunnel -> tunnel.end().isUp() && !keepsFailed)
                        .min(Comparator.comparing(tunnel -> tunnel.distance(destination))))
                .orElse(tunnels.get(0));
    }

    /** Whether a tunnel may be up now. */
    boolean allows(GatewayTunnel tunnel) {
        return !use.oneAtATime() || tunnel == only;
    }

    /**
     * There is traffic for the VPC: with one tunnel at a time, goes over to the other where this one has not come up in
     * time. Returns the tunnel that was given up.
     */
    Optional<GatewayTunnel> wanted(Instant now) {
        if (!use.oneAtATime() || keepsFailed) {
            return Optional.empty();
        }
        if (only.end().isUp()) {
            wantedSince = Optional.empty();
            return Optional.empty();
        }
        if (wantedSince.isEmpty()) {
            wantedSince = Optional.of(now);
        }
        if (now.isBefore(wantedSince.get().plus(PATIENCE))) {
            return Optional.empty();
        }
        GatewayTunnel given = only;
        only = tunnels.get(given == tunnels.get(0) ? 1 : 0);
        wantedSince = Optional.of(now);
        return Optional.of(given);
    }
}
