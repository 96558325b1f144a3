package io.vpntck.reference.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PathSelectionTest {
    private static Route<String> route(String destination, RouteSource source, String target) {
        return new Route<>(Ipv4Prefix.of(destination), source, target);
    }

    private static String taken(String address, List<Route<String>> routes) {
        return PathSelection.among(routes)
                .select(Ipv4Address.of(address))
                .map(Route::target)
                .orElse("dropped");
    }

    /** VPN-ROUTE-12: the table of the user guide, with 172.31.0.0/16 entered and propagated. */
    @Test
    void takesTheEnteredRouteBeforeThePropagatedOne() {
        List<Route<String>> table = List.of(
                route("10.0.0.0/16", RouteSource.LOCAL, "local"),
                route("172.31.0.0/16", RouteSource.VPN_STATIC, "vgw"),
                route("172.31.0.0/16", RouteSource.ENTERED, "igw"));

        assertThat(taken("172.31.7.7", table)).isEqualTo("igw");
        assertThat(taken("10.0.255.255", table)).isEqualTo("local");
        assertThat(taken("10.1.0.0", table)).isEqualTo("dropped");
    }

    @Test
    void takesTheLongestPrefix() {
        List<Route<String>> table = List.of(
                route("0.0.0.0/0", RouteSource.ENTERED, "igw"),
                route("192.168.0.0/16", RouteSource.ENTERED, "wide"),
                route("192.168.10.0/24", RouteSource.VPN_BGP, "narrow"));

        assertThat(taken("192.168.10.1", table)).isEqualTo("narrow");
        assertThat(taken("192.168.11.0", table)).isEqualTo("wide");
        assertThat(taken("255.255.255.255", table)).isEqualTo("igw");
    }

    /** VPN-ROUTE-10. */
    @Test
    void takesTheLocalRouteBeforeAMoreSpecificPropagatedOne() {
        List<Route<String>> table = List.of(
                route("10.0.0.0/16", RouteSource.LOCAL, "local"),
                route("10.0.5.0/24", RouteSource.VPN_BGP, "vgw"),
                route("10.0.0.0/8", RouteSource.VPN_BGP, "vgw"));

        assertThat(taken("10.0.5.1", table)).isEqualTo("local");
        assertThat(taken("10.1.0.1", table)).isEqualTo("vgw");
    }

    /** VPN-ROUTE-13, VPN-ROUTE-14. */
    @Test
    void ordersPropagatedRoutesBySource() {
        Route<String> bgp = route("10.9.0.0/16", RouteSource.VPN_BGP, "bgp");
        Route<String> entered = route("10.9.0.0/16", RouteSource.VPN_STATIC, "static");
        Route<String> direct = route("10.9.0.0/16", RouteSource.DIRECT_CONNECT, "direct");

        assertThat(taken("10.9.0.1", List.of(bgp, entered, direct))).isEqualTo("direct");
        assertThat(taken("10.9.0.1", List.of(bgp, entered))).isEqualTo("static");
        assertThat(taken("10.9.0.1", List.of(bgp))).isEqualTo("bgp");
        assertThat(taken("10.9.0.1", List.of())).isEqualTo("dropped");
    }

    /** Against the rules read one after the other, on prefixes that overlap much. */
    @Property(tries = 2_000)
    void agreesWithTheRules(@ForAll("tables") List<Route<Integer>> table, @ForAll("addresses") Ipv4Address address) {
        assertThat(PathSelection.among(table).select(address)).isEqualTo(byTheRules(table, address));
    }

    private static Optional<Route<Integer>> byTheRules(List<Route<Integer>> table, Ipv4Address address) {
        List<Route<Integer>> matching =
                table.stream().filter(r -> r.destination().contains(address)).toList();
        boolean local = matching.stream().anyMatch(r -> r.source() == RouteSource.LOCAL);
        Ipv4Prefix widest = matching.stream()
                .filter(r -> r.source() == RouteSource.LOCAL)
                .map(Route::destination)
                .min(Comparator.comparing(Ipv4Prefix::length))
                .orElse(Ipv4Prefix.ALL);
        Stream<Route<Integer>> allowed = matching.stream()
                .filter(r ->
                        !(local && r.source().propagated() && r.destination().length() >= widest.length()));
        Comparator<Route<Integer>> preference = Comparator.comparing(
                        (Route<Integer> r) -> -r.destination().length())
                .thenComparing(Route::source);
        return allowed.min(preference);
    }

    @Provide
    Arbitrary<Ipv4Address> addresses() {
        return Arbitraries.integers().between(0, 255).map(i -> new Ipv4Address(i % 16 << 28 | i / 16 << 20 | i));
    }

    @Provide
    Arbitrary<List<Route<Integer>>> tables() {
        Arbitrary<Integer> lengths = Arbitraries.of(0, 1, 2, 3, 4, 8, 12, 31, 32);
        Arbitrary<Ipv4Prefix> prefixes = Combinators.combine(addresses(), lengths)
                .as((a, n) -> new Ipv4Prefix(new Ipv4Address(n == 0 ? 0 : a.bits() & -1 << 32 - n), n));
        return Combinators.combine(
                        prefixes,
                        Arbitraries.of(RouteSource.values()),
                        Arbitraries.integers().between(0, 9))
                .as(Route::new)
                .list()
                .ofMaxSize(40);
    }
}
