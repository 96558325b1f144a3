package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** Quotas that the lab raised for a region. */
public final class RaisedQuotaSteps {
    private final World world;
    private final List<Long> counts = new ArrayList<>();
    private String refusal = "";

    public RaisedQuotaSteps(World world) {
        this.world = world;
    }

    @Given("the quota {word} is raised to {int} in {word}")
    public void theQuotaIsRaised(String quota, int value, String region) {
        world.testbed().lab().raiseQuota(region, quota, value);
    }

    @When("two virtual private gateways in {word} and one in {word} are each asked for {int} VPN connections")
    public void areAskedFor(String first, String second, int connections) {
        for (String region : List.of(first, first, second)) {
            Ec2Client ec2 = world.ec2(region);
            String gateway =
                    ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
            for (int i = 0; i < connections; i++) {
                world.attempt(() -> connect(ec2, gateway));
            }
            counts.add(ec2.describeVpnConnections().vpnConnections().stream()
                    .map(VpnConnection::vpnGatewayId)
                    .filter(gateway::equals)
                    .count());
        }
    }

    private void connect(Ec2Client ec2, String gateway) {
        String customer = ec2.createCustomerGateway(r ->
                        r.type("ipsec.1").ipAddress(world.nextCustomerAddress()).bgpAsn(65000))
                .customerGateway()
                .customerGatewayId();
        ec2.createVpnConnection(r -> r.type("ipsec.1").vpnGatewayId(gateway).customerGatewayId(customer));
    }

    @When("the quota {word} is to be raised to {int} in {word}")
    public void isToBeRaised(String quota, int value, String region) {
        try {
            world.testbed().lab().raiseQuota(region, quota, value);
        } catch (IllegalArgumentException e) {
            refusal = e.getMessage();
        }
    }

    @Then("it is not raised, since it can be raised to {int}")
    public void itIsNotRaised(int highest) {
        assertThat(refusal).as("refusal by the lab").endsWith("can be raised to " + highest);
    }

    @Then("they have {long}, {long} and {long} VPN connections")
    public void theyHave(long first, long second, long third) {
        assertThat(counts).as("VPN connections of each").containsExactly(first, second, third);
    }

    @Then("{int} requests were refused, as {word}")
    public void requestsWereRefused(int count, String code) {
        assertThat(world.refusals()).as("refused requests").hasSize(count).allSatisfy(refusal -> assertThat(
                        refusal.statusCode())
                .as("HTTP status")
                .isBetween(400, 499));
        world.refusals().stream()
                .map(refusal -> refusal.awsErrorDetails().errorCode())
                .filter(other -> !other.equals(code))
                .forEach(other -> world.log("refused as " + other + ", normally " + code));
    }
}
