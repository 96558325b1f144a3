package io.vpntck.reference.cgw;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.host.Host;
import io.vpntck.reference.ikev1.Ikev1Policy;
import io.vpntck.reference.ikev1.NatTraversal;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.tunnel.InterfaceRules;
import io.vpntck.reference.tunnel.Leniency;
import io.vpntck.reference.tunnel.Reception;
import io.vpntck.reference.tunnel.TunnelEnd;
import io.vpntck.reference.tunnel.TunnelInterface;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One tunnel of the gateway: its part of the configuration, its machine, and packets that wait for it. */
final class GatewayTunnel {
    private static final int MOST_WAITING = 64;
    private final VpnConfiguration.Tunnel configuration;
    private final TunnelInterface link;
    private final Host inside;
    private final boolean deafToBgp;
    private final Optional<PingMonitor> monitor;
    private final Optional<GatewaySpeaker> speaker;
    private final Deque<Ipv4Packet> waiting = new ArrayDeque<>();

    GatewayTunnel(
            VpnConfiguration.Tunnel configuration,
            Ipv4Address outside,
            Ipv4Prefix lan,
            Set<GatewayFault> faults,
            InterfaceRules rules,
            boolean watched,
            Entropy entropy) {
        this.configuration = configuration;
        TunnelEnd end = new TunnelEnd(policy(configuration, outside, lan, faults), entropy, reception(faults));
        this.link = new TunnelInterface(end, rules);
        this.deafToBgp = faults.contains(GatewayFault.FOLLOWS_NO_BGP);
        this.inside = new Host(configuration.customerGatewayInside());
        this.monitor = watched
                ? Optional.of(new PingMonitor(configuration.customerGatewayInside(), configuration.awsInside()))
                : Optional.empty();
        this.speaker = configuration
                .bgp()
                .map(bgp -> new GatewaySpeaker(configuration, bgp, lan, new BgpMisbehaviour(faults), entropy));
    }

    private static Reception reception(Set<GatewayFault> faults) {
        int window = Reception.ADVISED_WINDOW;
        if (faults.contains(GatewayFault.NARROW_REPLAY_WINDOW)) {
            window = 64;
        } else if (faults.contains(GatewayFault.ENDLESS_REPLAY_WINDOW)) {
            window = 8_192;
        }
        return new Reception(window, Leniency.NONE);
    }

    private static Ikev1Policy policy(
            VpnConfiguration.Tunnel tunnel, Ipv4Address outside, Ipv4Prefix lan, Set<GatewayFault> faults) {
        OfferMisbehaviour offers = new OfferMisbehaviour(faults);
        return new Ikev1Policy(
                Ikev1Policy.Role.INITIATOR,
                faults.contains(GatewayFault.AGGRESSIVE_MODE)
                        ? Ikev1Policy.Phase1Mode.AGGRESSIVE
                        : Ikev1Policy.Phase1Mode.MAIN,
                outside,
                tunnel.awsOutside(),
                // Its own address, as gateways do by themselves; behind a NAT device that is not the registered one.
                outside,
                Optional.of(tunnel.awsOutside()),
                Octets.ofUtf8(tunnel.preSharedKey()),
                offers.phase1(tunnel.phase1()),
                offers.phase2(tunnel.phase2()),
                offers.phase1Lifetime(tunnel.phase1Lifetime()),
                offers.phase2Lifetime(tunnel.phase2Lifetime()),
                offers.selectors(lan),
                faults.contains(GatewayFault.SLOW_DPD) ? tunnel.dpdInterval().multipliedBy(6) : tunnel.dpdInterval(),
                tunnel.dpdRetries(),
                natTraversal(faults),
                GatewayConduct.of(faults));
    }

    private static NatTraversal natTraversal(Set<GatewayFault> faults) {
        if (faults.contains(GatewayFault.IGNORES_NAT)) {
            return NatTraversal.OFF;
        }
        if (faults.contains(GatewayFault.FORCES_UDP_ENCAPSULATION)) {
            return NatTraversal.FORCED;
        }
        if (faults.contains(GatewayFault.STAYS_ON_PORT_500)) {
            return NatTraversal.WITHOUT_FLOATING;
        }
        return faults.contains(GatewayFault.PLAIN_TUNNEL_MODE_BEHIND_NAT)
                ? NatTraversal.WITHOUT_ENCAPSULATION
                : NatTraversal.ON;
    }

    VpnConfiguration.Tunnel configuration() {
        return configuration;
    }

    TunnelEnd end() {
        return link.end();
    }

    /** The logical interface that the tunnel is bound to. */
    TunnelInterface link() {
        return link;
    }

    /** The gateway itself as a host with the tunnel's inside address. */
    Host inside() {
        return inside;
    }

    /** What watches the tunnel, where something does. */
    Optional<PingMonitor> monitor() {
        return monitor;
    }

    /** Whether the other end answers, as far as anybody asks. */
    boolean answers() {
        return monitor.map(PingMonitor::answers).orElse(true);
    }

    /** How far an address is by BGP, the lower the nearer; the same for all on a static connection. */
    long distance(Ipv4Address destination) {
        if (deafToBgp) {
            return 0L;
        }
        return speaker.map(s -> s.distance(destination).orElse(Long.MAX_VALUE)).orElse(0L);
    }

    /** Empty on a static connection. */
    Optional<GatewaySpeaker> speaker() {
        return speaker;
    }

    /** When the machine, the monitor or the speaker has something to do. */
    Optional<Instant> wakeAt() {
        return Stream.of(end().wakeAt(), monitor.flatMap(PingMonitor::wakeAt), speaker.flatMap(GatewaySpeaker::wakeAt))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Keeps a packet until the tunnel is up; the oldest goes when there are too many. */
    void hold(Ipv4Packet packet) {
        if (waiting.size() == MOST_WAITING) {
            waiting.remove();
        }
        waiting.add(packet);
    }

    List<Ipv4Packet> takeWaiting() {
        List<Ipv4Packet> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
