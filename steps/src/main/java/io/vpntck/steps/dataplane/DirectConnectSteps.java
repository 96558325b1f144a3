package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.AnnouncedRoute;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.VpcParts;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Direct Connect as a peer of the virtual private gateway, beside the sites. */
public final class DirectConnectSteps {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration ARRIVES = Duration.ofSeconds(3);

    private final World world;
    private final Tunnels tunnels;
    private final VpcParts parts;
    private final AllSites sites;
    private Ipv4Address host;

    public DirectConnectSteps(World world, Tunnels tunnels, VpcParts parts, AllSites sites) {
        this.world = world;
        this.tunnels = tunnels;
        this.parts = parts;
        this.sites = sites;
    }

    @When("the LAN host of each site sends a packet to {word} over Direct Connect, and is sent one from there")
    public void sendEachOther(String address) {
        host = Ipv4Address.of(address);
        for (int site : sites.numbers()) {
            sites.gateway(site).lanHost().ping(host, 1, INTERVAL);
            Ipv4Packet packet =
                    MadePackets.echoRequest(host, sites.host(site), 56).withTimeToLive(60);
            world.testbed().lab().sendByDirectConnect(world.vpcId(), packet.encode());
        }
        world.testbed().pass(ARRIVES);
    }

    @Then("Direct Connect is told this by BGP, and nothing else:")
    public void isTold(DataTable rows) {
        Map<String, String> expected =
                rows.asMaps().stream().collect(Collectors.toMap(row -> row.get("prefix"), row -> row.get("path")));
        assertThat(world.testbed().lab().announcedToDirectConnect(world.vpcId()).stream()
                        .collect(Collectors.toMap(route -> route.prefix().toString(), AnnouncedRoute::path)))
                .as("what Direct Connect is told")
                .isEqualTo(expected);
    }

    @Then("the packet of each site came to Direct Connect")
    public void cameToDirectConnect() {
        assertThat(world.testbed().lab().arrivedAtRouteTarget(parts.id("Direct Connect")).stream()
                        .map(packet -> MadePackets.decoded(packet.packet()))
                        .filter(packet -> packet.destination().equals(host))
                        .map(Ipv4Packet::source))
                .as("sources of what came to Direct Connect")
                .contains(sites.numbers().stream().map(sites::host).toArray(Ipv4Address[]::new));
    }

    @Then("the packet from there came out of a tunnel of each site")
    public void cameOutOfTunnels() {
        for (int site : sites.numbers()) {
            assertThat(tunnels.view().all(ObservedPacket.Esp.class))
                    .as("packet of " + host + " in ESP to site " + site)
                    .anyMatch(esp -> sites.outside(site).contains(esp.source())
                            && esp.inner()
                                    .filter(inner -> inner.source().equals(host)
                                            && inner.destination().equals(sites.host(site)))
                                    .isPresent());
        }
    }
}
