package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/** Resources from creation to deletion: their states and their numbers. */
public final class LifeSteps {
    private final World world;
    private final Stage stage;
    private StateWatch watch;

    public LifeSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("an account without VPCs")
    public void anAccountWithoutVpcs() {
        if (!world.ec2().describeVpcs().vpcs().isEmpty()) {
            throw new IllegalStateException("the account has VPCs");
        }
    }

    @Given("an account without customer gateways")
    public void anAccountWithoutCustomerGateways() {
        if (!Present.customerGateways(world.ec2()).isEmpty()) {
            throw new IllegalStateException("the account has customer gateways");
        }
    }

    @Given("an account with {int} virtual private gateways")
    public void anAccountWithVpnGateways(int count) {
        for (int i = 0; i < count; i++) {
            stage.vpnGateway();
        }
    }

    @Given("an account with {int} customer gateways")
    public void anAccountWithCustomerGateways(int count) {
        for (int i = 0; i < count; i++) {
            stage.customerGateway();
        }
    }

    @When("another virtual private gateway is created")
    public void anotherVpnGateway() {
        world.attempt(stage::vpnGateway);
    }

    @When("another customer gateway is created")
    public void anotherCustomerGateway() {
        world.attempt(stage::customerGateway);
    }

    @Then("there are {int} virtual private gateways, and room for one more when one is deleted")
    public void thereIsRoomForAVpnGateway(int count) {
        assertThat(Present.vpnGateways(world.ec2()))
                .as("virtual private gateways")
                .hasSize(count);
        world.ec2().deleteVpnGateway(r -> r.vpnGatewayId(world.vpnGatewayId()));
        watch().until("deleted", this::vpnGatewayState);
        stage.vpnGateway();
    }

    @Then("there are {int} customer gateways, and room for one more when one is deleted")
    public void thereIsRoomForACustomerGateway(int count) {
        assertThat(Present.customerGateways(world.ec2()))
                .as("customer gateways")
                .hasSize(count);
        world.ec2().deleteCustomerGateway(r -> r.customerGatewayId(world.customerGatewayId()));
        watch().until("deleted", this::customerGatewayState);
        stage.customerGateway();
    }

    @When("a virtual private gateway, a customer gateway and a VPN connection between them are created")
    public void allThreeAreCreated() {
        stage.vpnGateway();
        stage.customerGateway();
        stage.connection(false);
    }

    @Then("all three become available within {int} s")
    public void allThreeBecomeAvailable(int seconds) {
        boolean available = world.testbed()
                .await(
                        Duration.ofSeconds(seconds),
                        () -> vpnGatewayState().equals(Optional.of("available"))
                                && customerGatewayState().equals(Optional.of("available"))
                                && connectionState().equals(Optional.of("available")));
        assertThat(available)
                .as(
                        "available: virtual private gateway %s, customer gateway %s, VPN connection %s",
                        vpnGatewayState(), customerGatewayState(), connectionState())
                .isTrue();
    }

    @When("a virtual private gateway is created, watched until it is available, deleted and watched for 60 s")
    public void aVpnGatewayIsWatched() {
        stage.vpnGateway();
        life(this::vpnGatewayState, () -> world.ec2().deleteVpnGateway(r -> r.vpnGatewayId(world.vpnGatewayId())));
    }

    @When("a customer gateway is created, watched until it is available, deleted and watched for 60 s")
    public void aCustomerGatewayIsWatched() {
        stage.customerGateway();
        life(this::customerGatewayState, () -> world.ec2()
                .deleteCustomerGateway(r -> r.customerGatewayId(world.customerGatewayId())));
    }

    @When("a VPN connection is created, watched until it is available, deleted and watched for 60 s")
    public void aConnectionIsWatched() {
        stage.connection(false);
        life(this::connectionState, () -> world.ec2().deleteVpnConnection(r -> r.vpnConnectionId(connectionId())));
    }

    private void life(Supplier<Optional<String>> state, Runnable delete) {
        watch().until("available", state);
        delete.run();
        watch.until("deleted", state);
    }

    private StateWatch watch() {
        watch = new StateWatch(world.testbed());
        return watch;
    }

    @Then("the states seen were among pending, available, deleting and deleted, in that order")
    public void theStatesWereInOrder() {
        watch.assertOrder();
        assertThat(watch.seen()).as("states seen").contains("available");
    }

    @Then("the last state seen was deleted, or it is listed no more")
    public void theLastStateWasDeleted() {
        assertThat(watch.last().orElse("deleted")).as("the last state").isEqualTo("deleted");
    }

    private String connectionId() {
        return world.vpnConnectionId().orElseThrow();
    }

    private Optional<String> vpnGatewayState() {
        return world.ec2().describeVpnGateways(r -> r.vpnGatewayIds(world.vpnGatewayId())).vpnGateways().stream()
                .map(VpnGateway::stateAsString)
                .findFirst();
    }

    private Optional<String> customerGatewayState() {
        return Optional.of(stage.customerGatewayNow().state());
    }

    private Optional<String> connectionState() {
        return Optional.of(stage.connection().stateAsString());
    }
}
