package io.vpntck.reference.simulation;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A world of nodes and segments under a virtual clock, and the loop that moves it.
 *
 * <p>The loop delivers what has arrived, ticks the nodes that asked for it, and then moves the clock to the next
 * arrival or {@link IpNode#wakeAt}. At one instant arrivals go first, in the order in which they were sent; ticks
 * follow in the order in which the nodes were attached.
 */
public final class Simulation {
    /** Steps without the clock moving before the loop gives up: far above what a burst of real traffic takes. */
    private static final int STEPS_AT_ONE_INSTANT = 20_000;

    private final long seed;
    private final int stepLimit;
    private final PriorityQueue<Scheduled> arrivals =
            new PriorityQueue<>(Comparator.comparing(Scheduled::time).thenComparing(Scheduled::order));
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<IpNode> nodes = new ArrayList<>();
    private Instant now;
    private long order;
    private int steps;
    private int stepsNow;

    /**
     * An empty world.
     *
     * @param start the first moment of its clock
     * @param stepLimit how many deliveries and ticks it may take in all
     */
    public Simulation(long seed, Instant start, int stepLimit) {
        this.seed = seed;
        this.now = start;
        this.stepLimit = stepLimit;
    }

    public Instant now() {
        return now;
    }

    public long seed() {
        return seed;
    }

    /** A source of octets that follows from this world's seed and {@code name}. */
    public Entropy entropy(String name) {
        return new SeededEntropy(seed, name);
    }

    public Segment segment(String name) {
        return new Segment(name, new SplittableRandom(seed * 31 + name.hashCode()));
    }

    /** Joins a link of a node to a segment, where these prefixes lead to it. */
    public void attach(IpNode node, String link, Segment segment, Ipv4Prefix... prefixes) {
        List<Ipv4Prefix> fixed = List.of(prefixes);
        attach(node, link, segment, () -> fixed);
    }

    /** As above, with prefixes that may change from packet to packet. */
    public void attach(IpNode node, String link, Segment segment, Supplier<List<Ipv4Prefix>> prefixes) {
        Attachment attachment = new Attachment(node, link, segment, prefixes);
        attachments.add(attachment);
        segment.attach(attachment);
        if (!nodes.contains(node)) {
            nodes.add(node);
        }
    }

    /** Takes a node out of this world; what is under way to it is lost. */
    public void remove(IpNode node) {
        nodes.remove(node);
        attachments.stream().filter(a -> a.node() == node).forEach(a -> a.segment()
                .detach(a));
        attachments.removeIf(a -> a.node() == node);
    }

    /** Has the node send these packets now, on the links that they name. */
    public void send(IpNode node, List<IpNode.Emission> emissions) {
        for (IpNode.Emission emission : emissions) {
            Attachment from = attachments.stream()
                    .filter(a -> a.node() == node && a.link().equals(emission.link()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nothing is attached to link " + emission.link()));
            from.segment().carry(from, emission.packet(), now).forEach(this::schedule);
        }
    }

    /** Puts a packet on a segment now that none of the nodes has sent. */
    public void forge(Segment segment, Ipv4Packet packet) {
        segment.carryForged(packet, now).forEach(this::schedule);
    }

    private void schedule(Segment.Arrival arrival) {
        arrivals.add(new Scheduled(arrival, order++));
    }

    /**
     * Lets time go on until {@code condition} holds, {@code limit} at most; returns whether it held.
     *
     * @throws SimulationStalledException when the bound on steps is reached
     */
    public boolean await(Duration limit, BooleanSupplier condition) {
        Instant deadline = now.plus(limit);
        settle();
        while (!condition.getAsBoolean()) {
            Optional<Instant> next = next();
            if (next.isEmpty() || next.get().isAfter(deadline)) {
                now = deadline;
                stepsNow = 0;
                return condition.getAsBoolean();
            }
            if (next.get().isAfter(now)) {
                now = next.get();
                stepsNow = 0;
            }
            settle();
        }
        return true;
    }

    /** Does all that is due at this instant. */
    private void settle() {
        boolean busy = true;
        while (busy) {
            busy = deliverDue() | tickDue();
        }
    }

    private boolean deliverDue() {
        boolean any = false;
        while (!arrivals.isEmpty() && !arrivals.peek().time().isAfter(now)) {
            Segment.Arrival arrival = arrivals.remove().arrival();
            if (attachments.contains(arrival.to())) {
                step();
                IpNode node = arrival.to().node();
                send(node, node.receive(arrival.to().link(), arrival.packet(), now));
                any = true;
            }
        }
        return any;
    }

    private boolean tickDue() {
        boolean any = false;
        for (IpNode node : List.copyOf(nodes)) {
            if (node.wakeAt().filter(at -> !at.isAfter(now)).isPresent()) {
                step();
                send(node, node.tick(now));
                any = true;
            }
        }
        return any;
    }

    private Optional<Instant> next() {
        Optional<Instant> tick =
                nodes.stream().map(IpNode::wakeAt).flatMap(Optional::stream).min(Comparator.naturalOrder());
        Optional<Instant> arrival = Optional.ofNullable(arrivals.peek()).map(Scheduled::time);
        return tick.isPresent() && arrival.isPresent()
                ? Optional.of(tick.get().isBefore(arrival.get()) ? tick.get() : arrival.get())
                : tick.or(() -> arrival);
    }

    private void step() {
        if (++steps > stepLimit) {
            throw new SimulationStalledException("seed " + seed + ": more than " + stepLimit + " steps by " + now);
        }
        if (++stepsNow > STEPS_AT_ONE_INSTANT) {
            throw new SimulationStalledException(
                    "seed " + seed + ": more than " + STEPS_AT_ONE_INSTANT + " steps without time going on, at " + now);
        }
    }

    private record Scheduled(Segment.Arrival arrival, long order) {
        Instant time() {
            return arrival.time();
        }
    }
}
