package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Address;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Peerings that are to be stopped, or started again, with the next tick. */
final class BgpStops {
    private final AwsTunnels tunnels;
    private final Map<Ipv4Address, Boolean> ordered = new LinkedHashMap<>();

    BgpStops(AwsTunnels tunnels) {
        this.tunnels = tunnels;
    }

    void order(Ipv4Address outsideAddress, boolean stop) {
        ordered.put(outsideAddress, stop);
    }

    /** Hands each tunnel out with whether its peering is to be stopped. */
    void carryOut(BiConsumer<AwsTunnel, Boolean> order) {
        Map<Ipv4Address, Boolean> now = Map.copyOf(ordered);
        ordered.clear();
        now.forEach((address, stop) -> tunnels.at(address).ifPresent(tunnel -> order.accept(tunnel, stop)));
    }

    Optional<Instant> wakeAt() {
        return ordered.isEmpty() ? Optional.empty() : Optional.of(Instant.MIN);
    }
}
