package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.Sites;
import io.vpntck.steps.glue.VpcParts;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Packets of hosts, each marked by its identification, and where they have come to. */
public final class SentPackets {
    private static final Duration ARRIVES = Duration.ofSeconds(2);
    private static final String LAN_HOST = "the LAN host";
    private static final int FIRST_MARK = 7_000;
    /** So far ahead of what the gateway has sent that none is taken for a copy. */
    private static final long FIRST_SEQUENCE = 5_000;

    private final World world;
    private final Tunnels tunnels;
    private final VpcParts parts;
    private final Sites sites;
    private final List<Ipv4Packet> sent = new ArrayList<>();

    public SentPackets(World world, Tunnels tunnels, VpcParts parts, Sites sites) {
        this.world = world;
        this.tunnels = tunnels;
        this.parts = parts;
        this.sites = sites;
    }

    /** Has a host send an echo request; the LAN host's comes out of tunnel 1, whatever routes the gateway has. */
    void send(String from, String to) {
        Ipv4Address source = address(from);
        Ipv4Packet packet = MadePackets.echoRequest(source, address(to), 56)
                .withIdentification(FIRST_MARK + sent.size())
                .withTimeToLive(60);
        sent.add(packet);
        if (from.equals(LAN_HOST)) {
            inject(packet);
        } else {
            world.testbed().lab().sendFromVpcHost(world.vpcId(), packet.encode());
        }
        world.testbed().pass(ARRIVES);
    }

    private void inject(Ipv4Packet packet) {
        EspSecret secret = world.testbed().lab().espSecrets().stream()
                .filter(s -> s.destination().equals(tunnels.outside(1)))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("tunnel 1 has no SA"));
        Ipv4Packet esp = new EspForge(secret).packet(FIRST_SEQUENCE + sent.size(), EspForge.IPV4, packet.encode());
        world.testbed().wire().inject(esp.encode());
    }

    private Ipv4Address address(String word) {
        return word.equals(LAN_HOST) ? world.testbed().gateway().lanHost().address() : Ipv4Address.of(word);
    }

    /**
     * Where a packet between these two, on this way, has come to; {@code nowhere} if it was not seen again.
     *
     * @param round 0 for the first one, 1 for the one sent after it, and so on
     */
    String placesOf(String from, String to, int round) {
        Ipv4Packet packet = sent.stream()
                .filter(p -> p.source().equals(address(from)) && p.destination().equals(address(to)))
                .skip(round)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(from + " has sent nothing to " + to));
        List<String> places = new ArrayList<>();
        for (String target : parts.targets()) {
            if (holds(world.testbed().lab().arrivedAtRouteTarget(parts.id(target)), packet)) {
                places.add(target);
            }
        }
        hosts().stream().filter(host -> cameTo(host, packet)).forEach(host -> places.add(host.toString()));
        for (int tunnel = 1; world.vpnConnectionId().isPresent() && tunnel <= 2; tunnel++) {
            if (wentThrough(tunnels.outside(tunnel), packet)) {
                places.add("tunnel " + tunnel);
            }
        }
        for (int site = 0; site < sites.all().size(); site++) {
            if (sites.all().get(site).outside().stream().anyMatch(outside -> wentThrough(outside, packet))) {
                places.add("site " + (site + 2));
            }
        }
        return places.isEmpty() ? "nowhere" : String.join(" and ", places);
    }

    /** The hosts in the VPC that have sent, or were sent to. */
    private List<Ipv4Address> hosts() {
        List<Ipv4Address> all = new ArrayList<>(List.of(Ipv4Address.of(world.vpcHost())));
        sent.forEach(p -> all.add(p.source()));
        sent.forEach(p -> all.add(p.destination()));
        return all.stream().distinct().filter(parts::isInVpc).toList();
    }

    private boolean cameTo(Ipv4Address host, Ipv4Packet packet) {
        try {
            return holds(world.testbed().lab().arrivedAtVpcHost(world.vpcId(), host), packet);
        } catch (IllegalArgumentException e) {
            world.log("nothing can come to " + host + ", where there is no host");
            return false;
        }
    }

    private boolean wentThrough(Ipv4Address outside, Ipv4Packet packet) {
        return tunnels.view().all(ObservedPacket.Esp.class).stream()
                .filter(esp -> esp.source().equals(outside))
                .flatMap(esp -> esp.inner().stream())
                .anyMatch(inner -> isSame(inner, packet));
    }

    private static boolean holds(List<CapturedPacket> arrived, Ipv4Packet packet) {
        return arrived.stream().map(p -> MadePackets.decoded(p.packet())).anyMatch(p -> isSame(p, packet));
    }

    /** Addresses may have become Elastic ones, or others again. */
    private static boolean isSame(Ipv4Packet seen, Ipv4Packet sent) {
        return seen.identification() == sent.identification() && Objects.equals(seen.payload(), sent.payload());
    }
}
