package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Route;

/** Which packets of a VPC its route tables and the virtual private gateway let into the tunnels. */
public final class RoutedTrafficSteps {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final World world;
    private final Stage stage;
    private final Tunnels tunnels;
    private LanHost.Ping before;
    private LanHost.Ping after;

    public RoutedTrafficSteps(World world, Stage stage, Tunnels tunnels) {
        this.world = world;
        this.stage = stage;
        this.tunnels = tunnels;
    }

    @When(
            "the LAN host pings the host in the VPC {int} times before a route leads the LAN to the virtual private gateway and {int} times after")
    public void pingsBeforeAndAfter(int first, int second) {
        before = ping(first);
        stage.routeToTheLan();
        after = ping(second);
    }

    private LanHost.Ping ping(int count) {
        LanHost.Ping ping = world.testbed().gateway().lanHost().ping(Ipv4Address.of(world.vpcHost()), count, INTERVAL);
        world.testbed().await(LIMIT, ping::finished);
        return ping;
    }

    @When("the host in the VPC pings the LAN host, {word} and {word}, {int} times each")
    public void pingsThree(String one, String other, int count) {
        List<Ipv4Address> destinations = List.of(lanHost(), Ipv4Address.of(one), Ipv4Address.of(other));
        destinations.forEach(destination -> world.testbed()
                .lab()
                .pingFromVpcHost(world.vpcId(), Ipv4Address.of(world.vpcHost()), destination, count));
        world.testbed().pass(LIMIT);
    }

    @When(
            "a route leads the LAN to the virtual private gateway, and the host in the VPC pings the LAN host {int} times")
    public void pingsOnceRouted(int count) {
        stage.routeToTheLan();
        world.testbed().lab().pingFromVpcHost(world.vpcId(), Ipv4Address.of(world.vpcHost()), lanHost(), count);
        world.testbed().pass(LIMIT);
    }

    private Ipv4Address lanHost() {
        return world.testbed().gateway().lanHost().address();
    }

    @Then("none of the first {int} pings is answered")
    public void noneOfTheFirst(int count) {
        assertThat(before.sent()).as("pings sent before the route was there").isEqualTo(count);
        assertThat(before.received())
                .as("pings answered before the route was there")
                .isZero();
    }

    @Then("all of the last {int} pings are answered")
    public void allOfTheLast(int count) {
        assertThat(after.received())
                .as("pings answered once the route was there")
                .isEqualTo(count);
    }

    @Then("what the host in the VPC sent into the tunnels went to the LAN host alone")
    public void wentToTheLanHostAlone() {
        Set<Ipv4Address> destinations = tunnels.outside().stream()
                .flatMap(address -> sentThrough(address).stream())
                .map(Ipv4Packet::destination)
                .collect(Collectors.toSet());
        assertThat(destinations).as("destinations in ESP").containsExactly(lanHost());
    }

    /** What the host in the VPC has sent through the tunnel at this outside address. */
    private List<Ipv4Packet> sentThrough(Ipv4Address outside) {
        return tunnels.view().of(ObservedPacket.Esp.class, outside).stream()
                .flatMap(packet -> packet.inner().stream())
                .filter(inner -> inner.source().equals(Ipv4Address.of(world.vpcHost())))
                .toList();
    }

    @Then("the route to the LAN is active, and its origin is {word}")
    public void theRouteIsActive(String origin) {
        String lan = world.testbed().gateway().lan().toString();
        List<Route> routes = world.ec2().describeRouteTables().routeTables().stream()
                .flatMap(table -> table.routes().stream())
                .filter(route -> lan.equals(route.destinationCidrBlock()))
                .toList();
        assertThat(routes)
                .as("routes to the LAN")
                .extracting(Route::gatewayId, Route::stateAsString, Route::originAsString)
                .containsExactly(tuple(world.vpnGatewayId(), "active", origin));
    }

    @Then("all {int} echo requests of the host in the VPC went through one tunnel, and none through the other")
    public void wentThroughOneTunnel(int count) {
        assertThat(tunnels.outside())
                .as("echo requests through each tunnel")
                .extracting(address -> sentThrough(address).size())
                .containsExactlyInAnyOrder(count, 0);
    }
}
