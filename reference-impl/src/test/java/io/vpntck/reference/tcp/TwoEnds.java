package io.vpntck.reference.tcp;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Two endpoints with a network between them that loses, repeats and delays at random. */
final class TwoEnds {
    static final Ipv4Address A = Ipv4Address.of("169.254.10.1");
    static final Ipv4Address B = Ipv4Address.of("169.254.10.2");
    static final int PORT = 179;

    private final SplittableRandom random;
    private double trouble;
    private final PriorityQueue<Flying> flying =
            new PriorityQueue<>(Comparator.comparing(Flying::at).thenComparing(Flying::number));
    private int numbers;
    Instant now = Instant.EPOCH;
    final End a;
    final End b;
    final List<Ipv4Packet> carried = new ArrayList<>();

    private record Flying(Instant at, int number, Ipv4Packet packet) {}

    /** An endpoint and what it told. */
    static final class End {
        final TcpEndpoint tcp;
        final List<TcpEndpoint.News> news = new ArrayList<>();

        End(Ipv4Address address, Entropy entropy) {
            tcp = new TcpEndpoint(address, 255, entropy);
        }

        Octets received() {
            return Octets.concat(news.stream()
                    .map(TcpEndpoint.News::event)
                    .filter(TcpEvent.Data.class::isInstance)
                    .map(event -> ((TcpEvent.Data) event).octets())
                    .toArray(Octets[]::new));
        }

        <T extends TcpEvent> List<T> told(Class<T> kind) {
            return news.stream()
                    .map(TcpEndpoint.News::event)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }

        TcpEndpoint.TcpKey connection() {
            return news.get(0).connection();
        }
    }

    /** @param trouble the chance of each packet to be lost, and again to be repeated, and again to be late */
    TwoEnds(long seed, double trouble) {
        this.random = new SplittableRandom(seed);
        this.trouble = trouble;
        Entropy entropy = length -> Octets.filled(length, random::nextBytes);
        a = new End(A, entropy);
        b = new End(B, entropy);
        b.tcp.listen(PORT);
    }

    void trouble(double chance) {
        trouble = chance;
    }

    void take(End end, TcpEndpoint.Outcome outcome) {
        end.news.addAll(outcome.news());
        for (Ipv4Packet packet : outcome.packets()) {
            carried.add(packet);
            int copies = random.nextDouble() < trouble ? 0 : random.nextDouble() < trouble ? 2 : 1;
            for (int i = 0; i < copies; i++) {
                int millis = random.nextDouble() < trouble ? random.nextInt(10, 400) : 10;
                flying.add(new Flying(now.plusMillis(millis), numbers++, packet));
            }
        }
    }

    /** Lets time pass until nothing is due within {@code limit}. */
    void run(Duration limit) {
        Instant end = now.plus(limit);
        while (true) {
            Instant next = end.plusNanos(1);
            for (Instant at : List.of(
                    a.tcp.wakeAt().orElse(next),
                    b.tcp.wakeAt().orElse(next),
                    flying.isEmpty() ? next : flying.peek().at())) {
                next = at.isBefore(next) ? at : next;
            }
            if (next.isAfter(end)) {
                now = end;
                return;
            }
            now = next.isAfter(now) ? next : now;
            while (!flying.isEmpty() && !flying.peek().at().isAfter(now)) {
                Ipv4Packet packet = flying.remove().packet();
                End end2 = packet.destination().equals(A) ? a : b;
                take(end2, end2.tcp.receive(packet, now));
            }
            take(a, a.tcp.tick(now));
            take(b, b.tcp.tick(now));
        }
    }
}
