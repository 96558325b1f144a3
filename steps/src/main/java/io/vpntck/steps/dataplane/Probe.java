package io.vpntck.steps.dataplane;

import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Echo requests at a steady pace between the host in the VPC and the LAN host, looked at one way only: what a request
 * met, and not its answer.
 *
 * <p>A request of the VPC has come through when it is on the outside network in ESP of the AWS side; one of the LAN,
 * when it has come to the host in the VPC.
 */
public final class Probe {
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);

    private final World world;
    private final Tunnels tunnels;
    private Ipv4Address lanAddress;
    private boolean fromVpc;
    private Instant begun;
    private Duration interval;
    private Duration time;

    public Probe(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    /** Begins to send for {@code wanted}, from the VPC or from the LAN; returns at once. */
    void begin(boolean vpcSends, int eachSecond, Duration wanted) {
        begin(vpcSends, world.testbed().gateway().lanHost().address(), eachSecond, wanted);
    }

    /** As above, with another address of the customer's network in the place of the LAN host's. */
    void begin(boolean vpcSends, Ipv4Address customer, int eachSecond, Duration wanted) {
        lanAddress = customer;
        fromVpc = vpcSends;
        interval = Duration.ofSeconds(1).dividedBy(eachSecond);
        time = wanted;
        begun = world.testbed().now();
        int count = (int) (wanted.toNanos() / interval.toNanos());
        if (fromVpc) {
            world.testbed().lab().pingFromVpcHost(world.vpcId(), vpcHost(), lanAddress, count, interval);
        } else {
            LanHost host = world.testbed().gateway().lanHost();
            host.ping(vpcHost(), count, interval);
        }
    }

    private Ipv4Address vpcHost() {
        return Ipv4Address.of(world.vpcHost());
    }

    Instant begun() {
        return begun;
    }

    /** Lets the rest of the time go by, and says what came through. */
    ProbeRow end() {
        Duration left = Duration.between(world.testbed().now(), begun.plus(time));
        world.testbed().pass(left.plus(UNDER_WAY));
        int sent = (int) (time.toNanos() / interval.toNanos());
        Map<Integer, Instant> seen = seenOnTheWire(any -> true);
        return ProbeRow.seen(begun, interval, sent, seen, fromVpc ? seen.keySet() : inTheVpc());
    }

    /** The numbers of the requests that are in ESP of one of these tunnels. */
    Set<Integer> onTheWire(List<Ipv4Address> outside) {
        return onTheWire(outside::contains);
    }

    private Set<Integer> onTheWire(Predicate<Ipv4Address> outside) {
        return seenOnTheWire(outside).keySet();
    }

    /** With the time of the first packet of each number. */
    private Map<Integer, Instant> seenOnTheWire(Predicate<Ipv4Address> outside) {
        Map<Integer, Instant> numbers = new HashMap<>();
        for (ObservedPacket.Esp packet : tunnels.view().all(ObservedPacket.Esp.class)) {
            if (!packet.time().isBefore(begun) && outside.test(fromVpc ? packet.source() : packet.destination())) {
                packet.inner().flatMap(this::number).ifPresent(number -> numbers.putIfAbsent(number, packet.time()));
            }
        }
        return numbers;
    }

    private Set<Integer> inTheVpc() {
        Set<Integer> numbers = new HashSet<>();
        world.testbed().lab().arrivedAtVpcHost(world.vpcId(), vpcHost()).stream()
                .filter(packet -> !packet.time().isBefore(begun))
                .forEach(packet -> number(packet.packet()).ifPresent(numbers::add));
        return numbers;
    }

    private Optional<Integer> number(Octets packet) {
        try {
            return number(Ipv4Packet.decode(packet));
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    /** The number of a request of this row. */
    private Optional<Integer> number(Ipv4Packet packet) {
        Ipv4Address source = fromVpc ? vpcHost() : lanAddress;
        Ipv4Address destination = fromVpc ? lanAddress : vpcHost();
        if (packet.protocol() != Ipv4Packet.ICMP
                || !packet.source().equals(source)
                || !packet.destination().equals(destination)) {
            return Optional.empty();
        }
        try {
            return Optional.of(IcmpEcho.decode(packet))
                    .filter(IcmpEcho::request)
                    .map(IcmpEcho::sequence);
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }
}
