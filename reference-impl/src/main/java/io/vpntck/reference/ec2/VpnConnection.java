package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A VPN connection with its two tunnels; available a second after it was asked for. */
public final class VpnConnection {
    private static final Duration SETTLES = Duration.ofSeconds(1);

    private final String id;
    private final VpnGateway vpnGateway;
    private final CustomerGateway customerGateway;
    private final boolean staticRoutesOnly;
    private final Category category;
    private final List<VpnTunnel> tunnels;
    private final Map<Ipv4Prefix, Lifecycle> routes = new LinkedHashMap<>();
    private Lifecycle lifecycle;

    VpnConnection(
            String id,
            VpnGateway vpnGateway,
            CustomerGateway customerGateway,
            boolean staticRoutesOnly,
            Category category,
            List<VpnTunnel> tunnels,
            Instant now) {
        this.id = id;
        this.vpnGateway = vpnGateway;
        this.customerGateway = customerGateway;
        this.staticRoutesOnly = staticRoutesOnly;
        this.category = category;
        this.tunnels = List.copyOf(tunnels);
        this.lifecycle = Lifecycle.begin(now, SETTLES);
    }

    public String id() {
        return id;
    }

    public VpnGateway vpnGateway() {
        return vpnGateway;
    }

    public CustomerGateway customerGateway() {
        return customerGateway;
    }

    public boolean staticRoutesOnly() {
        return staticRoutesOnly;
    }

    public Category category() {
        return category;
    }

    public List<VpnTunnel> tunnels() {
        return tunnels;
    }

    /** When it was asked for. */
    public Instant created() {
        return lifecycle.created();
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    public String state(Instant now) {
        return lifecycle.state(now);
    }

    void delete(Instant now) {
        lifecycle = lifecycle.delete(now);
    }

    void addRoute(Ipv4Prefix destination, Instant now) {
        routes.put(destination, Lifecycle.begin(now, Duration.ofSeconds(1)));
    }

    void deleteRoute(Ipv4Prefix destination, Instant now) {
        routes.computeIfPresent(destination, (prefix, state) -> state.delete(now));
    }

    boolean hasRoute(Ipv4Prefix destination) {
        return routes.containsKey(destination) && routes.get(destination).exists();
    }

    /** The static routes that are shown, with their states. */
    public Map<Ipv4Prefix, String> routes(Instant now) {
        Map<Ipv4Prefix, String> shown = new LinkedHashMap<>();
        routes.forEach((prefix, state) -> {
            if (state.isVisible(now)) {
                shown.put(prefix, state.state(now));
            }
        });
        return shown;
    }

    /** The static routes in force. */
    public List<Ipv4Prefix> staticRoutes() {
        return routes.entrySet().stream()
                .filter(route -> route.getValue().exists())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a tunnel is or has been up: then its routes are propagated, and stay when it goes down. */
    boolean isUp() {
        return tunnels.stream().anyMatch(VpnTunnel::up);
    }

    boolean hasBeenUp() {
        return tunnels.stream().anyMatch(VpnTunnel::hasBeenUp);
    }

    boolean hasOutsideAddress(Ipv4Address address) {
        return tunnels.stream().anyMatch(tunnel -> tunnel.outsideAddress().equals(address));
    }
}
