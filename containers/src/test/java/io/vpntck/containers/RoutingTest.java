package io.vpntck.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.gateway.Capability;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of the downloaded document reaches BIRD and FRR. */
class RoutingTest {
    private static final Ipv4Prefix VPC = Ipv4Prefix.of("10.0.0.0/16");
    private static final Ipv4Prefix LAN = Ipv4Prefix.of("10.20.0.0/24");

    private static VpnConfiguration document(boolean staticRoutesOnly) {
        Optional<VpnConfiguration.Bgp> bgp =
                staticRoutesOnly ? Optional.empty() : Optional.of(new VpnConfiguration.Bgp(65_010, 4_200_000_000L, 30));
        return new VpnConfiguration(
                "vpn-44a8938f", staticRoutesOnly, List.of(tunnel("129", "44", bgp), tunnel("130", "46", bgp)));
    }

    private static VpnConfiguration.Tunnel tunnel(String outside, String inside, Optional<VpnConfiguration.Bgp> bgp) {
        return new VpnConfiguration.Tunnel(
                Ipv4Address.of("198.51.100.10"),
                Ipv4Address.of("169.254." + inside + ".2"),
                Ipv4Address.of("198.51.100." + outside),
                Ipv4Address.of("169.254." + inside + ".1"),
                "key_" + outside,
                List.of(),
                Duration.ofSeconds(28_800),
                List.of(),
                Duration.ofSeconds(3_600),
                Duration.ofSeconds(10),
                3,
                bgp);
    }

    @Test
    void birdHasASessionThroughEachTunnelAndAnnouncesTheLan() {
        Routing bird = RoutingSoftware.BIRD.of(document(false), VPC, LAN);
        assertThat(bird.files().get("/gateway/bird.conf"))
                .contains(
                        "router id 198.51.100.10;\n",
                        "route 10.20.0.0/24 blackhole;\n",
                        "local 169.254.44.2 as 65010;\n  neighbor 169.254.44.1 as 4200000000;\n  interface \"vti1\";\n",
                        "local 169.254.46.2 as 65010;\n  neighbor 169.254.46.1 as 4200000000;\n  interface \"vti2\";\n",
                        "hold time 30;\n  keepalive time 10;\n");
    }

    @Test
    void frrHasASessionThroughEachTunnelAndAnnouncesTheLan() {
        Routing frr = RoutingSoftware.FRR.of(document(false), VPC, LAN);
        assertThat(frr.files().get("/gateway/frr.conf"))
                .contains(
                        "router bgp 65010\n bgp router-id 198.51.100.10\n",
                        " neighbor 169.254.44.1 remote-as 4200000000\n neighbor 169.254.44.1 update-source 169.254.44.2\n",
                        " neighbor 169.254.46.1 remote-as 4200000000\n neighbor 169.254.46.1 update-source 169.254.46.2\n",
                        " neighbor 169.254.46.1 timers 10 30\n",
                        "  network 10.20.0.0/24\n",
                        "  neighbor 169.254.44.1 prefix-list own out\n  neighbor 169.254.46.1 prefix-list own out\n",
                        "ip prefix-list own permit 10.20.0.0/24\n");
    }

    private static final List<Ipv4Prefix> OTHERS = List.of(Ipv4Prefix.of("192.168.10.0/24"), Ipv4Prefix.ALL);

    @Test
    void birdReadsAFileThatIsTheSameButForWhatIsAnnounced() {
        Routing bird = RoutingSoftware.BIRD.of(document(false), VPC, LAN);
        Routing.Change change = bird.announcing(OTHERS);
        String before = bird.files().get("/gateway/bird.conf");
        String after = change.next().files().get("/gateway/bird.conf");
        assertThat(before)
                .contains(
                        """
                        protocol static announced {
                          ipv4;
                          route 10.20.0.0/24 blackhole;
                        }
                        """);
        assertThat(after)
                .isEqualTo(before.replace(
                        "  route 10.20.0.0/24 blackhole;\n",
                        "  route 192.168.10.0/24 blackhole;\n  route 0.0.0.0/0 blackhole;\n"));
        assertThat(change.script()).startsWith("answer=$(birdc configure)\n");
        assertThat(change.next().announcing(List.of(LAN)).next()).isEqualTo(bird);
    }

    @Test
    void frrIsToldWhatIsNewAndThenWhatIsGone() {
        Routing frr = RoutingSoftware.FRR.of(document(false), VPC, LAN);
        Routing.Change change = frr.announcing(OTHERS);
        assertThat(change.script())
                .isEqualTo(
                        """
                        vtysh \\
                          -c 'configure terminal' \\
                          -c 'ip prefix-list own permit 192.168.10.0/24' \\
                          -c 'ip prefix-list own permit 0.0.0.0/0' \\
                          -c 'router bgp 65010' \\
                          -c 'address-family ipv4 unicast' \\
                          -c 'network 192.168.10.0/24' \\
                          -c 'network 0.0.0.0/0' \\
                          -c 'no network 10.20.0.0/24'
                        """);
        assertThat(change.next().files().get("/gateway/frr.conf"))
                .contains("  network 192.168.10.0/24\n  network 0.0.0.0/0\n")
                .contains("ip prefix-list own permit 192.168.10.0/24\nip prefix-list own permit 0.0.0.0/0\n")
                .doesNotContain("10.20.0.0/24");
    }

    @Test
    void whatStaysIsNotTouchedAndEverythingCanGo() {
        Routing frr = RoutingSoftware.FRR.of(document(false), VPC, LAN);
        Routing more = frr.announcing(List.of(LAN, Ipv4Prefix.ALL)).next();
        assertThat(frr.announcing(List.of(LAN)).script()).doesNotContain("network");
        assertThat(more.announcing(List.of(LAN)).script())
                .contains("-c 'no network 0.0.0.0/0'")
                .doesNotContain("network 10.20.0.0/24");
        assertThat(frr.announcing(List.of()).script()).contains("-c 'no network 10.20.0.0/24'");
        assertThat(RoutingSoftware.BIRD
                        .of(document(false), VPC, LAN)
                        .announcing(List.of())
                        .next()
                        .files()
                        .get("/gateway/bird.conf"))
                .contains("protocol static announced {\n  ipv4;\n}\n");
    }

    @Test
    void nothingIsAnnouncedOnAStaticConnection() {
        Routing routing = RoutingSoftware.BIRD.of(document(true), VPC, LAN);
        assertThatThrownBy(() -> routing.announcing(OTHERS))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("there is no BGP on a static connection");
    }

    @Test
    void aStaticConnectionIsRoutedWithoutThem() {
        for (RoutingSoftware software : RoutingSoftware.values()) {
            Routing routing = software.of(document(true), VPC, LAN);
            assertThat(routing).isEqualTo(new StaticRouting(VPC));
            assertThat(routing.start()).contains("ip route replace 10.0.0.0/16 dev vti1 metric 10\n");
        }
    }

    @Test
    void oneWithoutBgpClaimsNoneAndRefusesADynamicConnection() {
        assertThat(RoutingSoftware.NONE.capabilities()).doesNotContain(Capability.BGP, Capability.BGP_ANNOUNCE);
        assertThat(RoutingSoftware.BIRD.capabilities())
                .contains(Capability.BGP, Capability.BGP_ANNOUNCE)
                .doesNotContain(Capability.BGP_CONTROL);
        assertThatThrownBy(() -> RoutingSoftware.NONE.of(document(false), VPC, LAN))
                .hasMessage("strongswan-static has no BGP, and connection vpn-44a8938f is a dynamic one");
    }

    @Test
    void eachIsFoundByTheNameOfItsGateway() {
        assertThat(RoutingSoftware.of("strongswan-frr")).isEqualTo(RoutingSoftware.FRR);
        assertThatThrownBy(() -> RoutingSoftware.of("edge-router")).hasMessageContaining("edge-router");
    }
}
