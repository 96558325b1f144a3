package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Another region than the testbed's own. */
public final class RegionSteps {
    private final World world;
    private final List<String> listed = new ArrayList<>();

    public RegionSteps(World world) {
        this.world = world;
    }

    private Ec2Client other() {
        return world.ec2(world.testbed().region().equals("eu-west-1") ? "us-west-2" : "eu-west-1");
    }

    @When("another region is asked for its virtual private gateways, customer gateways and VPN connections")
    public void isAsked() {
        other().describeVpnGateways().vpnGateways().forEach(g -> listed.add(g.vpnGatewayId()));
        other().describeCustomerGateways().customerGateways().forEach(g -> listed.add(g.customerGatewayId()));
        other().describeVpnConnections().vpnConnections().forEach(c -> listed.add(c.vpnConnectionId()));
    }

    @Then("it lists none of them")
    public void listsNone() {
        assertThat(listed)
                .as("ids listed in the other region")
                .doesNotContain(
                        world.vpnGatewayId(),
                        world.customerGatewayId(),
                        world.vpnConnectionId().orElseThrow());
    }

    @Then("it knows none of their ids")
    public void knowsNone() {
        refuses("VPN gateway", () -> other().describeVpnGateways(r -> r.vpnGatewayIds(world.vpnGatewayId())));
        refuses("customer gateway", () -> other().describeCustomerGateways(
                        r -> r.customerGatewayIds(world.customerGatewayId())));
        refuses("VPN connection", () -> other().describeVpnConnections(
                        r -> r.vpnConnectionIds(world.vpnConnectionId().orElseThrow())));
    }

    private static void refuses(String what, Runnable describe) {
        assertThatThrownBy(describe::run)
                .as("describing the %s in the other region", what)
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.statusCode()).as("HTTP status").isBetween(400, 499));
    }
}
