package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.cgw.ReferenceCustomerGateway;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.fuzz.EstablishedTunnel;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.simulation.SeededEntropy;
import io.vpntck.reference.vgw.AwsSide;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * An AWS side and a gateway on the system's clock, their packets in real datagrams, and a third who fires some 2,000
 * packets a second at the AWS side: the tunnel stays up and carries pings, and the heap stays flat.
 *
 * <p>Twenty seconds, or as long as {@code -Dunderfire.seconds} says; docs/fuzzing.md has figures of ten minutes.
 */
class UnderFireTest {
    private static final int SECONDS = Integer.getInteger("underfire.seconds", 20);
    private static final int PACKETS_IN_10_MS = 20;
    private static final long MOST_GROWTH = 4L << 20;

    private final List<String> states = new CopyOnWriteArrayList<>();
    private final AtomicInteger replies = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger shots = new AtomicInteger();
    private final AwsSide awsSide = EstablishedTunnel.awsSide(
            TunnelTelemetry.ofStates((address, up, message, routes, now) -> states.add(message)),
            new SeededEntropy(1, "aws"));
    private final IpNode gateway = new LanBehind(EstablishedTunnel.gateway(new SeededEntropy(2, "gateway")));
    private final Mutations mutations = new Mutations(1, EstablishedTunnel.GATEWAY, EstablishedTunnel.AWS);
    private Cable ofAws;
    private Cable ofGateway;

    /** A gateway that takes packets of the LAN host by its LAN link, all others by the outside one. */
    private record LanBehind(ReferenceCustomerGateway gateway) implements IpNode {
        @Override
        public List<Emission> receive(String link, Ipv4Packet packet, Instant now) {
            boolean lan = packet.source().equals(EstablishedTunnel.LAN_HOST);
            return gateway.receive(lan ? LAN : OUTSIDE, packet, now);
        }

        @Override
        public List<Emission> tick(Instant now) {
            return gateway.tick(now);
        }

        @Override
        public Optional<Instant> wakeAt() {
            return gateway.wakeAt();
        }
    }

    @Test
    void keepsTheTunnelUpAndTheHeapFlat() throws Exception {
        ScheduledExecutorService hands = Executors.newScheduledThreadPool(2);
        try (LinkDriver awsDriver = driver(awsSide, this::fromAws);
                LinkDriver gatewayDriver = driver(gateway, this::fromGateway);
                Cable aws = new Cable(awsDriver::receive);
                Cable customer = new Cable(gatewayDriver::receive);
                Cable enemy = new Cable(packet -> {})) {
            ofAws = aws;
            ofGateway = customer;
            hands.scheduleAtFixedRate(
                    () -> gatewayDriver.receive(EstablishedTunnel.request(requests.incrementAndGet() & 0xffff)),
                    0,
                    100,
                    TimeUnit.MILLISECONDS);
            hands.scheduleAtFixedRate(() -> fire(enemy), 2_000, 10, TimeUnit.MILLISECONDS);
            List<Long> heap = heapOver(hands);
            hands.shutdown();
            assertThat(hands.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            System.out.printf(
                    "under fire: %d s, %d packets fired, %d of %d pings answered, heap in KiB %s, drops %s%n",
                    SECONDS,
                    shots.get(),
                    replies.get(),
                    requests.get(),
                    heap.stream().map(used -> used >> 10).toList(),
                    awsDriver.call(awsSide::drops));
            assertThat(states).as("what became of the tunnel").containsExactly("IPSEC IS UP");
            assertThat(replies.get()).as("pings answered").isGreaterThan(requests.get() * 9 / 10);
            assertThat(shots.get()).as("packets fired").isGreaterThan(SECONDS * 100);
            long before = Collections.min(heap.subList(0, 3));
            assertThat(heap.get(heap.size() - 1) - before)
                    .as("growth of the heap in octets: %s", heap)
                    .isLessThan(MOST_GROWTH);
        } finally {
            hands.shutdownNow();
        }
    }

    /** What is left after a collection, ten times from the moment on when every bounded log may be full. */
    private static List<Long> heapOver(ScheduledExecutorService hands) throws Exception {
        List<Long> heap = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long due = i == 0 ? SECONDS * 1_000L * 6 / 10 : SECONDS * 1_000L * 4 / 90;
            heap.add(hands.schedule(UnderFireTest::usedHeap, due, TimeUnit.MILLISECONDS)
                    .get());
        }
        return heap;
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static LinkDriver driver(IpNode node, Consumer<Ipv4Packet> outside) throws IOException {
        return new LinkDriver(() -> List.of(node), (packet, now) -> Optional.of(node), outside);
    }

    private void fire(Cable enemy) {
        for (int i = 0; i < PACKETS_IN_10_MS; i++) {
            enemy.send(mutations.next(), ofAws);
            shots.incrementAndGet();
        }
    }

    private void fromGateway(Ipv4Packet packet) {
        if (packet.destination().equals(EstablishedTunnel.LAN_HOST)) {
            replies.incrementAndGet();
        } else if (packet.destination().equals(EstablishedTunnel.AWS)) {
            ofGateway.send(packet.encode(), ofAws);
            mutations.overhear(packet);
        }
    }

    private void fromAws(Ipv4Packet packet) {
        if (packet.destination().equals(EstablishedTunnel.GATEWAY)) {
            ofAws.send(packet.encode(), ofGateway);
        }
    }
}
