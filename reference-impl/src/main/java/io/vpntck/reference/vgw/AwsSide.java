package io.vpntck.reference.vgw;

import io.vpntck.reference.cloudwatch.TunnelMeter;
import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelInventory;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Reassembly;
import io.vpntck.reference.lab.AwsSideEvent;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.tunnel.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The AWS side of one account as a node of the outside network: all its tunnels, by outside address.
 *
 * <p>Traffic from a VPC to a prefix that the route tables lead to the virtual private gateway goes through the first
 * tunnel of the connection that is up; only a tunnel that is up is used (Amazon VPC User Guide, "VPN Connections": one
 * tunnel carries the traffic, the other takes over when it becomes unavailable).
 */
public final class AwsSide implements IpNode {
    private final TunnelInventory inventory;
    private final TunnelTelemetry telemetry;
    private final TunnelMeter meter;
    private final Entropy entropy;
    private final Set<AwsSideFault> faults;
    private final Reassembly reassembly = new Reassembly();
    private final VpcHosts hosts = new VpcHosts();
    private final Map<Ipv4Address, AwsTunnel> tunnels = new LinkedHashMap<>();
    private final List<IkeSecret> pastIkeSecrets = new ArrayList<>();
    private final List<EspSecret> pastEspSecrets = new ArrayList<>();
    private final List<AwsSideEvent> events = new ArrayList<>();
    private final List<Ipv4Address> toDelete = new ArrayList<>();

    public AwsSide(
            TunnelInventory inventory,
            TunnelTelemetry telemetry,
            TunnelMeter meter,
            Entropy entropy,
            Set<AwsSideFault> faults) {
        this.inventory = inventory;
        this.telemetry = telemetry;
        this.meter = meter;
        this.entropy = entropy;
        this.faults = Set.copyOf(faults);
    }

    /** The outside addresses of the tunnels that exist now. */
    public List<Ipv4Address> outsideAddresses() {
        return inventory.tunnels().stream().map(TunnelEndpoint::outsideAddress).toList();
    }

    @Override
    public List<Emission> receive(String link, Ipv4Packet packet, Instant now) {
        List<Emission> out = new ArrayList<>();
        synchronise(now, out);
        AwsTunnel tunnel = tunnels.get(packet.destination());
        if (tunnel == null || tunnel.blackholed()) {
            return out;
        }
        whole(packet).ifPresent(p -> apply(tunnel, tunnel.end().receive(p, now), now, out));
        return out;
    }

    /** Nothing is reassembled here: a fragment goes to the tunnel's end, which drops it. */
    private Optional<Ipv4Packet> whole(Ipv4Packet packet) {
        return faults.contains(AwsSideFault.REASSEMBLES_ESP) ? reassembly.add(packet) : Optional.of(packet);
    }

    @Override
    public List<Emission> tick(Instant now) {
        List<Emission> out = new ArrayList<>();
        synchronise(now, out);
        for (Ipv4Address address : List.copyOf(toDelete)) {
            Optional.ofNullable(tunnels.get(address))
                    .ifPresent(tunnel -> apply(tunnel, tunnel.end().close(now), now, out));
        }
        toDelete.clear();
        for (AwsTunnel tunnel : tunnels.values()) {
            if (tunnel.end().wakeAt().filter(at -> !at.isAfter(now)).isPresent()) {
                apply(tunnel, tunnel.end().tick(now), now, out);
            }
        }
        hosts.due(now).forEach(sent -> route(sent.vpcId(), sent.packet(), now, out));
        return out;
    }

    @Override
    public Optional<Instant> wakeAt() {
        Stream<Optional<Instant>> moments = Stream.concat(
                tunnels.values().stream().map(tunnel -> tunnel.end().wakeAt()),
                Stream.of(hosts.wakeAt(), toDelete.isEmpty() ? Optional.empty() : Optional.of(Instant.MIN)));
        return moments.flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** Makes machines for new tunnels, and takes down those of tunnels that are gone. */
    private void synchronise(Instant now, List<Emission> out) {
        List<TunnelEndpoint> wanted = inventory.tunnels();
        for (AwsTunnel tunnel : List.copyOf(tunnels.values())) {
            boolean stays = wanted.stream()
                    .anyMatch(e -> e.outsideAddress().equals(tunnel.endpoint().outsideAddress()) && tunnel.fits(e));
            if (!stays) {
                apply(tunnel, tunnel.end().close(now), now, out);
                pastIkeSecrets.addAll(tunnel.end().ikeSecrets());
                pastEspSecrets.addAll(tunnel.end().espSecrets());
                tunnels.remove(tunnel.endpoint().outsideAddress());
            }
        }
        for (TunnelEndpoint endpoint : wanted) {
            tunnels.computeIfAbsent(endpoint.outsideAddress(), address -> new AwsTunnel(endpoint, entropy, faults))
                    .follow(endpoint);
        }
    }

    private void apply(AwsTunnel tunnel, Step step, Instant now, List<Emission> out) {
        if (!tunnel.blackholed()) {
            step.out().forEach(packet -> out.add(new Emission(OUTSIDE, packet)));
        }
        for (Step.Note note : step.notes()) {
            note(now, note.kind(), tunnel.endpoint().outsideAddress() + " " + note.detail());
        }
        if (tunnel.changed()) {
            boolean up = tunnel.end().isUp();
            note(
                    now,
                    up ? "tunnel-up" : "tunnel-down",
                    tunnel.endpoint().outsideAddress().toString());
            meter.state(tunnel.endpoint(), up, now);
            telemetry.report(
                    tunnel.endpoint().outsideAddress(),
                    up,
                    up ? "IPSEC IS UP" : "IPSEC IS DOWN",
                    up ? tunnel.endpoint().staticRoutes().size() : 0,
                    now);
        }
        for (Ipv4Packet packet : step.inner()) {
            meter.received(tunnel.endpoint(), packet.totalLength(), now);
            fromTunnel(tunnel, packet, now, out);
        }
    }

    /** Counts what the tunnel takes, and that alone. */
    private void intoTunnel(AwsTunnel tunnel, Ipv4Packet packet, Instant now, List<Emission> out) {
        Step step = tunnel.end().send(packet);
        if (!step.out().isEmpty()) {
            meter.sent(tunnel.endpoint(), packet.totalLength(), now);
        }
        apply(tunnel, step, now, out);
    }

    private void fromTunnel(AwsTunnel tunnel, Ipv4Packet packet, Instant now, List<Emission> out) {
        if (packet.destination().equals(tunnel.insideAddress())) {
            IcmpEcho.answerTo(packet).ifPresent(answer -> intoTunnel(tunnel, answer, now, out));
            return;
        }
        String vpcId = tunnel.endpoint().vpcId().orElse("no VPC");
        boolean inVpc = tunnel.endpoint().vpcCidrs().stream().anyMatch(cidr -> cidr.contains(packet.destination()));
        if (!inVpc || !hosts.has(vpcId, packet.destination())) {
            note(now, "dropped", packet.source() + " to " + packet.destination() + ": no such host in " + vpcId);
            return;
        }
        note(
                now,
                "delivered",
                packet.source() + " to " + packet.destination() + " through "
                        + tunnel.endpoint().outsideAddress());
        IcmpEcho.answerTo(packet).ifPresent(answer -> route(vpcId, answer, now, out));
    }

    /** Sends a packet of a VPC host on its way: by the route tables, then through a tunnel that is up. */
    private void route(String vpcId, Ipv4Packet packet, Instant now, List<Emission> out) {
        List<AwsTunnel> routed = tunnels.values().stream()
                .filter(t -> t.endpoint().vpcId().equals(Optional.of(vpcId)))
                .filter(t -> faults.contains(AwsSideFault.IGNORES_ROUTE_TABLES)
                        || t.endpoint().returnRoutes().stream().anyMatch(r -> r.contains(packet.destination())))
                .filter(t -> !t.endpoint().staticRoutesOnly()
                        || faults.contains(AwsSideFault.SENDS_UNKNOWN_PREFIXES)
                        || t.endpoint().staticRoutes().stream().anyMatch(r -> r.contains(packet.destination())))
                .toList();
        Optional<AwsTunnel> tunnel = routed.stream().filter(t -> t.end().isUp()).findFirst();
        if (tunnel.isEmpty()) {
            String reason = routed.isEmpty() ? "no route to the virtual private gateway" : "no tunnel is up";
            note(now, "dropped", packet.source() + " to " + packet.destination() + ": " + reason);
            if (faults.contains(AwsSideFault.AWS_SIDE_INITIATES)) {
                routed.forEach(t -> apply(t, t.end().initiate(now), now, out));
            }
            return;
        }
        intoTunnel(tunnel.get(), packet, now, out);
        if (faults.contains(AwsSideFault.USES_BOTH_TUNNELS)) {
            routed.stream()
                    .filter(t -> t.end().isUp() && t != tunnel.get())
                    .forEach(t -> intoTunnel(t, packet, now, out));
        }
    }

    private void note(Instant now, String kind, String detail) {
        events.add(new AwsSideEvent(now, kind, detail));
    }

    public void addVpcHost(String vpcId, Ipv4Address address) {
        hosts.add(vpcId, address);
    }

    /** Has a host ping; the first request is due now. */
    public void pingFromVpcHost(String vpcId, Ipv4Address source, Ipv4Address destination, int count, Instant now) {
        hosts.ping(vpcId, source, destination, count, now);
    }

    /** Drops all packets from and to this outside address while {@code on}. */
    public void blackhole(Ipv4Address outsideAddress, boolean on, Instant now) {
        synchronise(now, new ArrayList<>());
        AwsTunnel tunnel = tunnels.get(outsideAddress);
        if (tunnel == null) {
            throw new IllegalArgumentException("no tunnel has the outside address " + outsideAddress);
        }
        tunnel.blackhole(on);
    }

    /** Deletes the SAs of a tunnel with the next tick, which is due at once. */
    public void deleteSas(Ipv4Address outsideAddress) {
        toDelete.add(outsideAddress);
    }

    public List<IkeSecret> ikeSecrets() {
        List<IkeSecret> all = new ArrayList<>(pastIkeSecrets);
        tunnels.values().forEach(tunnel -> all.addAll(tunnel.end().ikeSecrets()));
        return all;
    }

    public List<EspSecret> espSecrets() {
        List<EspSecret> all = new ArrayList<>(pastEspSecrets);
        tunnels.values().forEach(tunnel -> all.addAll(tunnel.end().espSecrets()));
        return all;
    }

    public List<AwsSideEvent> events() {
        return List.copyOf(events);
    }
}
