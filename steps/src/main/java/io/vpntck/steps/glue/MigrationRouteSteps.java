package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import software.amazon.awssdk.services.ec2.model.PropagatingVgw;
import software.amazon.awssdk.services.ec2.model.Route;

/** Entered routes and propagation while one virtual private gateway takes the place of another. */
public final class MigrationRouteSteps {
    private final World world;
    private final Stage stage;
    private final Migration migration;

    public MigrationRouteSteps(World world, Stage stage, Migration migration) {
        this.world = world;
        this.stage = stage;
        this.migration = migration;
    }

    @Given("the old virtual private gateway propagates to the route table")
    public void theOldPropagates() {
        migration.enablePropagation(migration.oldGatewayId());
    }

    @Given("a route to {word} leads to the old virtual private gateway")
    public void aRouteLeadsToTheOld(String destination) {
        String table = stage.mainRouteTable();
        world.ec2()
                .createRoute(r ->
                        r.routeTableId(table).destinationCidrBlock(destination).gatewayId(migration.oldGatewayId()));
    }

    private void takePlace() {
        migration.newGateway();
        migration.detach(migration.oldGatewayId());
        migration.attach(migration.newGatewayId());
    }

    @When("another virtual private gateway takes its place, and propagation goes over to it")
    public void propagationGoesOver() {
        migration.disablePropagation(migration.oldGatewayId());
        takePlace();
        migration.enablePropagation(migration.newGatewayId());
    }

    @When("another virtual private gateway takes its place, and the route to {word} is replaced")
    public void theRouteIsReplaced(String destination) {
        takePlace();
        String table = stage.mainRouteTable();
        world.ec2()
                .replaceRoute(r ->
                        r.routeTableId(table).destinationCidrBlock(destination).gatewayId(migration.newGatewayId()));
    }

    @When("another virtual private gateway takes its place, and the route to {word} is left as it is")
    public void theRouteIsLeft(String destination) {
        takePlace();
    }

    @Then("only the new virtual private gateway propagates to the route table")
    public void onlyTheNewPropagates() {
        assertThat(migration.routeTable().propagatingVgws())
                .as("propagating virtual private gateways")
                .extracting(PropagatingVgw::gatewayId)
                .containsExactly(migration.newGatewayId());
    }

    @Then("no route of the table leads to the old virtual private gateway")
    public void noRouteLeadsToTheOld() {
        assertThat(migration.routeTable().routes())
                .as("targets of the routes")
                .extracting(Route::gatewayId)
                .doesNotContain(migration.oldGatewayId());
    }

    @Then("the route to {word} leads to the {word} virtual private gateway, and is {word}")
    public void theRouteLeadsTo(String destination, String which, String state) {
        String gateway = which.equals("old") ? migration.oldGatewayId() : migration.newGatewayId();
        assertThat(migration.routeTable().routes())
                .as("routes to %s", destination)
                .filteredOn(route -> destination.equals(route.destinationCidrBlock()))
                .singleElement()
                .satisfies(route -> {
                    assertThat(route.gatewayId()).as("target").isEqualTo(gateway);
                    assertThat(route.stateAsString()).as("state").isEqualTo(state);
                });
    }
}
