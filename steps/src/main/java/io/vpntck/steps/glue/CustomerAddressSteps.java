package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Addresses that a customer gateway cannot have. */
public final class CustomerAddressSteps {
    private final World world;

    public CustomerAddressSteps(World world) {
        this.world = world;
    }

    @When("a customer gateway is attempted with the address {string}")
    public void isAttempted(String address) {
        world.attempt(() -> world.ec2()
                .createCustomerGateway(r -> r.type("ipsec.1").ipAddress(address).bgpAsn(65000)));
    }

    @Then("there is no customer gateway")
    public void thereIsNone() {
        assertThat(Present.customerGateways(world.ec2()))
                .as("customer gateways")
                .isEmpty();
    }
}
