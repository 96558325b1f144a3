package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.Neighbour;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;

/** Traffic of two gateways behind one NAT device. */
public final class NeighbourTrafficSteps {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final World world;
    private final Tunnels tunnels;
    private final Neighbour neighbour;
    private List<LanHost.Ping> pings = List.of();

    public NeighbourTrafficSteps(World world, Tunnels tunnels, Neighbour neighbour) {
        this.world = world;
        this.tunnels = tunnels;
        this.neighbour = neighbour;
    }

    @When("both LAN hosts ping the host in their VPC {int} times")
    public void bothPing(int count) {
        Ipv4Address first = Ipv4Address.of(world.vpcHost());
        pings = List.of(
                world.testbed().gateway().lanHost().ping(first, count, INTERVAL),
                neighbour.gateway().lanHost().ping(neighbour.vpcHost(), count, INTERVAL));
        world.testbed().await(Duration.ofSeconds(60), () -> pings.stream().allMatch(LanHost.Ping::finished));
    }

    @Then("all {int} pings of each LAN host are answered")
    public void allAreAnswered(int count) {
        assertThat(pings.stream().map(LanHost.Ping::received))
                .as("pings answered, by LAN host")
                .containsExactly(count, count);
    }

    @Then("ESP of both gateways comes from {word}, of each from a UDP port of its own")
    public void portsTellThemApart(String address) {
        List<Integer> first = ports(tunnels.outside(), Ipv4Address.of(address));
        List<Integer> second = ports(neighbour.outside(), Ipv4Address.of(address));
        assertThat(first).as("ports of the first gateway").isNotEmpty();
        assertThat(second).as("ports of the second gateway").isNotEmpty().doesNotContainAnyElementsOf(first);
    }

    private List<Integer> ports(List<Ipv4Address> aws, Ipv4Address address) {
        List<ObservedPacket.Esp> esp = tunnels.view().all(ObservedPacket.Esp.class).stream()
                .filter(p -> aws.contains(p.destination()))
                .toList();
        assertThat(esp.stream().map(ObservedPacket::source))
                .as("sources of ESP to " + aws)
                .isNotEmpty()
                .containsOnly(address);
        return esp.stream()
                .map(p -> NatMessages.sourcePort(p).orElse(0))
                .distinct()
                .toList();
    }
}
