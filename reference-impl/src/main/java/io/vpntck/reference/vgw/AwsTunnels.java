package io.vpntck.reference.vgw;

import io.vpntck.reference.bgp.PrefixLimit;
import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.WakeUps;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tunnels of an account by their outside addresses, from their coming into being to their end. */
final class AwsTunnels {
    private final Entropy entropy;
    private final Set<AwsSideFault> faults;
    private final Map<Ipv4Address, AwsTunnel> byAddress = new LinkedHashMap<>();
    private final Map<String, List<AwsTunnel>> byConnection = new HashMap<>();
    private final WakeUps<AwsTunnel> wakeUps = new WakeUps<>();
    private PrefixLimit.Reaction beyondLimit = PrefixLimit.Reaction.CEASE;
    private final List<IkeSecret> pastIkeSecrets = new ArrayList<>();
    private final List<EspSecret> pastEspSecrets = new ArrayList<>();

    AwsTunnels(Entropy entropy, Set<AwsSideFault> faults) {
        this.entropy = entropy;
        this.faults = faults;
    }

    /** What a prefix leads to that is one too many, in tunnels that are made from now on. */
    void beyondLimit(PrefixLimit.Reaction reaction) {
        beyondLimit = reaction;
    }

    /** Those that are no longer wanted as they are. */
    List<AwsTunnel> superseded(List<TunnelEndpoint> wanted) {
        if (faults.contains(AwsSideFault.KEEPS_DELETED_CONNECTIONS)) {
            return List.of();
        }
        Map<Ipv4Address, TunnelEndpoint> byWantedAddress = new HashMap<>();
        wanted.forEach(endpoint -> byWantedAddress.put(endpoint.outsideAddress(), endpoint));
        return byAddress.entrySet().stream()
                .filter(e -> Optional.ofNullable(byWantedAddress.get(e.getKey()))
                        .filter(e.getValue()::fits)
                        .isEmpty())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Forgets a tunnel that has been closed, but for its keys. */
    void forget(AwsTunnel tunnel) {
        pastIkeSecrets.addAll(tunnel.end().ikeSecrets());
        pastEspSecrets.addAll(tunnel.end().espSecrets());
        byAddress.remove(tunnel.endpoint().outsideAddress());
        byConnection.getOrDefault(tunnel.endpoint().connectionId(), List.of()).remove(tunnel);
        wakeUps.remove(tunnel);
    }

    /** Makes machines for new tunnels; the others follow what the control plane says of them now. */
    void follow(List<TunnelEndpoint> wanted) {
        for (TunnelEndpoint endpoint : wanted) {
            AwsTunnel known = byAddress.get(endpoint.outsideAddress());
            if (known == null || !known.endpoint().equals(endpoint)) {
                AwsTunnel tunnel = known == null ? made(endpoint, LooseKeys.of(endpoint, wanted, faults)) : known;
                tunnel.follow(endpoint);
                stepped(tunnel);
            }
        }
    }

    private AwsTunnel made(TunnelEndpoint endpoint, List<Octets> keys) {
        AwsTunnel tunnel = new AwsTunnel(endpoint, new TunnelManners(keys, beyondLimit), entropy, faults);
        byAddress.put(endpoint.outsideAddress(), tunnel);
        byConnection
                .computeIfAbsent(endpoint.connectionId(), id -> new ArrayList<>())
                .add(tunnel);
        return tunnel;
    }

    /** The tunnels of the connection that a tunnel is of, itself among them. */
    List<AwsTunnel> ofConnectionOf(AwsTunnel tunnel) {
        return byConnection.getOrDefault(tunnel.endpoint().connectionId(), List.of());
    }

    Optional<AwsTunnel> at(Ipv4Address outsideAddress) {
        return Optional.ofNullable(byAddress.get(outsideAddress));
    }

    /** Whether a packet from this address is for this tunnel. */
    boolean serve(AwsTunnel tunnel, Ipv4Address source) {
        boolean known = !faults.contains(AwsSideFault.KNOWS_ONE_CUSTOMER_GATEWAY)
                || all().iterator().next().endpoint().customerGateway().equals(source);
        return known && tunnel.serves(source);
    }

    List<Ipv4Address> addresses() {
        return List.copyOf(byAddress.keySet());
    }

    Collection<AwsTunnel> all() {
        return byAddress.values();
    }

    /** Notes when a tunnel next has something to do: to be called after each step of it. */
    void stepped(AwsTunnel tunnel) {
        if (byAddress.get(tunnel.endpoint().outsideAddress()) == tunnel) {
            wakeUps.set(tunnel, tunnel.wakeAt());
        }
    }

    /** Those that have something to do by now. */
    List<AwsTunnel> due(Instant now) {
        return wakeUps.due(now);
    }

    Optional<Instant> wakeAt() {
        return wakeUps.next();
    }

    List<IkeSecret> ikeSecrets() {
        List<IkeSecret> all = new ArrayList<>(pastIkeSecrets);
        byAddress.values().forEach(tunnel -> all.addAll(tunnel.end().ikeSecrets()));
        return all;
    }

    List<EspSecret> espSecrets() {
        List<EspSecret> all = new ArrayList<>(pastEspSecrets);
        byAddress.values().forEach(tunnel -> all.addAll(tunnel.end().espSecrets()));
        return all;
    }
}
