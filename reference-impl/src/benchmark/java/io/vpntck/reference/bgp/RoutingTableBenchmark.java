package io.vpntck.reference.bgp;

import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A routing table with three neighbours that all announce the same prefixes: a look-up, and a flap of the best route, beside the
 * trie of the IPAddress library; addresses are ready-made objects for both.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RoutingTableBenchmark {
    private static final int SAMPLES = 4_096;

    @Param({"100", "10000", "1000000"})
    int prefixes;

    private final RoutingTable table = new RoutingTable(BestPath.EDITION_2018_09);
    private final IPv4AddressAssociativeTrie<Integer> trie = new IPv4AddressAssociativeTrie<>();
    private final Ipv4Address[] ours = new Ipv4Address[SAMPLES];
    private final IPv4Address[] theirs = new IPv4Address[SAMPLES];
    private final Ipv4Prefix[] flapping = new Ipv4Prefix[SAMPLES];
    private Neighbour best;
    private PathAttributes shortest;
    private int next;

    /** Prefixes of /16 to /24, as long as the most of the Internet's table. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        List<Ipv4Prefix> all = Stream.generate(() -> {
                    int length = 16 + random.nextInt(9);
                    return new Ipv4Prefix(new Ipv4Address(random.nextInt() & -1 << 32 - length), length);
                })
                .distinct()
                .limit(prefixes)
                .toList();
        for (int i = 1; i <= 3; i++) {
            Ipv4Address address = new Ipv4Address(0xa9fe_0a00 + i);
            Neighbour peer = new Neighbour(address, address, 65000 + i);
            PathAttributes attributes =
                    PathAttributes.of(Origin.IGP, AsPath.EMPTY.prepended(peer.as(), i), address);
            table.learn(peer, all, attributes);
            if (i == 1) {
                best = peer;
                shortest = attributes;
            }
        }
        for (int i = 0; i < prefixes; i++) {
            trie.put(new IPAddressString(all.get(i).toString()).getAddress().toIPv4(), i);
        }
        for (int i = 0; i < SAMPLES; i++) {
            flapping[i] = all.get(random.nextInt(prefixes));
            int bits = flapping[i].network().bits() | random.nextInt(256);
            ours[i] = new Ipv4Address(bits);
            theirs[i] = new IPv4Address(bits);
        }
    }

    @Benchmark
    public Optional<LearnedRoute> lookUp() {
        return table.lookUp(ours[next++ & SAMPLES - 1]);
    }

    @Benchmark
    public Object lookUpWithTrie() {
        return trie.longestPrefixMatchNode(theirs[next++ & SAMPLES - 1]);
    }

    /** The best route of a prefix goes, the second takes its place, the first comes again. */
    @Benchmark
    public int withdrawAndAnnounce() {
        List<Ipv4Prefix> one = List.of(flapping[next++ & SAMPLES - 1]);
        return table.withdraw(best, one).size() + table.learn(best, one, shortest).size();
    }
}
