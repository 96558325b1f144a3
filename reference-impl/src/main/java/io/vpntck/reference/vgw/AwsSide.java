package io.vpntck.reference.vgw;

import io.vpntck.reference.cloudwatch.TunnelMeter;
import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelInventory;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.ec2.VpcRoutes;
import io.vpntck.reference.ec2.VpcRules;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.ip.Reassembly;
import io.vpntck.reference.lab.AwsSideEvent;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.tunnel.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The AWS side of one account as a node of the outside network: all its tunnels, and the VPCs behind them. */
public final class AwsSide implements IpNode {
    private final WantedTunnels wanted;
    private final Set<AwsSideFault> faults;
    private final Reassembly reassembly = new Reassembly();
    private final VpcHosts hosts = new VpcHosts();
    private final EventLog events = new EventLog();
    private final AwsTunnels tunnels;
    private final TunnelReports reports;
    private final BgpSpeaker speaker;
    private final BgpStops bgpStops;
    private final DirectConnectPeers directConnect;
    private final VpcForwarding forwarding;
    private final Ipv6Packets ipv6;
    private final Maintenance maintenance;
    private final FailoverMisbehaviour failover;
    private final InsideAddresses insideAddresses;
    private final VpcControls vpcControls;
    private final TunnelControls tunnelControls;
    private List<TunnelEndpoint> followed = List.of();

    public AwsSide(
            TunnelInventory inventory,
            TunnelTelemetry telemetry,
            TunnelMeter meter,
            Entropy entropy,
            Set<AwsSideFault> faults) {
        this(inventory, telemetry, meter, VpcRules.OPEN, new InventoryRoutes(inventory), entropy, faults);
    }

    /**
     * @param rules what hosts of a VPC may send and take
     * @param routes the route tables of the VPCs
     */
    public AwsSide(
            TunnelInventory inventory,
            TunnelTelemetry telemetry,
            TunnelMeter meter,
            VpcRules rules,
            VpcRoutes routes,
            Entropy entropy,
            Set<AwsSideFault> faults) {
        this.wanted = new WantedTunnels(inventory);
        this.faults = Set.copyOf(faults);
        this.tunnels = new AwsTunnels(entropy, this.faults);
        this.reports = new TunnelReports(telemetry, meter, events, new TelemetryMisbehaviour(tunnels, this.faults));
        BgpRoutes learned = new BgpRoutes(new BgpMisbehaviour(this.faults));
        this.forwarding = new VpcForwarding(tunnels, learned, hosts, rules, routes, events, this.faults);
        HubMisbehaviour hub = new HubMisbehaviour(this.faults);
        this.speaker = new BgpSpeaker(
                tunnels, learned, forwarding::changed, reports, events, new BgpMisbehaviour(this.faults), hub);
        this.directConnect = new DirectConnectPeers(tunnels, forwarding.surroundings(), learned, hub);
        this.bgpStops = new BgpStops(tunnels);
        this.maintenance = new Maintenance(tunnels, this.faults);
        this.failover = new FailoverMisbehaviour(tunnels, this.faults);
        this.insideAddresses = new InsideAddresses(events, this.faults);
        this.ipv6 = new Ipv6Packets(rules, events, this.faults);
        this.vpcControls = new VpcControls(hosts, ipv6, forwarding, directConnect);
        this.tunnelControls = new TunnelControls(
                tunnels, forwarding, maintenance, bgpStops, now -> synchronise(now, new ArrayList<>()));
    }

    /** The outside addresses of the tunnels that exist now; the same list as before while they stay. */
    public List<Ipv4Prefix> outside() {
        if (faults.contains(AwsSideFault.ANSWERS_FOR_VPC)) {
            return and(hosts.addresses());
        }
        return faults.contains(AwsSideFault.KEEPS_DELETED_CONNECTIONS) ? and(tunnels.addresses()) : wanted.outside();
    }

    private List<Ipv4Prefix> and(List<Ipv4Address> others) {
        return Stream.concat(wanted.outside().stream(), others.stream().map(Ipv4Prefix::host))
                .distinct()
                .toList();
    }

    @Override
    public List<Emission> receive(String link, Ipv4Packet packet, Instant now) {
        List<Emission> out = new ArrayList<>();
        synchronise(now, out);
        Optional<AwsTunnel> tunnel =
                tunnels.at(packet.destination()).filter(t -> t.hears(packet) && !maintenance.isUnderWay(t, now));
        if (tunnel.isPresent() && !tunnels.serve(tunnel.get(), packet.source())) {
            events.dropped(now, DropReason.FOREIGN_SOURCE, packet, "not from the customer gateway");
        } else if (tunnel.isPresent()) {
            whole(packet).ifPresent(p -> apply(tunnel.get(), tunnel.get().end().receive(p, now), now, out));
        } else if (faults.contains(AwsSideFault.ANSWERS_FOR_VPC)) {
            tunnels.all().stream()
                    .findFirst()
                    .ifPresent(any -> forwarding.fromTunnel(any, packet, now).forEach(way -> go(way, now, out)));
        }
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
        for (AwsTunnel tunnel : maintenance.begin(now)) {
            apply(tunnel, tunnel.end().close(now), now, out);
        }
        bgpStops.carryOut((tunnel, stop) -> {
            List<VpcForwarding.Way> ways = stop ? speaker.stop(tunnel, now) : speaker.start(tunnel, now);
            ways.forEach(way -> go(way, now, out));
            tunnels.stepped(tunnel);
        });
        for (AwsTunnel tunnel : tunnels.due(now)) {
            apply(tunnel, tunnel.end().tick(now), now, out);
            tunnel.inside().tick(now).forEach(packet -> go(VpcForwarding.Way.into(tunnel, packet), now, out));
            speaker.tick(tunnel, now).forEach(way -> go(way, now, out));
            tunnels.stepped(tunnel);
        }
        speaker.tell(directConnect.follow(), now).forEach(way -> go(way, now, out));
        directConnect
                .takeSent()
                .forEach(sent -> forwarding.fromDirectConnect(sent, now).forEach(way -> go(way, now, out)));
        forwarding.fromHosts(hosts.due(now), now).forEach(way -> go(way, now, out));
        ipv6.due(tunnels, now).forEach(way -> go(way, now, out));
        return out;
    }

    @Override
    public Optional<Instant> wakeAt() {
        return Stream.of(
                        tunnels.wakeAt(),
                        hosts.wakeAt(),
                        ipv6.wakeAt(),
                        maintenance.wakeAt(),
                        bgpStops.wakeAt(),
                        directConnect.wakeAt())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Makes machines for new tunnels, and takes down those of tunnels that are gone. */
    private void synchronise(Instant now, List<Emission> out) {
        List<TunnelEndpoint> endpoints = wanted.endpoints();
        if (endpoints == followed) {
            return;
        }
        followed = endpoints;
        for (AwsTunnel tunnel : tunnels.superseded(endpoints)) {
            apply(tunnel, tunnel.end().close(now), now, out);
            tunnels.forget(tunnel);
            speaker.forget(tunnel, now).forEach(way -> go(way, now, out));
        }
        tunnels.follow(endpoints);
        vpcControls.surroundingsChanged();
    }

    private void apply(AwsTunnel tunnel, Step step, Instant now, List<Emission> out) {
        tunnels.stepped(tunnel);
        if (!tunnel.blackholed()) {
            step.out().forEach(packet -> out.add(new Emission(OUTSIDE, packet)));
        }
        String address = tunnel.endpoint().outsideAddress() + " ";
        step.notes().forEach(note -> events.note(now, note.kind(), address + note.detail()));
        step.drops().forEach(drop -> events.dropped(now, drop.reason(), address + drop.detail()));
        if (reports.state(tunnel, now)) {
            forwarding.changed();
        }
        reports.dropped(tunnel, now);
        for (Ipv4Packet packet : tunnel.link().received(step)) {
            reports.received(tunnel, packet, now);
            insideAddresses
                    .taken(tunnel, packet, now)
                    .map(taken -> ways(tunnel, taken, now))
                    .ifPresent(ways -> ways.forEach(way -> go(way, now, out)));
            tunnels.stepped(tunnel);
        }
        forwarding.back(tunnel, step.back(), now);
    }

    private List<VpcForwarding.Way> ways(AwsTunnel tunnel, Ipv4Packet packet, Instant now) {
        return BgpSpeaker.concerns(tunnel, packet)
                ? speaker.receive(tunnel, packet, now)
                : forwarding.fromTunnel(tunnel, packet, now);
    }

    private void go(VpcForwarding.Way way, Instant now, List<Emission> out) {
        for (VpcForwarding.Entry entry : failover.bent(way.in(), now)) {
            Step step = entry.tunnel().link().send(insideAddresses.sent(entry.tunnel(), entry.packet()));
            reports.sent(entry.tunnel(), entry.packet(), step, now);
            apply(entry.tunnel(), step, now, out);
        }
        way.clear().forEach(packet -> out.add(new Emission(OUTSIDE, packet)));
        way.raise().forEach(tunnel -> apply(tunnel, tunnel.end().initiate(now), now, out));
    }

    /** What the lab does in the VPCs. */
    public VpcControls vpcControls() {
        return vpcControls;
    }

    /** What the lab does to the tunnels. */
    public TunnelControls tunnelControls() {
        return tunnelControls;
    }

    public List<IkeSecret> ikeSecrets() {
        return tunnels.ikeSecrets();
    }

    public List<EspSecret> espSecrets() {
        return tunnels.espSecrets();
    }

    public List<AwsSideEvent> events() {
        return events.events();
    }

    /** How many packets were dropped so far, by reason. */
    public Map<DropReason, Long> drops() {
        return events.drops();
    }
}
