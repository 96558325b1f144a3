package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;

/** When the routes of a virtual private gateway come into a route table that takes them. */
public final class PropagatedSteps {
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final World world;
    private final Stage stage;
    private final VpcParts parts;
    private List<List<String>> before = List.of();

    public PropagatedSteps(World world, Stage stage, VpcParts parts) {
        this.world = world;
        this.stage = stage;
        this.parts = parts;
    }

    @Given("a static VPN connection to the gateway under test with the routes {word} and {word}, which was never up")
    public void aConnection(String one, String other) {
        parts.vpnGateway();
        stage.customerGateway(world.testbed().gateway().outsideAddress().toString());
        String id = stage.connection(true).vpnConnectionId();
        stage.awaitAvailableConnection();
        for (String prefix : List.of(one, other)) {
            world.ec2().createVpnConnectionRoute(r -> r.vpnConnectionId(id).destinationCidrBlock(prefix));
        }
        stage.configureAndStart();
    }

    @Given("the gateway under test has brought a tunnel up")
    public void aTunnelIsUp() {
        stage.raiseTunnel();
    }

    @Given("route table {word} takes the routes of the virtual private gateway")
    public void takesRoutes(String table) {
        enable(table);
    }

    private void enable(String table) {
        world.ec2()
                .enableVgwRoutePropagation(r -> r.routeTableId(parts.id(table)).gatewayId(world.vpnGatewayId()));
    }

    @When("propagation is enabled for route table {word}")
    public void isEnabled(String table) {
        enable(table);
    }

    @When("30 s go by, route table {word} is looked up, and the gateway under test brings a tunnel up")
    public void isBroughtUp(String table) {
        world.testbed().pass(QUIET);
        before = parts.routes(table);
        stage.raiseTunnel();
    }

    @Then("it had the local route of {word} alone before")
    public void hadTheLocalRoute(String cidr) {
        assertThat(before)
                .as("routes before a tunnel was up")
                .containsExactly(List.of(cidr, "local", "CreateRouteTable", "active"));
    }
}
