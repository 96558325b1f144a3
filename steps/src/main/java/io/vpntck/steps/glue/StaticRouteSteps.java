package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.VpnState;
import software.amazon.awssdk.services.ec2.model.VpnStaticRoute;

/** The static routes of a VPN connection. */
public final class StaticRouteSteps {
    private final World world;
    private final Stage stage;

    public StaticRouteSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("a {word} VPN connection that is available")
    public void aConnection(String routing) {
        stage.vpnGateway();
        stage.customerGateway();
        stage.connection(routing.equals("static"));
        stage.awaitAvailableConnection();
    }

    @Given("a {word} VPN connection that is available, with the static route {word}")
    public void aConnectionWithARoute(String routing, String prefix) {
        aConnection(routing);
        create(prefix);
        stage.await("the static route " + prefix, () -> shown().contains(prefix));
    }

    private void create(String prefix) {
        world.ec2().createVpnConnectionRoute(r -> r.vpnConnectionId(id()).destinationCidrBlock(prefix));
    }

    private void delete(String prefix) {
        world.ec2().deleteVpnConnectionRoute(r -> r.vpnConnectionId(id()).destinationCidrBlock(prefix));
    }

    private String id() {
        return world.vpnConnectionId().orElseThrow();
    }

    @When("the static routes {word} and {word} are created")
    public void areCreated(String one, String other) {
        create(one);
        create(other);
    }

    @When("the static route {word} is created")
    public void isCreated(String prefix) {
        world.attempt(() -> create(prefix));
    }

    @When("the static route {word} is deleted")
    public void isDeleted(String prefix) {
        world.attempt(() -> delete(prefix));
    }

    @When("the static route {word} is deleted and {word} is created")
    public void isChanged(String old, String fresh) {
        delete(old);
        create(fresh);
    }

    @Then("DescribeVpnConnections shows the static routes {word} and {word} available within {int} s")
    public void showsBoth(String one, String other, int seconds) {
        becomes(List.of(one, other), seconds);
    }

    @Then("DescribeVpnConnections shows the static route {word} alone within {int} s")
    public void showsAlone(String prefix, int seconds) {
        becomes(List.of(prefix), seconds);
    }

    @Then("DescribeVpnConnections shows no static route")
    public void showsNone() {
        assertThat(shown()).as("static routes").isEmpty();
    }

    private void becomes(List<String> prefixes, int seconds) {
        world.testbed()
                .await(Duration.ofSeconds(seconds), () -> available().equals(prefixes) && shown().equals(prefixes));
        assertThat(shown()).as("static routes").containsExactlyElementsOf(prefixes);
        assertThat(available()).as("static routes that are available").containsExactlyElementsOf(prefixes);
        assertThat(stage.connection().routes()).as("sources of the routes").allMatch(route -> route.sourceAsString()
                .equals("Static"));
    }

    /** Those that are neither deleting nor deleted. */
    private List<String> shown() {
        return stage.connection().routes().stream()
                .filter(route -> route.state() == VpnState.PENDING || route.state() == VpnState.AVAILABLE)
                .map(VpnStaticRoute::destinationCidrBlock)
                .toList();
    }

    private List<String> available() {
        return stage.connection().routes().stream()
                .filter(route -> route.state() == VpnState.AVAILABLE)
                .map(VpnStaticRoute::destinationCidrBlock)
                .toList();
    }
}
