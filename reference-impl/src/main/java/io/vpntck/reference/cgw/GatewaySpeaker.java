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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** BGP of one tunnel of the gateway: it connects to the AWS side, announces the LAN, and learns what is behind. */
final class GatewaySpeaker {
    private final BgpPeering peering;
    private final PathAttributes own;
    private final Ipv4Prefix lan;
    private final Map<Ipv4Prefix, PathAttributes> learned = new HashMap<>();
    private boolean started;

    GatewaySpeaker(VpnConfiguration.Tunnel tunnel, VpnConfiguration.Bgp bgp, Ipv4Prefix lan, Entropy entropy) {
        SessionSettings settings = SessionSettings.of(
                        bgp.customerGatewayAsn(), bgp.awsAsn(), tunnel.customerGatewayInside())
                .withHoldTime(bgp.holdTime());
        this.peering = new BgpPeering(settings, tunnel.customerGatewayInside(), tunnel.awsInside(), entropy);
        this.lan = lan;
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
        if (!started) {
            started = true;
            peering.announce(List.of(lan), own, now);
            return carriedOut(peering.start(now));
        }
        return carriedOut(peering.tick(now));
    }

    Optional<Instant> wakeAt() {
        return started ? peering.wakeAt() : Optional.of(Instant.MIN);
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

    /** How good the way to an address is, the lower the better: by prefix, then by path; empty where there is none. */
    Optional<Long> distance(Ipv4Address destination) {
        return learned.entrySet().stream()
                .filter(route -> route.getKey().contains(destination))
                .map(route -> (32L - route.getKey().length()) * 0x1_0000
                        + route.getValue().asPath().length())
                .min(Long::compare);
    }
}
