package io.vpntck.reference.simulation;

import io.vpntck.reference.ip.Fragmentation;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Packet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A network between nodes, with a tap that sees every packet sent on it.
 *
 * <p>A packet goes to the attachment with the longest matching prefix; one that matches none has left for the sink,
 * where it is seen by the tap and goes no further.
 */
public final class Segment {
    private static final int ETHERNET_MTU = 1500;

    private final String name;
    private final SplittableRandom random;
    private final Neighbours neighbours = new Neighbours();
    private final List<Seen> seen = new ArrayList<>();
    private final Map<IpNode, Integer> mtus = new HashMap<>();
    private Conditions conditions = Conditions.GOOD;
    private final List<PacketEvent> events = new ArrayList<>();
    private Interference interference = Interference.NONE;
    private Disturbance disturbance = Disturbance.NONE;

    Segment(String name, SplittableRandom random) {
        this.name = name;
        this.random = random;
    }

    public String name() {
        return name;
    }

    /** From now on; packets under way are not affected. */
    public void conditions(Conditions now) {
        this.conditions = now;
    }

    /** From now on, every packet goes past this one. */
    public void interference(Interference now) {
        this.interference = now;
    }

    /** From now on, this is what befalls packets; their numbers go on from the first packet of the segment. */
    public void disturb(Disturbance now) {
        this.disturbance = now;
    }

    /** What has befallen packets so far, in order: {@link Disturbance#of} does the same again. */
    public List<PacketEvent> events() {
        return List.copyOf(events);
    }

    /**
     * Sets the octets of the largest packet that passes whole on the way to a node; the way from it stays as it is.
     * Larger ones are fragmented, or lost where that is forbidden.
     */
    public void mtuTo(IpNode node, int octets) {
        if (octets < 68 || octets > 65_535) {
            throw new IllegalArgumentException("an MTU of " + octets + " octets: IPv4 asks for 68 at least (RFC 791)");
        }
        mtus.put(node, octets);
    }

    /** Every packet sent on this segment so far, lost ones included, in order of time. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    void attach(Attachment attachment) {
        neighbours.add(attachment);
    }

    void detach(Attachment attachment) {
        neighbours.remove(attachment);
    }

    /** Takes a packet that comes from none of the nodes in, as {@link #carry} does. */
    List<Arrival> carryForged(Ipv4Packet packet, Instant now) {
        return carry(null, packet, now);
    }

    /** Takes a packet in; answers with its arrivals: none, one or two for each fragment of it. */
    List<Arrival> carry(Attachment from, Ipv4Packet packet, Instant now) {
        return Fragmentation.fit(packet, mtu(from, packet)).stream()
                .flatMap(part -> carryPart(from, part, now).stream())
                .toList();
    }

    private int mtu(Attachment from, Ipv4Packet packet) {
        return route(from, packet).map(to -> mtus.get(to.node())).orElse(ETHERNET_MTU);
    }

    private List<Arrival> carryPart(Attachment from, Ipv4Packet packet, Instant now) {
        seen.add(new Seen(now, packet));
        // The same number of draws for each packet: what happens to one does not shift the luck of the next.
        double loss = random.nextDouble();
        double duplication = random.nextDouble();
        Instant first = arrivalTime(now);
        Instant second = arrivalTime(now);
        Optional<Ipv4Packet> passed = interference.pass(now, packet);
        Optional<Attachment> to = passed.flatMap(p -> route(from, p));
        if (to.isEmpty() || loss < conditions.loss()) {
            return List.of();
        }
        List<Instant> times = duplication < conditions.duplication() ? List.of(first, second) : List.of(first);
        return disturbed(passed.get()).stream()
                .flatMap(copy ->
                        times.stream().map(time -> new Arrival(time.plus(copy.later()), to.get(), copy.packet())))
                .toList();
    }

    private List<PacketEvent.Copy> disturbed(Ipv4Packet packet) {
        List<PacketEvent.Copy> copies = List.of(new PacketEvent.Copy(Duration.ZERO, packet));
        for (PacketEvent event : disturbance.befalls(seen.size(), packet)) {
            events.add(event);
            copies = event.applyTo(copies);
        }
        return copies;
    }

    private Instant arrivalTime(Instant now) {
        long jitter = conditions.jitter().toNanos();
        long extra = random.nextLong(Math.max(1, jitter + 1));
        return now.plus(conditions.delay()).plusNanos(extra);
    }

    private Optional<Attachment> route(Attachment from, Ipv4Packet packet) {
        return neighbours.route(from, packet.destination());
    }

    /** A packet and when it was sent. */
    public record Seen(Instant time, Ipv4Packet packet) {}

    /** A packet on its way to a node. */
    record Arrival(Instant time, Attachment to, Ipv4Packet packet) {}
}
