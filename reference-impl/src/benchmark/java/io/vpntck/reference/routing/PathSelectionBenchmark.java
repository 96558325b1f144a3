package io.vpntck.reference.routing;

import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A look-up in a route table, beside the trie of the IPAddress library; addresses are ready-made objects for both. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PathSelectionBenchmark {
    private static final int ADDRESSES = 4_096;

    @Param({"100", "150", "10000", "100000", "1000000"})
    int routes;

    private PathSelection<Integer> selection;
    private IPv4AddressAssociativeTrie<Integer> trie;
    private final Ipv4Address[] ours = new Ipv4Address[ADDRESSES];
    private final IPv4Address[] theirs = new IPv4Address[ADDRESSES];
    private List<Route<Integer>> table;
    private int next;

    /** Prefixes of /8 to /28 over all addresses, a third of them within another. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        table = new ArrayList<>();
        trie = new IPv4AddressAssociativeTrie<>();
        for (int i = 0; i < routes; i++) {
            int length = 8 + random.nextInt(21);
            int bits = random.nextInt() & -1 << 32 - length;
            table.add(new Route<>(new Ipv4Prefix(new Ipv4Address(bits), length), RouteSource.ENTERED, i));
            trie.put(new IPAddressString(new Ipv4Prefix(new Ipv4Address(bits), length).toString())
                    .getAddress()
                    .toIPv4(), i);
        }
        selection = PathSelection.among(table);
        for (int i = 0; i < ADDRESSES; i++) {
            int bits = table.get(random.nextInt(routes)).destination().network().bits() | random.nextInt(16);
            ours[i] = new Ipv4Address(bits);
            theirs[i] = new IPv4Address(bits);
        }
    }

    @Benchmark
    public Optional<Route<Integer>> select() {
        return selection.select(ours[next++ & ADDRESSES - 1]);
    }

    @Benchmark
    public Object selectWithTrie() {
        return trie.longestPrefixMatchNode(theirs[next++ & ADDRESSES - 1]);
    }

    @Benchmark
    public PathSelection<Integer> build() {
        return PathSelection.among(table);
    }
}
