package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;

/** What a gateway builds for each tunnel, and what it lets in there. */
public final class BuildingBlockSteps {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final World world;
    private final Tunnels tunnels;
    private final InnerTraffic traffic;

    public BuildingBlockSteps(World world, Tunnels tunnels, InnerTraffic traffic) {
        this.world = world;
        this.tunnels = tunnels;
        this.traffic = traffic;
    }

    @Then("each tunnel has had one IKE SA, and one ESP SA in each direction")
    public void oneOfEach() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            Exchanges exchanges = new Exchanges(view, tunnel);
            assertThat(Exchanges.completions(exchanges.mainModes()))
                    .as("IKE SAs of tunnel " + tunnel)
                    .hasSize(1);
            assertThat(Exchanges.completions(exchanges.quickModes()))
                    .as("pairs of ESP SAs of tunnel " + tunnel)
                    .hasSize(1);
            List<ObservedPacket.Esp> esp = view.of(ObservedPacket.Esp.class, tunnel);
            assertThat(spis(esp, tunnel, true)).as("SPIs to tunnel " + tunnel).hasSize(1);
            assertThat(spis(esp, tunnel, false))
                    .as("SPIs from tunnel " + tunnel)
                    .hasSize(1);
        }
    }

    private static List<Integer> spis(List<ObservedPacket.Esp> esp, Ipv4Address tunnel, boolean to) {
        return esp.stream()
                .filter(p -> (to ? p.destination() : p.source()).equals(tunnel))
                .map(ObservedPacket.Esp::spi)
                .distinct()
                .toList();
    }

    @When("the LAN host pings the host in the VPC, {word} and {word}, {int} times each")
    public void theLanHostPings(String one, String other, int count) {
        traffic.begin();
        LanHost host = world.testbed().gateway().lanHost();
        for (Ipv4Address to : List.of(traffic.vpcHost(), Ipv4Address.of(one), Ipv4Address.of(other))) {
            host.ping(to, count, INTERVAL);
        }
        world.testbed().pass(Duration.ofSeconds(5));
    }

    @Then("what the LAN host sent into the tunnels went to the VPC {word} alone")
    public void wentToTheVpcAlone(String cidr) {
        Ipv4Prefix vpc = Ipv4Prefix.of(cidr);
        assertThat(traffic.fromGateway().stream()
                        .flatMap(packet -> packet.inner().stream())
                        .filter(inner -> inner.source().equals(traffic.lanHost()))
                        .map(inner -> inner.destination()))
                .as("destinations in ESP")
                .isNotEmpty()
                .allMatch(vpc::contains);
    }
}
