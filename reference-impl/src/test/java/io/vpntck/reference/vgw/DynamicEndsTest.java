package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.cgw.GatewayFault;
import io.vpntck.reference.cgw.GenericTunnels;
import io.vpntck.reference.cgw.ReferenceCustomerGateway;
import io.vpntck.reference.cgw.VpnConfiguration;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ec2.TunnelTelemetry;
import io.vpntck.reference.host.EchoRun;
import io.vpntck.reference.ip.IcmpEcho;
import io.vpntck.reference.ip.IcmpTimeExceeded;
import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.simulation.Segment;
import io.vpntck.reference.simulation.SimulatedHost;
import io.vpntck.reference.simulation.Simulation;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sites with dynamic connections to one virtual private gateway. */
class DynamicEndsTest {
    private static final Ipv4Prefix VPC = Ipv4Prefix.of("10.0.0.0/16");
    private static final Ipv4Address VPC_HOST = Ipv4Address.of("10.0.1.10");

    private final Simulation world = new Simulation(1, Instant.parse("2018-09-03T08:00:00Z"), 1_000_000);
    private final Segment outside = world.segment("outside");
    private final List<TunnelEndpoint> endpoints = new ArrayList<>();
    private final Map<Ipv4Address, Integer> accepted = new LinkedHashMap<>();
    private final Map<Ipv4Address, List<Ipv4Prefix>> learned = new LinkedHashMap<>();
    private final AwsSide awsSide = new AwsSide(
            () -> List.copyOf(endpoints),
            new TunnelTelemetry() {
                @Override
                public void report(Ipv4Address address, boolean up, String message, int routes, Instant now) {
                    accepted.put(address, routes);
                }

                @Override
                public void learned(Ipv4Address address, List<Ipv4Prefix> prefixes) {
                    learned.put(address, prefixes);
                }
            },
            new CountingMeter(),
            world.entropy("aws"),
            Set.of());

    /** A site: number n has 198.51.100.n, AS 65000+n and the LAN 10.20.n.0/24. */
    private final class Site {
        final int number;
        final SimulatedHost host;
        final ReferenceCustomerGateway gateway;

        Site(int number, GatewayFault... faults) {
            this.number = number;
            host = new SimulatedHost(lan().network().plus(10), IpNode.LAN);
            endpoints.add(endpoint(1));
            endpoints.add(endpoint(2));
            gateway = new ReferenceCustomerGateway(
                    new VpnConfiguration("vpn-" + number, false, List.of(tunnel(1), tunnel(2))),
                    address(),
                    lan(),
                    VPC,
                    Set.of(faults),
                    world.entropy("gateway" + number));
            world.attach(gateway, IpNode.OUTSIDE, outside, Ipv4Prefix.host(address()));
            Segment segment = world.segment("lan" + number);
            world.attach(gateway, IpNode.LAN, segment, Ipv4Prefix.ALL);
            world.attach(host, IpNode.LAN, segment, Ipv4Prefix.host(host.address()));
        }

        Ipv4Address address() {
            return Ipv4Address.of("198.51.100." + number);
        }

        Ipv4Prefix lan() {
            return Ipv4Prefix.of("10.20." + number + ".0/24");
        }

        Ipv4Address aws(int index) {
            return Ipv4Address.of("198.51.100." + (128 + 2 * number + index - 1));
        }

        Ipv4Address inside(int index) {
            return Ipv4Address.of("169.254." + number + "." + (index * 4 - 3));
        }

        private TunnelEndpoint endpoint(int index) {
            return new TunnelEndpoint(
                    "vpn-" + number,
                    Category.AWS_VPN,
                    index,
                    aws(index),
                    address(),
                    "psk.tunnel." + index,
                    new Ipv4Prefix(inside(index).plus(-1), 30),
                    false,
                    List.of(),
                    Optional.of("vpc-1"),
                    List.of(VPC),
                    List.of(Ipv4Prefix.of("10.20.0.0/16")),
                    Optional.of(new TunnelEndpoint.Bgp("vgw-1", 64512, 65000 + number)));
        }

        private VpnConfiguration.Tunnel tunnel(int index) {
            VpnConfiguration.Tunnel plain =
                    GenericTunnels.tunnel(address(), aws(index), inside(index), "psk.tunnel." + index);
            return GenericTunnels.dynamic(plain, new VpnConfiguration.Bgp(65000 + number, 64512, 30));
        }

        boolean pings(Ipv4Address destination) {
            EchoRun run = host.ping(destination, 3, Duration.ofSeconds(1), 32, world.now());
            return world.await(Duration.ofSeconds(5), run::finished);
        }
    }

    private void begin() {
        world.attach(
                awsSide,
                IpNode.OUTSIDE,
                outside,
                endpoints.stream()
                        .map(endpoint -> Ipv4Prefix.host(endpoint.outsideAddress()))
                        .toArray(Ipv4Prefix[]::new));
        awsSide.vpcControls().addHost("vpc-1", VPC_HOST);
        world.await(Duration.ofSeconds(30), () -> false);
    }

    @Test
    void bothTunnelsTradePrefixes() {
        Site site = new Site(1);
        begin();
        assertThat(learned)
                .containsEntry(site.aws(1), List.of(site.lan()))
                .containsEntry(site.aws(2), List.of(site.lan()));
        assertThat(accepted).containsEntry(site.aws(1), 1).containsEntry(site.aws(2), 1);
        assertThat(site.pings(VPC_HOST)).isTrue();
    }

    @Test
    void aTunnelThatFailsSilentlyIsLeftAfterTheHoldTime() {
        Site site = new Site(1);
        begin();
        awsSide.tunnelControls().blackhole(site.aws(1), true, world.now());
        world.await(Duration.ofSeconds(45), () -> false);
        assertThat(accepted).containsEntry(site.aws(1), 0).containsEntry(site.aws(2), 1);
        assertThat(learned).as("what is propagated stays").containsEntry(site.aws(1), List.of(site.lan()));
        assertThat(site.pings(VPC_HOST)).isTrue();
        awsSide.tunnelControls().blackhole(site.aws(1), false, world.now());
        world.await(Duration.ofSeconds(60), () -> false);
        assertThat(accepted).containsEntry(site.aws(1), 1);
    }

    @Test
    void twoSitesReachEachOtherThroughTheHub() {
        Site one = new Site(1);
        Site two = new Site(2);
        begin();
        assertThat(one.pings(two.host.address())).isTrue();
        assertThat(two.pings(VPC_HOST)).isTrue();
        assertThat(accepted.values()).containsOnly(1);
    }

    @Test
    void aPacketBetweenSitesWhoseTimeToLiveIsOverIsToldToItsSender() throws MalformedMessageException {
        Site one = new Site(1);
        Site two = new Site(2);
        begin();
        Ipv4Packet request = Ipv4Packet.of(
                        one.host.address(),
                        two.host.address(),
                        Ipv4Packet.ICMP,
                        new IcmpEcho(true, 1, 1, Octets.zeros(8)).encode())
                .withTimeToLive(2);
        world.send(one.host, List.of(new IpNode.Emission(IpNode.LAN, request)));
        world.await(Duration.ofSeconds(1), () -> false);
        Ipv4Packet told = one.host.host().arrived().get(0).packet();
        assertThat(told.source()).isIn(one.inside(1), one.inside(2));
        // As it came to the AWS side: the gateway has taken one from its time to live.
        assertThat(IcmpTimeExceeded.decode(told).original())
                .isEqualTo(request.withTimeToLive(1).encode().first(28));
        assertThat(two.host.host().arrived()).isEmpty();
        assertThat(awsSide.drops()).containsEntry(DropReason.TIME_TO_LIVE, 1L);
    }

    @Test
    void aGatewayThatStopsEndsItsSessionsThroughTheTunnelsFirst() {
        Site site = new Site(1);
        begin();
        List<IpNode.Emission> farewell = site.gateway.close(world.now());
        assertThat(farewell).extracting(e -> e.packet().protocol()).startsWith(Ipv4Packet.ESP);
        assertThat(farewell)
                .filteredOn(e -> e.packet().protocol() == Ipv4Packet.ESP)
                .extracting(e -> e.packet().destination())
                .contains(site.aws(1), site.aws(2));
        // Of what comes after, the Delete among it, nothing arrives.
        world.send(
                site.gateway,
                farewell.stream()
                        .filter(e -> e.packet().protocol() == Ipv4Packet.ESP)
                        .toList());
        world.remove(site.gateway);
        world.await(Duration.ofSeconds(1), () -> false);
        assertThat(accepted).containsEntry(site.aws(1), 0).containsEntry(site.aws(2), 0);
    }
}
