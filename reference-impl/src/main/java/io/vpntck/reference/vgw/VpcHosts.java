package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The hosts of an account's VPCs: they answer ICMP echo, and ping when the lab says so. */
final class VpcHosts {
    private static final Octets DATA = Octets.ofUtf8("vpn-tck echo request from a VPC.");

    private final Map<String, Set<Ipv4Address>> hosts = new HashMap<>();
    private final List<Ping> pings = new ArrayList<>();
    private int identifier;

    private record Ping(Instant due, String vpcId, Ipv4Packet packet) {}

    /** A packet that a host of a VPC sends. */
    record Sent(String vpcId, Ipv4Packet packet) {}

    void add(String vpcId, Ipv4Address address) {
        hosts.computeIfAbsent(vpcId, id -> new HashSet<>()).add(address);
    }

    boolean has(String vpcId, Ipv4Address address) {
        return hosts.getOrDefault(vpcId, Set.of()).contains(address);
    }

    void ping(String vpcId, Ipv4Address source, Ipv4Address destination, int count, Instant now) {
        identifier++;
        for (int i = 0; i < count; i++) {
            IcmpEcho echo = new IcmpEcho(true, identifier, i + 1, DATA);
            Ipv4Packet packet = Ipv4Packet.of(source, destination, Ipv4Packet.ICMP, echo.encode());
            pings.add(new Ping(now.plusSeconds(i), vpcId, packet));
        }
    }

    /** The pings that are due. */
    List<Sent> due(Instant now) {
        List<Sent> due = pings.stream()
                .filter(ping -> !ping.due.isAfter(now))
                .map(ping -> new Sent(ping.vpcId, ping.packet))
                .toList();
        pings.removeIf(ping -> !ping.due.isAfter(now));
        return due;
    }

    Optional<Instant> wakeAt() {
        return pings.stream().map(Ping::due).min(Comparator.naturalOrder());
    }
}
