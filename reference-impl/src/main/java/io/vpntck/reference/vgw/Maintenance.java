package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Address;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tunnels that are taken down on purpose, and those of them where nothing is heard until their service is over. */
final class Maintenance {
    private final AwsTunnels tunnels;
    private final boolean takesBoth;
    private final Map<Ipv4Address, Duration> ordered = new LinkedHashMap<>();
    private final Map<Ipv4Address, Instant> until = new HashMap<>();

    Maintenance(AwsTunnels tunnels, Set<AwsSideFault> faults) {
        this.tunnels = tunnels;
        this.takesBoth = faults.contains(AwsSideFault.SERVICES_BOTH_TUNNELS);
    }

    /** Has a tunnel taken down with the next tick; a time of zero leaves it free to be begun again at once. */
    void order(Ipv4Address outsideAddress, Duration time) {
        ordered.put(outsideAddress, time);
    }

    /** The tunnels to be taken down now. */
    List<AwsTunnel> begin(Instant now) {
        List<AwsTunnel> down = ordered.keySet().stream()
                .flatMap(address -> tunnels.at(address).stream())
                .flatMap(tunnel -> serviced(tunnel, now))
                .toList();
        ordered.clear();
        return down;
    }

    private Stream<AwsTunnel> serviced(AwsTunnel tunnel, Instant now) {
        Duration time = ordered.get(tunnel.endpoint().outsideAddress());
        List<AwsTunnel> all =
                !takesBoth || time.isZero() ? List.of(tunnel) : List.copyOf(tunnels.ofConnectionOf(tunnel));
        all.forEach(one -> until.put(one.endpoint().outsideAddress(), now.plus(time)));
        return all.stream();
    }

    /** Whether a tunnel hears nothing now. */
    boolean isUnderWay(AwsTunnel tunnel, Instant now) {
        return until.getOrDefault(tunnel.endpoint().outsideAddress(), Instant.MIN)
                .isAfter(now);
    }

    Optional<Instant> wakeAt() {
        return ordered.isEmpty() ? Optional.empty() : Optional.of(Instant.MIN);
    }
}
