package io.vpntck.reference.cgw;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.tunnel.InterfaceRules;
import io.vpntck.reference.tunnel.Step;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A customer gateway between a LAN and the outside network, with the two tunnels of one VPN connection.
 *
 * <p>A tunnel is raised by the first packet for it; packets wait until it is up. Nothing of the LAN leaves in clear.
 */
public final class ReferenceCustomerGateway implements IpNode {
    private final List<GatewayTunnel> tunnels;
    private final TunnelChoice choice;
    private final Ipv4Address outside;
    private final Ipv4Prefix lan;
    private final Ipv4Prefix vpc;
    private final Set<GatewayFault> faults;
    private final PacketMisbehaviour inner;
    private final OutsideMisbehaviour misbehaviour;
    private final List<String> log = new ArrayList<>();
    private boolean leaked;

    /**
     * A gateway that has not sent anything yet.
     *
     * @param outsideAddress the address of its outside link, which behind a NAT device is not the registered one
     * @param vpc what is reached through the tunnels besides their inside addresses
     */
    public ReferenceCustomerGateway(
            VpnConfiguration document,
            Ipv4Address outsideAddress,
            Ipv4Prefix lan,
            Ipv4Prefix vpc,
            Set<GatewayFault> faults,
            Entropy entropy) {
        this(document, InterfaceSettings.GENERIC, TunnelUse.BOTH, outsideAddress, lan, vpc, faults, entropy);
    }

    /** As above, with tunnel interfaces and a use of the tunnels other than in the generic configuration. */
    public ReferenceCustomerGateway(
            VpnConfiguration document,
            InterfaceSettings settings,
            TunnelUse use,
            Ipv4Address outsideAddress,
            Ipv4Prefix lan,
            Ipv4Prefix vpc,
            Set<GatewayFault> faults,
            Entropy entropy) {
        this.outside = outsideAddress;
        this.lan = lan;
        this.vpc = vpc;
        this.faults = Set.copyOf(faults);
        this.inner = new PacketMisbehaviour(this.faults);
        this.misbehaviour = new OutsideMisbehaviour(this.faults);
        InterfaceRules rules = inner.bend(settings.rules(lan.network().plus(1)));
        this.tunnels = document.tunnels().stream()
                .map(tunnel -> new GatewayTunnel(tunnel, outsideAddress, lan, faults, rules, use.watched(), entropy))
                .toList();
        this.choice = new TunnelChoice(tunnels, use, this.faults);
    }

    @Override
    public List<Emission> receive(String link, Ipv4Packet packet, Instant now) {
        List<Emission> out = new ArrayList<>();
        if (link.equals(LAN)) {
            fromLan(packet, now, out);
        } else {
            misbehaviour.hears(packet);
            tunnels.stream()
                    .filter(t -> t.configuration().awsOutside().equals(packet.source()))
                    .findFirst()
                    .ifPresent(t -> fromOutside(t, packet, now, out));
        }
        return out;
    }

    private void fromOutside(GatewayTunnel tunnel, Ipv4Packet packet, Instant now, List<Emission> out) {
        boolean wasUp = tunnel.end().isUp();
        apply(tunnel, tunnel.end().receive(packet, now), now, out);
        if (faults.contains(GatewayFault.TUNNELS_FALL_TOGETHER)
                && wasUp
                && !tunnel.end().isUp()) {
            tunnels.forEach(each -> apply(each, each.end().close(now), now, out));
        }
    }

    private void fromLan(Ipv4Packet packet, Instant now, List<Emission> out) {
        Optional<GatewayTunnel> own = tunnels.stream()
                .filter(t -> t.configuration().awsInside().equals(packet.destination()))
                .findFirst();
        if (own.isEmpty() && !reaches(packet.destination()) && !inner.letsEverythingIn()) {
            log(now, "no route to " + packet.destination());
            return;
        }
        if (packet.timeToLive() <= 1) {
            log(now, "time to live of a packet to " + packet.destination() + " is over");
            return;
        }
        Ipv4Packet forwarded = packet.withTimeToLive(packet.timeToLive() - 1);
        if (faults.contains(GatewayFault.CLEAR_PACKET) && !leaked && own.isEmpty()) {
            leaked = true;
            out.add(new Emission(OUTSIDE, forwarded));
        }
        if (own.isPresent() && !(inner.hasOneInterface() && own.get().end().isUp())) {
            through(own.get(), forwarded, now, out);
            return;
        }
        choice.wanted(now).ifPresent(given -> apply(given, given.end().close(now), now, out));
        GatewayTunnel used = choice.used(packet.destination());
        inner.goesIn(forwarded).forEach(p -> through(used, hidden(p, used), now, out));
        // Both tunnels are wanted as soon as there is traffic for the VPC: the second is the first's stand-in.
        tunnels.stream().filter(t -> !t.end().isUp()).forEach(t -> raise(t, now, out));
    }

    private boolean isDynamic() {
        return tunnels.stream().anyMatch(tunnel -> tunnel.speaker().isPresent());
    }

    /** By BGP what a peer has announced, else the VPC. */
    private boolean reaches(Ipv4Address destination) {
        return isDynamic()
                ? tunnels.stream().anyMatch(tunnel -> tunnel.distance(destination) < Long.MAX_VALUE)
                : vpc.contains(destination);
    }

    private Ipv4Packet hidden(Ipv4Packet packet, GatewayTunnel tunnel) {
        return faults.contains(GatewayFault.HIDES_LAN)
                ? packet.readdressed(
                        tunnel.configuration().customerGatewayInside(), packet.destination(), packet.payload())
                : packet;
    }

    private void through(GatewayTunnel tunnel, Ipv4Packet packet, Instant now, List<Emission> out) {
        if (tunnel.end().isUp()) {
            apply(tunnel, tunnel.link().send(packet), now, out);
        } else {
            tunnel.hold(packet);
            raise(tunnel, now, out);
        }
    }

    private void raise(GatewayTunnel tunnel, Instant now, List<Emission> out) {
        boolean never = !choice.allows(tunnel)
                || faults.contains(GatewayFault.INITIATES_NOTHING)
                || faults.contains(GatewayFault.ONE_TUNNEL_ONLY) && tunnel != tunnels.get(0);
        if (!never) {
            apply(tunnel, tunnel.end().initiate(now), now, out);
        }
    }

    private void apply(GatewayTunnel tunnel, Step step, Instant now, List<Emission> out) {
        step.out().stream()
                .map(misbehaviour::send)
                .flatMap(Optional::stream)
                .forEach(packet -> out.add(new Emission(OUTSIDE, packet)));
        step.notes()
                .forEach(note ->
                        log(now, tunnel.configuration().awsOutside() + " " + note.kind() + " " + note.detail()));
        step.drops().forEach(drop -> log(now, tunnel.configuration().awsOutside() + " dropped " + drop.detail()));
        step.back().stream()
                .filter(packet -> lan.contains(packet.destination()))
                .forEach(packet -> out.add(new Emission(LAN, packet)));
        tunnel.link().received(step).forEach(packet -> fromTunnel(tunnel, packet, now, out));
        if (tunnel.end().isUp()) {
            tunnel.monitor().ifPresent(monitor -> monitor.begin(now));
            for (Ipv4Packet packet : tunnel.takeWaiting()) {
                apply(tunnel, tunnel.link().send(packet), now, out);
            }
        } else {
            tunnel.monitor().ifPresent(PingMonitor::end);
        }
    }

    private void fromTunnel(GatewayTunnel tunnel, Ipv4Packet packet, Instant now, List<Emission> out) {
        if (packet.destination().equals(tunnel.configuration().customerGatewayInside())) {
            tunnel.monitor().ifPresent(monitor -> monitor.hears(packet));
            if (tunnel.speaker().filter(s -> s.concerns(packet)).isPresent()) {
                toPeer(tunnel, tunnel.speaker().get().receive(packet, now), now, out);
            } else if (!inner.isDeaf()) {
                tunnel.inside().receive(packet, now).forEach(answer -> through(tunnel, answer, now, out));
            }
        } else if (lan.contains(packet.destination()) && packet.timeToLive() > 1 && !isUnwanted(tunnel, packet)) {
            out.add(new Emission(LAN, packet.withTimeToLive(packet.timeToLive() - 1)));
        } else {
            log(now, "nothing to do with " + packet.source() + " to " + packet.destination());
            inner.returned(packet, outside).ifPresent(returned -> out.add(new Emission(OUTSIDE, returned)));
        }
    }

    private boolean isUnwanted(GatewayTunnel tunnel, Ipv4Packet packet) {
        return vpc.contains(packet.source()) && inner.drops(tunnel, choice.used(packet.source()));
    }

    @Override
    public List<Emission> tick(Instant now) {
        List<Emission> out = new ArrayList<>();
        for (GatewayTunnel tunnel : tunnels) {
            if (tunnel.end().wakeAt().filter(at -> !at.isAfter(now)).isPresent()) {
                apply(tunnel, tunnel.end().tick(now), now, out);
            }
            tunnel.monitor()
                    .flatMap(monitor -> monitor.tick(now))
                    .ifPresent(ping -> apply(tunnel, tunnel.link().send(ping), now, out));
            if (tunnel.speaker()
                    .flatMap(GatewaySpeaker::wakeAt)
                    .filter(at -> !at.isAfter(now))
                    .isPresent()) {
                toPeer(tunnel, tunnel.speaker().get().tick(now), now, out);
            }
        }
        return out;
    }

    @Override
    public Optional<Instant> wakeAt() {
        return tunnels.stream()
                .map(GatewayTunnel::wakeAt)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private void toPeer(GatewayTunnel tunnel, List<Ipv4Packet> packets, Instant now, List<Emission> out) {
        inner.inClear(packets).forEach(packet -> out.add(new Emission(OUTSIDE, packet)));
        packets.forEach(packet -> through(tunnel, packet, now, out));
    }

    /** Ends the sessions and takes both tunnels down, telling the AWS side of each. */
    public List<Emission> close(Instant now) {
        List<Emission> out = new ArrayList<>();
        for (GatewayTunnel tunnel : tunnels) {
            if (tunnel.end().isUp()) {
                tunnel.speaker().ifPresent(speaker -> toPeer(tunnel, speaker.stop(now), now, out));
            }
            apply(tunnel, tunnel.end().close(now), now, out);
            inner.farewell(outside, tunnel.configuration().awsOutside())
                    .ifPresent(packet -> out.add(new Emission(OUTSIDE, packet)));
        }
        return out;
    }

    /** Announces these prefixes on every session, and no others, with the next tick, which is due at once. */
    public void announce(List<Ipv4Prefix> prefixes) {
        tunnels.forEach(tunnel -> tunnel.speaker().ifPresent(s -> s.announce(prefixes)));
    }

    /** Has these networks be behind the gateway, and announces what they call for in the place of its LAN. */
    public void localNetworks(List<Ipv4Prefix> networks) {
        announce(LocalNetworks.announced(networks, faults));
    }

    /** Sends octets as they are on the session of a tunnel, 1 or 2, with the next tick, which is due at once. */
    public void sendOnSession(int tunnel, Octets octets) {
        tunnels.get(tunnel - 1).speaker().ifPresent(s -> s.sendAsIs(octets));
    }

    /** How many prefixes the AWS side announces through a tunnel, 1 or 2, now. */
    public int learned(int tunnel) {
        return tunnels.get(tunnel - 1).speaker().map(GatewaySpeaker::learned).orElse(0);
    }

    /** One line for each tunnel. */
    public String status() {
        StringBuilder status = new StringBuilder();
        for (GatewayTunnel tunnel : tunnels) {
            status.append(tunnel.configuration().awsOutside())
                    .append(tunnel.end().isUp() ? " up" : " down")
                    .append('\n');
        }
        return status.toString();
    }

    /** What happened so far, a line each, beginning with the time. */
    public List<String> log() {
        return List.copyOf(log);
    }

    private void log(Instant now, String line) {
        log.add(now + " " + line);
    }
}
