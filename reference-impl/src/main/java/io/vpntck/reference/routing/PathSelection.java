package io.vpntck.reference.routing;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routes of one table, made ready for look-ups: the longest prefix is taken; of one destination, the route whose source
 * comes first in {@link RouteSource}; and a local route before every propagated one within it, however specific.
 *
 * <p>Prefixes nest or are apart, so they cut the addresses into intervals that belong to one route each. A look-up finds the
 * interval: an index by the leading bits leaves a few to search. It allocates nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_VPN.html">Amazon VPC User Guide, "Route Tables and VPN
 *     Route Priority" (2018-09)</a>
 */
public final class PathSelection<T> {
    private static final int MOST_INDEX_BITS = 16;

    /** First addresses of the intervals, as {@link #signed} values, rising; the first is that of 0.0.0.0. */
    private final int[] starts;

    private final List<Optional<Route<T>>> routes;
    /** By leading bits, the interval that holds the first address with them; one more at the end. */
    private final int[] index;

    private final int shift;

    private PathSelection(int[] starts, List<Optional<Route<T>>> routes) {
        this.starts = starts;
        this.routes = routes;
        int bits = Math.min(MOST_INDEX_BITS, Math.max(1, 32 - Integer.numberOfLeadingZeros(starts.length)));
        this.shift = 32 - bits;
        this.index = new int[(1 << bits) + 1];
        int interval = 0;
        for (int i = 0; i < 1 << bits; i++) {
            int first = signed(i << shift);
            while (interval + 1 < starts.length && starts[interval + 1] <= first) {
                interval++;
            }
            index[i] = interval;
        }
        index[1 << bits] = starts.length - 1;
    }

    /** Of several routes to one destination from one source, the first is taken. */
    public static <T> PathSelection<T> among(Collection<Route<T>> routes) {
        List<Route<T>> best = new ArrayList<>(bestOfEachDestination(routes));
        best.sort(Comparator.comparing((Route<T> r) -> r.destination().network())
                .thenComparing(r -> r.destination().length()));
        return new Intervals<T>().cut(best);
    }

    private static <T> Collection<Route<T>> bestOfEachDestination(Collection<Route<T>> routes) {
        List<Ipv4Prefix> local = routes.stream()
                .filter(r -> r.source() == RouteSource.LOCAL)
                .map(Route::destination)
                .toList();
        Map<Ipv4Prefix, Route<T>> best = new HashMap<>();
        for (Route<T> route : routes) {
            boolean within =
                    route.source().propagated() && local.stream().anyMatch(l -> l.contains(route.destination()));
            if (!within) {
                best.merge(route.destination(), route, (a, b) -> b.source().compareTo(a.source()) < 0 ? b : a);
            }
        }
        return best.values();
    }

    /** Cuts the addresses into intervals, from the lowest address up. */
    private static final class Intervals<T> {
        private final List<Integer> starts = new ArrayList<>();
        private final List<Optional<Route<T>>> owners = new ArrayList<>();
        private final Deque<Route<T>> open = new ArrayDeque<>();

        /** @param sorted by network, then by length */
        PathSelection<T> cut(List<Route<T>> sorted) {
            begin(0, Optional.empty());
            for (Route<T> route : sorted) {
                long first = first(route);
                closeBefore(first);
                begin(first, Optional.of(route));
                open.push(route);
            }
            closeBefore(1L << 32);
            return new PathSelection<>(
                    starts.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(owners));
        }

        private void closeBefore(long address) {
            while (!open.isEmpty() && after(open.peek()) <= address) {
                long after = after(open.pop());
                if (after < 1L << 32) {
                    begin(after, Optional.ofNullable(open.peek()));
                }
            }
        }

        /** What begins at the address of another interval replaces it: that one is empty. */
        private void begin(long address, Optional<Route<T>> owner) {
            int start = signed((int) address);
            int last = starts.size() - 1;
            if (last >= 0 && starts.get(last) == start) {
                owners.set(last, owner);
            } else {
                starts.add(start);
                owners.add(owner);
            }
        }

        private static long first(Route<?> route) {
            return Integer.toUnsignedLong(route.destination().network().bits());
        }

        private static long after(Route<?> route) {
            return first(route) + (1L << 32 - route.destination().length());
        }
    }

    /** The route that a packet to this address takes; empty when the table has none. */
    public Optional<Route<T>> select(Ipv4Address destination) {
        int key = signed(destination.bits());
        int slot = destination.bits() >>> shift;
        int low = index[slot];
        int high = index[slot + 1];
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= key) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return routes.get(low);
    }

    /** Addresses compare as unsigned numbers, {@code int}s as signed ones. */
    private static int signed(int bits) {
        return bits ^ Integer.MIN_VALUE;
    }

    @Override
    public String toString() {
        return Arrays.toString(
                routes.stream().flatMap(Optional::stream).distinct().toArray());
    }
}
