package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/** Types and identifiers of the three resources that a VPN consists of. */
public final class IdentitySteps {
    private static final String ANY_ADDRESS = "198.18.100.1";

    private final World world;
    private final Stage stage;
    private String firstVpnGateway;
    private String firstCustomerGateway;
    private String firstConnection;
    private String asked;
    private List<String> listed = List.of();

    public IdentitySteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("{int} virtual private gateways, each with a customer gateway and a VPN connection")
    public void gatewaysWithConnections(int count) {
        for (int i = 0; i < count; i++) {
            stage.vpnGateway();
            stage.customerGateway();
            stage.connection(false);
            if (i == 0) {
                firstVpnGateway = world.vpnGatewayId();
                firstCustomerGateway = world.customerGatewayId();
                firstConnection = world.vpnConnectionId().orElseThrow();
            }
        }
    }

    @When("a {} of the type {string} is asked for")
    public void isAskedFor(String resource, String type) {
        world.attempt(() -> create(resource, type));
    }

    @When("a {} without a type is asked for")
    public void isAskedForWithoutType(String resource) {
        world.attempt(() -> create(resource, null));
    }

    private void create(String resource, String type) {
        switch (resource) {
            case "virtual private gateway" -> world.ec2().createVpnGateway(r -> r.type(type));
            case "customer gateway" ->
                world.ec2()
                        .createCustomerGateway(
                                r -> r.type(type).ipAddress(ANY_ADDRESS).bgpAsn(65000));
            case "VPN connection" ->
                world.ec2().createVpnConnection(r -> r.type(type)
                        .vpnGatewayId(world.vpnGatewayId())
                        .customerGatewayId(world.customerGatewayId()));
            default -> throw new IllegalArgumentException("no such resource: " + resource);
        }
    }

    @When("the first {} is described by the id that its creation showed")
    public void theFirstIsDescribed(String resource) {
        asked = switch (resource) {
            case "virtual private gateway" -> firstVpnGateway;
            case "customer gateway" -> firstCustomerGateway;
            default -> firstConnection;
        };
        listed = describe(resource, asked);
    }

    @When("a {} is described by the id {word}")
    public void isDescribed(String resource, String id) {
        world.attempt(() -> listed = describe(resource, id));
    }

    private List<String> describe(String resource, String id) {
        return switch (resource) {
            case "virtual private gateway" ->
                world.ec2().describeVpnGateways(r -> r.vpnGatewayIds(id)).vpnGateways().stream()
                        .map(VpnGateway::vpnGatewayId)
                        .toList();
            case "customer gateway" ->
                world.ec2().describeCustomerGateways(r -> r.customerGatewayIds(id)).customerGateways().stream()
                        .map(CustomerGateway::customerGatewayId)
                        .toList();
            case "VPN connection" ->
                world.ec2().describeVpnConnections(r -> r.vpnConnectionIds(id)).vpnConnections().stream()
                        .map(VpnConnection::vpnConnectionId)
                        .toList();
            default -> throw new IllegalArgumentException("no such resource: " + resource);
        };
    }

    @Then("exactly that id is listed")
    public void exactlyThatIsListed() {
        assertThat(listed).as("ids listed").containsExactly(asked);
    }

    @Then("DescribeVpnGateways, DescribeCustomerGateways and DescribeVpnConnections show the type ipsec.1")
    public void allShowTheType() {
        assertThat(stage.vpnGatewayNow().typeAsString())
                .as("type of the virtual private gateway")
                .isEqualTo("ipsec.1");
        assertThat(stage.customerGatewayNow().type())
                .as("type of the customer gateway")
                .isEqualTo("ipsec.1");
        assertThat(stage.connection().typeAsString())
                .as("type of the VPN connection")
                .isEqualTo("ipsec.1");
    }

    @Then("there are the two gateways and nothing else")
    public void thereIsNothingElse() {
        assertThat(Present.vpnGateways(world.ec2()))
                .as("virtual private gateways")
                .hasSize(1);
        assertThat(Present.customerGateways(world.ec2()))
                .as("customer gateways")
                .hasSize(1);
        assertThat(Present.vpnConnections(world.ec2())).as("VPN connections").isEmpty();
    }

    @Then("their ids are vgw-, cgw- and vpn- with {int} or {int} hexadecimal digits in lower case")
    public void theIdsHaveTheirForm(int shorter, int longer) {
        String digits = "[0-9a-f]{" + shorter + "}|[0-9a-f]{" + longer + "}";
        assertThat(world.vpnGatewayId()).as("vpnGatewayId").matches("vgw-(" + digits + ")");
        assertThat(world.customerGatewayId()).as("customerGatewayId").matches("cgw-(" + digits + ")");
        assertThat(world.vpnConnectionId().orElseThrow()).as("vpnConnectionId").matches("vpn-(" + digits + ")");
    }
}
