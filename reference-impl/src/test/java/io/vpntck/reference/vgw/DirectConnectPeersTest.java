package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.bgp.AsPath;
import io.vpntck.reference.bgp.LearnedRoute;
import io.vpntck.reference.bgp.Neighbour;
import io.vpntck.reference.bgp.Origin;
import io.vpntck.reference.bgp.PathAttributes;
import io.vpntck.reference.bgp.RoutingTable;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.vgw.DirectConnectPeers.Sent;
import io.vpntck.reference.vgw.DirectConnectPeers.Told;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Direct Connect of two virtual private gateways, vgw-1 at vpc-1 and vgw-2 at vpc-2, beside one that is static. */
class DirectConnectPeersTest {
    private static final Ipv4Prefix OFFICE = Ipv4Prefix.of("192.168.77.0/24");
    private static final Ipv4Prefix BRANCH = Ipv4Prefix.of("192.168.78.0/24");
    private static final Ipv4Prefix LAN = Ipv4Prefix.of("10.20.0.0/24");
    private static final Ipv4Address SITE = Ipv4Address.of("169.254.1.2");

    private final AwsTunnels tunnels = new AwsTunnels(Octets::zeros, Set.of());
    private final VpcSurroundings surroundings = new VpcSurroundings();
    private final BgpRoutes routes = new BgpRoutes(new BgpMisbehaviour(Set.of()));
    private final DirectConnectPeers peers = peers();

    @BeforeEach
    void connect() {
        tunnels.follow(List.of(dynamic(1), dynamic(2), endpoint(3, Optional.empty())));
    }

    private DirectConnectPeers peers(AwsSideFault... faults) {
        return new DirectConnectPeers(tunnels, surroundings, routes, new HubMisbehaviour(Set.of(faults)));
    }

    private static TunnelEndpoint dynamic(int number) {
        return endpoint(number, Optional.of(new TunnelEndpoint.Bgp("vgw-" + number, 64_511 + number, 65_000)));
    }

    private static TunnelEndpoint endpoint(int number, Optional<TunnelEndpoint.Bgp> bgp) {
        return new TunnelEndpoint(
                "vpn-" + number,
                Category.AWS_VPN,
                1,
                Ipv4Address.of("198.51.100." + (128 + number)),
                Ipv4Address.of("198.51.100.10"),
                "a.key.of.ours",
                Ipv4Prefix.of("169.254." + number + ".0/30"),
                bgp.isEmpty(),
                List.of(),
                Optional.of("vpc-" + number),
                List.of(Ipv4Prefix.of("10." + number + ".0.0/16")),
                List.of(),
                bgp);
    }

    private Map<String, List<RoutingTable.Change>> announce(String vpc, Ipv4Prefix prefix, boolean on) {
        surroundings.announce(vpc, prefix, on);
        peers.changed();
        return peers.follow();
    }

    @Test
    void nothingIsToBeDoneWhileNothingChanges() {
        assertThat(peers.wakeAt()).isEmpty();
        assertThat(peers.follow()).isEmpty();
        peers.changed();
        assertThat(peers.wakeAt()).contains(Instant.MIN);
        assertThat(peers.follow()).isEmpty();
        assertThat(peers.wakeAt()).isEmpty();
    }

    @Test
    void whatIsAnnouncedIsLearnedByItsGatewayAloneWithTheAsOfDirectConnect() {
        Map<String, List<RoutingTable.Change>> changes = announce("vpc-1", OFFICE, true);
        assertThat(changes).containsOnlyKeys("vgw-1");
        assertThat(changes.get("vgw-1")).singleElement().satisfies(change -> {
            assertThat(change.prefix()).isEqualTo(OFFICE);
            assertThat(change.before()).isEmpty();
            LearnedRoute now = change.now().orElseThrow();
            assertThat(now.attributes().asPath()).isEqualTo(AsPath.of(65_100L));
            assertThat(DirectConnectPeers.isFrom(now.from())).isTrue();
        });
        assertThat(routes.of("vgw-1").size()).isOne();
        assertThat(routes.of("vgw-2").size()).isZero();
    }

    @Test
    void whatIsSaidAgainIsNoNewsAndWhatIsNewIs() {
        announce("vpc-1", OFFICE, true);
        assertThat(announce("vpc-1", OFFICE, true)).isEmpty();
        assertThat(announce("vpc-1", BRANCH, true).get("vgw-1"))
                .extracting(RoutingTable.Change::prefix)
                .containsExactly(BRANCH);
    }

    @Test
    void whatIsWithdrawnIsForgotten() {
        announce("vpc-1", OFFICE, true);
        announce("vpc-1", BRANCH, true);
        assertThat(announce("vpc-1", OFFICE, false).get("vgw-1"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.prefix()).isEqualTo(OFFICE);
                    assertThat(change.now()).isEmpty();
                });
        assertThat(routes.of("vgw-1").best(OFFICE)).isEmpty();
        assertThat(routes.of("vgw-1").best(BRANCH)).isPresent();
    }

    @Test
    void aGatewayThatIsDetachedForgetsWhatCameToItsVpc() {
        announce("vpc-1", OFFICE, true);
        tunnels.follow(List.of(dynamic(1).unattached()));
        peers.changed();
        assertThat(peers.follow().get("vgw-1"))
                .extracting(RoutingTable.Change::now)
                .containsExactly(Optional.empty());
    }

    @Test
    void aStaticConnectionLearnsAndTellsNothing() {
        assertThat(announce("vpc-3", OFFICE, true)).isEmpty();
        assertThat(peers.told("vpc-3")).isEmpty();
        assertThat(peers.told("vpc-9")).isEmpty();
    }

    @Test
    void itIsToldOfTheVpcAndOfSitesAndNotOfItself() {
        announce("vpc-1", OFFICE, true);
        routes.learn(
                "vgw-1",
                new Neighbour(SITE, SITE, 65_000),
                List.of(LAN),
                PathAttributes.of(Origin.IGP, AsPath.of(65_000L), SITE));
        Told vpc = new Told(Ipv4Prefix.of("10.1.0.0/16"), AsPath.of(64_512L));
        assertThat(peers.told("vpc-1")).containsExactly(vpc, new Told(LAN, AsPath.of(64_512L, 65_000L)));
        assertThat(peers(AwsSideFault.HIDES_SITES_FROM_DIRECT_CONNECT).told("vpc-1"))
                .containsExactly(vpc);
        assertThat(peers.told("vpc-2")).containsExactly(new Told(Ipv4Prefix.of("10.2.0.0/16"), AsPath.of(64_513L)));
    }

    @Test
    void packetsAreHandedOverOnceInTheirOrder() {
        Ipv4Packet first = Ipv4Packet.of(Ipv4Address.of("192.168.77.10"), SITE, Ipv4Packet.UDP, Octets.zeros(8));
        Ipv4Packet second = first.withTimeToLive(9);
        peers.send("vpc-1", first);
        peers.send("vpc-2", second);
        assertThat(peers.wakeAt()).contains(Instant.MIN);
        assertThat(peers.takeSent()).containsExactly(new Sent("vpc-1", first), new Sent("vpc-2", second));
        assertThat(peers.takeSent()).isEmpty();
        assertThat(peers.wakeAt()).isEmpty();
    }
}
