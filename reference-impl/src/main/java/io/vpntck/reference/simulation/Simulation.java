package io.vpntck.reference.simulation;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.ip.WakeUps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    /** For each node: what many tell many takes more steps the more there are. */
    private static final int STEPS_AT_ONE_INSTANT = 5_000;

    private final long seed;
    private final int stepLimit;
    private final PriorityQueue<Scheduled> arrivals =
            new PriorityQueue<>(Comparator.comparing(Scheduled::time).thenComparing(Scheduled::order));
    private final Map<IpNode, List<Attachment>> nodes = new LinkedHashMap<>();
    private final WakeUps<IpNode> wakeUps = new WakeUps<>();
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
        boolean host = fixed.size() == 1 && fixed.get(0).length() == 32;
        join(new Attachment(
                node,
                link,
                segment,
                () -> fixed,
                host ? Optional.of(fixed.get(0).network()) : Optional.empty()));
    }

    /** As above, with prefixes that may change from packet to packet. */
    public void attach(IpNode node, String link, Segment segment, Supplier<List<Ipv4Prefix>> prefixes) {
        join(new Attachment(node, link, segment, prefixes, Optional.empty()));
    }

    private void join(Attachment attachment) {
        attachment.segment().attach(attachment);
        nodes.computeIfAbsent(attachment.node(), node -> new ArrayList<>()).add(attachment);
        look(attachment.node());
    }

    /** Takes a node out of this world; what is under way to it is lost. */
    public void remove(IpNode node) {
        wakeUps.remove(node);
        List<Attachment> attachments = nodes.remove(node);
        if (attachments != null) {
            attachments.forEach(attachment -> attachment.segment().detach(attachment));
        }
    }

    /** Notes when a node wants to be ticked. */
    private void look(IpNode node) {
        if (nodes.containsKey(node)) {
            wakeUps.set(node, node.wakeAt());
        }
    }

    /** Has the node send these packets now, on the links that they name. */
    public void send(IpNode node, List<IpNode.Emission> emissions) {
        for (IpNode.Emission emission : emissions) {
            Attachment from = nodes.getOrDefault(node, List.of()).stream()
                    .filter(a -> a.link().equals(emission.link()))
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
     * <p>Between calls anything may be done to the nodes; the condition only looks at them.
     *
     * @throws SimulationStalledException when the bound on steps is reached
     */
    public boolean await(Duration limit, BooleanSupplier condition) {
        Instant deadline = now.plus(limit);
        nodes.keySet().forEach(this::look);
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
            IpNode node = arrival.to().node();
            if (nodes.getOrDefault(node, List.of()).contains(arrival.to())) {
                step();
                send(node, node.receive(arrival.to().link(), arrival.packet(), now));
                look(node);
                any = true;
            }
        }
        return any;
    }

    private boolean tickDue() {
        boolean any = false;
        for (IpNode node : wakeUps.due(now)) {
            step();
            send(node, node.tick(now));
            look(node);
            any = true;
        }
        return any;
    }

    private Optional<Instant> next() {
        Optional<Instant> tick = wakeUps.next();
        Optional<Instant> arrival = Optional.ofNullable(arrivals.peek()).map(Scheduled::time);
        return tick.isPresent() && arrival.isPresent()
                ? Optional.of(tick.get().isBefore(arrival.get()) ? tick.get() : arrival.get())
                : tick.or(() -> arrival);
    }

    private void step() {
        if (++steps > stepLimit) {
            throw new SimulationStalledException("seed " + seed + ": more than " + stepLimit + " steps by " + now);
        }
        int limit = STEPS_AT_ONE_INSTANT * nodes.size();
        if (++stepsNow > limit) {
            throw new SimulationStalledException(
                    "seed " + seed + ": more than " + limit + " steps without time going on, at " + now);
        }
    }

    private record Scheduled(Segment.Arrival arrival, long order) {
        Instant time() {
            return arrival.time();
        }
    }
}
