package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import software.amazon.awssdk.services.ec2.model.PropagatingVgw;

/** The propagation of the routes of a virtual private gateway to route tables. */
public final class PropagationSteps {
    private final World world;
    private final Stage stage;
    private final VpcParts parts;

    public PropagationSteps(World world, Stage stage, VpcParts parts) {
        this.world = world;
        this.stage = stage;
        this.parts = parts;
    }

    @Given("a virtual private gateway that is not attached")
    public void anUnattachedGateway() {
        stage.vpnGateway();
        parts.named("unattached virtual private gateway", world.vpnGatewayId());
    }

    @Given("an attached virtual private gateway")
    public void anAttachedGateway() {
        parts.vpnGateway();
    }

    @Given(
            "a static VPN connection to the gateway under test that is up, with the route {word}, propagated to tables {word} and {word}")
    public void aConnectionThatIsUp(String prefix, String one, String other) {
        connect(prefix);
        enable(one);
        enable(other);
        awaitRoute(one, prefix);
        awaitRoute(other, prefix);
    }

    private void connect(String prefix) {
        parts.vpnGateway();
        stage.customerGateway(world.testbed().gateway().outsideAddress().toString());
        String id = stage.connection(true).vpnConnectionId();
        stage.awaitAvailableConnection();
        world.ec2().createVpnConnectionRoute(r -> r.vpnConnectionId(id).destinationCidrBlock(prefix));
        stage.configureAndStart();
        stage.raiseTunnel();
    }

    private void awaitRoute(String table, String prefix) {
        stage.await("the route " + prefix + " in table " + table, () -> parts.routes(table).stream()
                .anyMatch(r -> r.get(0).equals(prefix)));
    }

    private void enable(String table) {
        world.ec2().enableVgwRoutePropagation(r -> r.routeTableId(parts.id(table))
                .gatewayId(parts.id("virtual private gateway")));
    }

    @When("propagation is enabled twice for route table {word}")
    public void isEnabledTwice(String table) {
        world.attempt(() -> {
            enable(table);
            enable(table);
        });
    }

    @When("propagation is enabled for {} from {}")
    public void isEnabled(String table, String gateway) {
        String tableId = table.equals("a table that never was") ? "rtb-00000000000000000" : parts.id("A");
        String gatewayId =
                switch (gateway) {
                    case "a gateway that never was" -> "vgw-00000000000000000";
                    case "the unattached one" -> parts.id("unattached virtual private gateway");
                    default -> parts.id("virtual private gateway");
                };
        world.attempt(() -> world.ec2()
                .enableVgwRoutePropagation(r -> r.routeTableId(tableId).gatewayId(gatewayId)));
    }

    @When("propagation is disabled for route table {word}")
    public void isDisabled(String table) {
        world.ec2().disableVgwRoutePropagation(r -> r.routeTableId(parts.id(table))
                .gatewayId(parts.id("virtual private gateway")));
    }

    @Then("route table {word} takes routes from exactly the virtual private gateway")
    public void takesFrom(String table) {
        assertThat(world.refusals()).as("refusals").isEmpty();
        assertThat(parts.tableNow(table).propagatingVgws())
                .as("propagatingVgwSet")
                .extracting(PropagatingVgw::gatewayId)
                .containsExactly(parts.id("virtual private gateway"));
    }

    @Then("route table {word} takes routes from no gateway")
    public void takesFromNone(String table) {
        assertThat(parts.tableNow(table).propagatingVgws())
                .as("propagatingVgwSet")
                .isEmpty();
    }
}
