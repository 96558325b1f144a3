package io.vpntck.reference.vgw;

import io.vpntck.reference.ec2.VpcRules;
import io.vpntck.reference.ip.IpPrefix;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.ip.Ipv6Prefix;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of IPv6 packets that a VPC host sends: a route may lead them out of the VPC, but never through a VPN
 * connection (Amazon VPC User Guide, "AWS Managed VPN Connections", 2018-09).
 */
final class Ipv6Packets {
    private static final int IPV6_IN_IPV4 = 41;
    private static final String VIRTUAL_PRIVATE_GATEWAY = "vgw-";

    private final VpcRules rules;
    private final EventLog events;
    private final Set<AwsSideFault> faults;
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(String vpcId, Ipv4Address host, Octets packet, Ipv6Prefix destination) {}

    Ipv6Packets(VpcRules rules, EventLog events, Set<AwsSideFault> faults) {
        this.rules = rules;
        this.events = events;
        this.faults = faults;
    }

    /**
     * Has a packet go with the next tick.
     *
     * @param host whose route table counts
     */
    void send(String vpcId, Ipv4Address host, Octets packet) throws MalformedMessageException {
        OctetReader in = packet.reader();
        in.octets("Version to Source Address", 24);
        Octets destination = in.octets("Destination Address", 16);
        waiting.add(new Waiting(
                vpcId, host, packet, new Ipv6Prefix(half(destination.first(8)), half(destination.from(8)), 128)));
    }

    private static long half(Octets eight) throws MalformedMessageException {
        OctetReader in = eight.reader();
        return in.uint32("Address") << 32 | in.uint32("Address");
    }

    Optional<Instant> wakeAt() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(Instant.MIN);
    }

    /** Sends what waits; a packet that goes through a tunnel all the same is inside another. */
    List<VpcForwarding.Way> due(AwsTunnels tunnels, Instant now) {
        List<VpcForwarding.Way> ways = new ArrayList<>();
        for (Waiting one : List.copyOf(waiting)) {
            Optional<String> target = target(one);
            if (target.isEmpty()) {
                events.dropped(now, DropReason.NO_ROUTE, "IPv6 to " + one.destination + ": no route");
            } else if (target.get().startsWith(VIRTUAL_PRIVATE_GATEWAY)) {
                events.dropped(now, DropReason.NOT_IPV4, "IPv6 to " + one.destination + ": not for a VPN connection");
                ways.addAll(wrapped(one, tunnels));
            } else {
                events.note(now, "reached", target.get() + " by IPv6 to " + one.destination);
            }
        }
        waiting.clear();
        return ways;
    }

    private Optional<String> target(Waiting one) {
        IpPrefix destination = one.destination;
        Optional<String> own = rules.target(one.vpcId, one.host, destination);
        return faults.contains(AwsSideFault.ROUTES_IPV6_BY_IPV4)
                ? own.or(() -> rules.target(one.vpcId, one.host, Ipv4Prefix.ALL))
                : own;
    }

    private List<VpcForwarding.Way> wrapped(Waiting one, AwsTunnels tunnels) {
        if (!faults.contains(AwsSideFault.CARRIES_IPV6)) {
            return List.of();
        }
        return tunnels.all().stream()
                .filter(tunnel -> tunnel.end().isUp())
                .limit(1)
                .map(tunnel -> {
                    Ipv4Address inside = tunnel.inside().address();
                    return VpcForwarding.Way.into(
                            tunnel, Ipv4Packet.of(inside, inside.plus(1), IPV6_IN_IPV4, one.packet));
                })
                .toList();
    }
}
