package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnState;

/** Customer gateways, and the connections that they have. */
public final class CustomerGatewaySteps {
    private final World world;
    private final Stage stage;
    private String first;
    private CustomerGateway answer;

    public CustomerGatewaySteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("a virtual private gateway")
    public void aVirtualPrivateGateway() {
        stage.vpnGateway();
    }

    @Given("a customer gateway with the address {word} and the ASN {int}")
    public void aCustomerGateway(String address, int asn) {
        first = create(address, asn).customerGatewayId();
        world.customerGatewayId(first);
    }

    @Given("a customer gateway with a VPN connection")
    @Given("a virtual private gateway and a customer gateway with a VPN connection")
    public void aCustomerGatewayWithAConnection() {
        stage.vpnGateway();
        stage.customerGateway();
        first = world.customerGatewayId();
        stage.connection(false);
        stage.awaitAvailableConnection();
    }

    private CustomerGateway create(String address, int asn) {
        return world.ec2()
                .createCustomerGateway(r -> r.type("ipsec.1").ipAddress(address).bgpAsn(asn))
                .customerGateway();
    }

    @When("a customer gateway is created with the address {word} and the ASN {int}")
    public void isCreated(String address, int asn) {
        answer = create(address, asn);
    }

    @When("a customer gateway is created with the address {word}")
    public void isCreated(String address) {
        answer = create(address, 65000);
    }

    @When("it is deleted, and one with the same values is created")
    public void isDeletedAndMadeAgain() {
        CustomerGateway old = stage.customerGatewayNow();
        world.ec2().deleteCustomerGateway(r -> r.customerGatewayId(first));
        answer = create(old.ipAddress(), Integer.parseInt(old.bgpAsn()));
    }

    @When("a VPN connection is created whose customer gateway {}")
    public void isConnected(String what) {
        String id =
                switch (what) {
                    case "is not named" -> null;
                    case "never existed" -> "cgw-00000000000000000";
                    case "was deleted" -> deleted();
                    default -> throw new IllegalArgumentException("no such customer gateway: " + what);
                };
        world.attempt(() -> world.ec2()
                .createVpnConnection(r ->
                        r.type("ipsec.1").vpnGatewayId(world.vpnGatewayId()).customerGatewayId(id)));
    }

    private String deleted() {
        stage.customerGateway();
        world.ec2().deleteCustomerGateway(r -> r.customerGatewayId(world.customerGatewayId()));
        return world.customerGatewayId();
    }

    @When("it gets a VPN connection to another virtual private gateway")
    public void getsAnother() {
        stage.vpnGateway();
        stage.connection(false);
    }

    @When("the customer gateway is deleted")
    public void theCustomerGatewayIsDeleted() {
        world.attempt(() -> world.ec2().deleteCustomerGateway(r -> r.customerGatewayId(first)));
    }

    @Then("DescribeCustomerGateways shows the address {word}")
    public void describeShowsTheAddress(String address) {
        assertThat(all())
                .as("customer gateways")
                .extracting(CustomerGateway::ipAddress)
                .containsExactly(address);
        assertThat(answer.ipAddress()).as("ipAddress in the answer").isEqualTo(address);
    }

    @Then("the answer shows the id of the first")
    public void theAnswerShowsTheFirst() {
        assertThat(answer.customerGatewayId()).as("customerGatewayId").isEqualTo(first);
    }

    @Then("the new one has an id of its own")
    public void theNewOneIsAnother() {
        assertThat(answer.customerGatewayId()).as("customerGatewayId").isNotEqualTo(first);
    }

    @Then("there is 1 customer gateway")
    public void thereIsOne() {
        assertThat(all()).as("customer gateways").hasSize(1);
    }

    @Then("there are {int} customer gateways")
    public void thereAre(int count) {
        assertThat(all()).as("customer gateways").hasSize(count);
    }

    private List<CustomerGateway> all() {
        return Present.customerGateways(world.ec2());
    }

    @Then("it has {int} VPN connections, which become available within {int} s")
    public void itHasConnections(int count, int seconds) {
        assertThat(connections()).as("VPN connections").hasSize(count).allMatch(c -> c.customerGatewayId()
                .equals(first));
        boolean available = world.testbed().await(Duration.ofSeconds(seconds), () -> connections().stream()
                .allMatch(c -> c.state() == VpnState.AVAILABLE));
        assertThat(available).as("available within %d s", seconds).isTrue();
    }

    @Then("their {int} tunnels have outside addresses of their own")
    public void theirTunnelsAreTheirOwn(int count) {
        assertThat(connections().stream()
                        .flatMap(c -> c.vgwTelemetry().stream())
                        .map(VgwTelemetry::outsideIpAddress))
                .as("outside addresses")
                .hasSize(count)
                .doesNotHaveDuplicates();
    }

    private List<VpnConnection> connections() {
        return Present.vpnConnections(world.ec2());
    }

    @Then("the customer gateway is available")
    public void theCustomerGatewayIsAvailable() {
        assertThat(stage.customerGatewayNow().state()).as("state").isEqualTo("available");
    }

    @Then("it can be deleted once its VPN connection is")
    public void itCanBeDeletedInTheEnd() {
        String connection = world.vpnConnectionId().orElseThrow();
        world.ec2().deleteVpnConnection(r -> r.vpnConnectionId(connection));
        stage.awaitDeletedConnection();
        world.ec2().deleteCustomerGateway(r -> r.customerGatewayId(first));
        assertThat(stage.customerGatewayNow().state()).as("state").isIn("deleting", "deleted");
    }
}
