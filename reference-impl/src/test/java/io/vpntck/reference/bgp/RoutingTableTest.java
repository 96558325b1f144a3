package io.vpntck.reference.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.bgp.RoutingTable.Change;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTableTest {
    private static final Ipv4Prefix SITE = Ipv4Prefix.of("192.168.10.0/24");
    private static final Neighbour A = neighbour(2, 65000);
    private static final Neighbour B = neighbour(6, 65001);
    private static final Neighbour C = neighbour(10, 65002);

    /** VPN-BGP-13 and -14, then RFC 4271, section 9.1.2.2 (f) and (g). */
    private static final Comparator<LearnedRoute> INDEPENDENT = Comparator.comparingInt(
                    (LearnedRoute r) -> r.attributes().asPath().length())
            .thenComparing(r -> r.attributes().origin())
            .thenComparing(r -> r.from().identifier())
            .thenComparing(r -> r.from().address());

    private final RoutingTable table = new RoutingTable(BestPath.EDITION_2018_09);

    @ParameterizedTest(name = "{0} {1} against {2} {3}: {4}")
    @CsvSource({
        // VPN-BGP-13 and -14, verify
        "65000,             IGP,        65001 65001, IGP,        A",
        "65000 65000 65000, IGP,        65001 65001, IGP,        B",
        "65000,             IGP,        65001,       EGP,        A",
        "65000,             INCOMPLETE, 65001,       EGP,        B",
        "65000,             INCOMPLETE, 65001 65001, IGP,        A",
        "65000,             IGP,        65001,       IGP,        A",
    })
    void choosesTheBestPath(String pathA, Origin originA, String pathB, Origin originB, String best) {
        for (boolean aFirst : new boolean[] {true, false}) {
            RoutingTable fresh = new RoutingTable(BestPath.EDITION_2018_09);
            if (aFirst) {
                fresh.learn(A, List.of(SITE), attributes(originA, pathA, 0));
            }
            fresh.learn(B, List.of(SITE), attributes(originB, pathB, 0));
            if (!aFirst) {
                fresh.learn(A, List.of(SITE), attributes(originA, pathA, 0));
            }
            assertThat(fresh.best(SITE)).map(LearnedRoute::from).contains(best.equals("A") ? A : B);
        }
    }

    @Test
    void medCountsInTheLaterEditionAmongRoutesThroughOneAs() {
        Neighbour second = new Neighbour(Ipv4Address.of("169.254.10.14"), Ipv4Address.of("169.254.10.14"), 65000);
        assertThat(bestOfMeds(BestPath.LATER, second)).isEqualTo(second);
        assertThat(bestOfMeds(BestPath.EDITION_2018_09, second)).isEqualTo(A);
        assertThat(BestPath.LATER.best(List.of(route(B, "65001", 100), route(A, "65000", 200))))
                .as("two neighbouring ASes: the identifier decides")
                .isEqualTo(1);
    }

    /** A beats B by its address, B beats C likewise, and C beats A by MED: two at a time, none would be the best. */
    @Property
    void theOrderOfRoutesIsOfNoAccountToTheirMed(@ForAll("orders") List<Integer> order) {
        List<LearnedRoute> routes = List.of(route(A, "65000", 200), route(B, "65001", 0), route(C, "65000", 100));
        List<LearnedRoute> shuffled = order.stream().map(routes::get).toList();
        assertThat(shuffled.get(BestPath.LATER.best(shuffled)).from()).isEqualTo(B);
        RoutingTable fresh = new RoutingTable(BestPath.LATER);
        shuffled.forEach(route -> fresh.learn(route.from(), List.of(SITE), route.attributes()));
        assertThat(fresh.best(SITE)).map(LearnedRoute::from).contains(B);
    }

    @Provide
    Arbitrary<List<Integer>> orders() {
        return Arbitraries.shuffle(0, 1, 2);
    }

    private static LearnedRoute route(Neighbour from, String path, long med) {
        return new LearnedRoute(SITE, attributes(Origin.IGP, path, med), from);
    }

    @Test
    void aPathThatIsAboutToEndIsTakenOnlyWhereThereIsNoOther() {
        PathAttributes leaving = new PathAttributes(
                Origin.IGP,
                AsPath.of(65000L),
                A.address(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(0xffff_0000L),
                List.of());
        table.learn(A, List.of(SITE), leaving);
        assertThat(table.best(SITE)).map(LearnedRoute::from).contains(A);
        table.learn(B, List.of(SITE), attributes(Origin.INCOMPLETE, "65001 65001 65001", 0));
        assertThat(table.best(SITE)).map(LearnedRoute::from).contains(B);
        table.down(B);
        assertThat(table.best(SITE)).map(LearnedRoute::from).contains(A);
    }

    private static Neighbour bestOfMeds(BestPath rules, Neighbour second) {
        RoutingTable fresh = new RoutingTable(rules);
        fresh.learn(A, List.of(SITE), attributes(Origin.IGP, "65000", 200));
        fresh.learn(second, List.of(SITE), attributes(Origin.IGP, "65000", 100));
        return fresh.best(SITE).orElseThrow().from();
    }

    @Test
    void forwardsByTheLongestPrefix() {
        table.learn(A, List.of(Ipv4Prefix.of("192.168.0.0/16")), attributes(Origin.IGP, "65000", 0));
        table.learn(B, List.of(SITE), attributes(Origin.INCOMPLETE, "65001 65001 65001", 0));
        assertThat(table.lookUp(Ipv4Address.of("192.168.10.5")))
                .map(LearnedRoute::from)
                .contains(B);
        assertThat(table.lookUp(Ipv4Address.of("192.168.11.5")))
                .map(LearnedRoute::from)
                .contains(A);
        assertThat(table.lookUp(Ipv4Address.of("192.169.0.1"))).isEmpty();
    }

    @Test
    void tellsOnlyWhatChanged() {
        PathAttributes better = attributes(Origin.IGP, "65000", 0);
        PathAttributes worse = attributes(Origin.IGP, "65001 65001", 0);
        assertThat(table.learn(A, List.of(SITE), better)).hasSize(1);
        assertThat(table.learn(A, List.of(SITE), better)).as("a repeat").isEmpty();
        assertThat(table.learn(B, List.of(SITE), worse)).as("a worse one").isEmpty();
        assertThat(table.routes(SITE)).extracting(LearnedRoute::from).containsExactly(A, B);
        assertThat(table.down(A))
                .containsExactly(new Change(
                        SITE,
                        Optional.of(new LearnedRoute(SITE, better, A)),
                        Optional.of(new LearnedRoute(SITE, worse, B))));
        assertThat(table.withdraw(A, List.of(SITE))).isEmpty();
        assertThat(table.withdraw(B, List.of(SITE)))
                .containsExactly(new Change(SITE, Optional.of(new LearnedRoute(SITE, worse, B)), Optional.empty()));
        assertThat(table.size()).isZero();
    }

    @Test
    void announcesTheBestRouteToTheOthersOnly() {
        Ipv4Address own = Ipv4Address.of("169.254.10.5");
        PathAttributes fromA = attributes(Origin.EGP, "65000", 50);
        List<Change> changes = table.learn(A, List.of(SITE), fromA);
        assertThat(Announcement.of(changes, A, 64512, own)).isEqualTo(new Announcement(List.of(), Map.of()));
        PathAttributes told = Announcement.of(changes, B, 64512, own)
                .announced()
                .keySet()
                .iterator()
                .next();
        assertThat(told.asPath()).isEqualTo(AsPath.of(64512L, 65000L));
        assertThat(told.nextHop()).isEqualTo(own);
        assertThat(told.origin()).isEqualTo(Origin.EGP);
        assertThat(told.med()).as("MED goes no further than one AS").isEmpty();

        table.learn(B, List.of(SITE), attributes(Origin.IGP, "65001 65001", 0));
        List<Change> toB = table.withdraw(A, List.of(SITE));
        assertThat(Announcement.of(toB, B, 64512, own).withdrawn()).containsExactly(SITE);
        assertThat(Announcement.of(toB, C, 64512, own).announced().values()).containsExactly(List.of(SITE));
        assertThat(Announcement.of(table.everything(), A, 64512, own)
                        .announced()
                        .values())
                .containsExactly(List.of(SITE));
    }

    /** What every history leads to: the best route is the first of all that are there, by the rules. */
    @Property(tries = 100)
    void theBestIsTheFirstOfWhatIsThere(@ForAll long seed) {
        Random random = new Random(seed);
        RoutingTable fresh = new RoutingTable(BestPath.EDITION_2018_09);
        Map<Neighbour, Map<Ipv4Prefix, LearnedRoute>> model = new HashMap<>();
        List<Ipv4Prefix> prefixes = IntStream.range(0, 5)
                .mapToObj(i -> Ipv4Prefix.of("10." + i + ".0.0/16"))
                .toList();
        for (int i = 0; i < 300; i++) {
            Neighbour peer = List.of(A, B, C).get(random.nextInt(3));
            Ipv4Prefix prefix = prefixes.get(random.nextInt(5));
            Map<Ipv4Prefix, LearnedRoute> ofPeer = model.computeIfAbsent(peer, p -> new HashMap<>());
            switch (random.nextInt(10)) {
                case 0 -> {
                    fresh.down(peer);
                    ofPeer.clear();
                }
                case 1, 2, 3 -> {
                    fresh.withdraw(peer, List.of(prefix));
                    ofPeer.remove(prefix);
                }
                default -> {
                    PathAttributes attributes = PathAttributes.of(
                            Origin.values()[random.nextInt(3)],
                            AsPath.of(peer.as()).prepended(peer.as(), random.nextInt(3)),
                            peer.address());
                    fresh.learn(peer, List.of(prefix), attributes);
                    ofPeer.put(prefix, new LearnedRoute(prefix, attributes, peer));
                }
            }
            assertThat(fresh.best(prefix))
                    .isEqualTo(model.values().stream()
                            .flatMap(routes -> Optional.ofNullable(routes.get(prefix)).stream())
                            .min(INDEPENDENT));
        }
    }

    private static PathAttributes attributes(Origin origin, String path, long med) {
        AsPath asPath = AsPath.EMPTY;
        String[] ases = path.split(" ");
        for (int i = ases.length - 1; i >= 0; i--) {
            asPath = asPath.prepended(Long.parseLong(ases[i]), 1);
        }
        return PathAttributes.of(origin, asPath, A.address()).withMed(med);
    }

    private static Neighbour neighbour(int last, long as) {
        Ipv4Address address = Ipv4Address.of("169.254.10." + last);
        return new Neighbour(address, address, as);
    }
}
