package io.vpntck.reference.cgw;

import io.vpntck.reference.bgp.AsPath;
import io.vpntck.reference.bgp.BgpEffect;
import io.vpntck.reference.bgp.Origin;
import io.vpntck.reference.bgp.PathAttributes;
import io.vpntck.reference.bgp.SessionSettings;
import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.peering.BgpPeering;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** BGP of one tunnel of the gateway: it connects to the AWS side, announces the LAN, and learns what is behind. */
final class GatewaySpeaker {
    private final BgpPeering peering;
    private final PathAttributes own;
    private final BgpMisbehaviour misbehaviour;
    private final Ipv4Address inside;
    private List<Ipv4Prefix> announced = List.of();
    private List<Ipv4Prefix> wanted;
    private Octets raw = Octets.EMPTY;
    private final Map<Ipv4Prefix, PathAttributes> learned = new HashMap<>();
    private boolean started;

    GatewaySpeaker(
            VpnConfiguration.Tunnel tunnel,
            VpnConfiguration.Bgp bgp,
            Ipv4Prefix lan,
            BgpMisbehaviour misbehaviour,
            Entropy entropy) {
        this.misbehaviour = misbehaviour;
        this.inside = tunnel.customerGatewayInside();
        SessionSettings settings = SessionSettings.of(
                        bgp.customerGatewayAsn(), bgp.awsAsn(), tunnel.customerGatewayInside())
                .withHoldTime(bgp.holdTime());
        if (!bgp.fourOctetAs()) {
            settings = settings.withoutFourOctetAs();
        }
        this.peering = new BgpPeering(
                misbehaviour.bend(settings), tunnel.customerGatewayInside(), tunnel.awsInside(), entropy);
        this.wanted = misbehaviour.announced(List.of(lan), tunnel.customerGatewayInside());
        this.own = PathAttributes.of(Origin.IGP, AsPath.of(bgp.customerGatewayAsn()), tunnel.customerGatewayInside());
    }

    boolean concerns(Ipv4Packet packet) {
        return peering.concerns(packet);
    }

    /** Packets for the tunnel. */
    List<Ipv4Packet> receive(Ipv4Packet packet, Instant now) {
        return carriedOut(peering.receive(packet, now));
    }

    /** Packets for the tunnel. */
    List<Ipv4Packet> tick(Instant now) {
        List<Ipv4Packet> packets = new ArrayList<>(told(now));
        if (!started) {
            started = true;
            packets.addAll(carriedOut(peering.start(now)));
        }
        packets.addAll(carriedOut(peering.sendAsIs(raw, now)));
        raw = Octets.EMPTY;
        packets.addAll(carriedOut(peering.tick(now)));
        return packets;
    }

    /** Ends the session with a NOTIFICATION 6/2, administrative shutdown. Packets for the tunnel. */
    List<Ipv4Packet> stop(Instant now) {
        return carriedOut(peering.stop("", now));
    }

    /** Announces these prefixes, and no others, with the next tick, which is due at once. */
    void announce(List<Ipv4Prefix> prefixes) {
        wanted = misbehaviour.announced(prefixes, inside);
    }

    /** Sends octets as they are with the next tick, which is due at once. */
    void sendAsIs(Octets octets) {
        raw = Octets.concat(raw, octets);
    }

    private List<Ipv4Packet> told(Instant now) {
        List<Ipv4Prefix> gone =
                announced.stream().filter(prefix -> !wanted.contains(prefix)).toList();
        List<Ipv4Prefix> fresh =
                wanted.stream().filter(prefix -> !announced.contains(prefix)).toList();
        announced = wanted;
        List<Ipv4Packet> packets = new ArrayList<>(carriedOut(peering.withdraw(gone, now)));
        packets.addAll(carriedOut(peering.announce(fresh, own, now)));
        return packets;
    }

    Optional<Instant> wakeAt() {
        if (misbehaviour.isSilent()) {
            return Optional.empty();
        }
        boolean settled = started && announced.equals(wanted) && raw.isEmpty();
        return settled ? peering.wakeAt() : Optional.of(Instant.MIN);
    }

    private List<Ipv4Packet> carriedOut(BgpPeering.Outcome outcome) {
        for (BgpEffect effect : outcome.news()) {
            if (effect instanceof BgpEffect.Down) {
                learned.clear();
            } else if (effect instanceof BgpEffect.RoutesChanged changed) {
                changed.withdrawn().forEach(learned::remove);
                changed.attributes().ifPresent(attributes -> changed.announced()
                        .forEach(prefix -> learned.put(prefix, attributes)));
            }
        }
        return outcome.packets();
    }

    /** How many prefixes the AWS side announces now. */
    int learned() {
        return learned.size();
    }

    /** How good the way to an address is, the lower the better: by prefix, then by path; empty where there is none. */
    Optional<Long> distance(Ipv4Address destination) {
        return learned.entrySet().stream()
                .filter(route -> route.getKey().contains(destination))
                .map(route -> (32L - route.getKey().length()) * 0x1_0000
                        + route.getValue().asPath().length())
                .min(Long::compare);
    }
}
