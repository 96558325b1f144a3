package io.vpntck.reference.live;

import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Packet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The driver in real time: one thread that owns the nodes, hands them packets and moments, and runs what other threads
 * ask for in between.
 */
final class LinkDriver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkDriver.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>(10_000);
    private final Supplier<Collection<? extends IpNode>> nodes;
    private final BiFunction<Ipv4Packet, Instant, Optional<IpNode>> owner;
    private final Consumer<Ipv4Packet> outside;
    private final Thread thread;
    private volatile boolean open = true;

    /**
     * A driver that has begun.
     *
     * @param nodes all nodes, asked for on the driver's thread
     * @param owner the node that a packet is for
     * @param outside takes what nodes send
     */
    LinkDriver(
            Supplier<Collection<? extends IpNode>> nodes,
            BiFunction<Ipv4Packet, Instant, Optional<IpNode>> owner,
            Consumer<Ipv4Packet> outside) {
        this.nodes = nodes;
        this.owner = owner;
        this.outside = outside;
        this.thread = new Thread(this::run, "driver");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes a packet from the network; drops it when more are waiting than can be handled. */
    void receive(Ipv4Packet packet) {
        boolean taken = work.offer(() -> {
            Instant now = Instant.now();
            owner.apply(packet, now).ifPresent(node -> send(node.receive(IpNode.OUTSIDE, packet, now)));
        });
        if (!taken) {
            LOG.warn("a packet from {} is dropped: too many are waiting", packet.source());
        }
    }

    /** Runs something on the driver's thread, and waits for its result. */
    <T> T call(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            work.put(() -> {
                try {
                    result.complete(task.call());
                } catch (Exception e) {
                    result.completeExceptionally(e);
                }
            });
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void run() {
        while (open) {
            try {
                Runnable next = work.poll(pause().toNanos(), TimeUnit.NANOSECONDS);
                if (next != null) {
                    next.run();
                }
                tick(Instant.now());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // One packet or one moment went wrong; the tunnels of all others go on.
                LOG.error("a node failed", e);
            }
        }
    }

    private Duration pause() {
        Instant now = Instant.now();
        return nodes.get().stream()
                .map(IpNode::wakeAt)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(at -> at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO)
                .filter(until -> until.compareTo(LONGEST_PAUSE) < 0)
                .orElse(LONGEST_PAUSE);
    }

    private void tick(Instant now) {
        for (IpNode node : nodes.get()) {
            if (node.wakeAt().filter(at -> !at.isAfter(now)).isPresent()) {
                send(node.tick(now));
            }
        }
    }

    private void send(List<IpNode.Emission> emissions) {
        emissions.forEach(emission -> outside.accept(emission.packet()));
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }
}
