package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** What a new VPN connection is like, how many there may be, and what deletion leaves of one. */
public final class NewConnectionSteps {
    private final World world;
    private final Stage stage;
    private final List<String> earlier = new ArrayList<>();
    private List<String> asked;
    private List<VpnConnection> described;

    public NewConnectionSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("a virtual private gateway and a customer gateway that both have the ASN {long}")
    public void bothHaveTheAsn(long asn) {
        world.vpnGatewayId(world.ec2()
                .createVpnGateway(r -> r.type("ipsec.1").amazonSideAsn(asn))
                .vpnGateway()
                .vpnGatewayId());
        world.customerGatewayId(world.ec2()
                .createCustomerGateway(r ->
                        r.type("ipsec.1").ipAddress(world.nextCustomerAddress()).bgpAsnExtended(asn))
                .customerGateway()
                .customerGatewayId());
    }

    @Given("a virtual private gateway with {int} VPN connections")
    public void aGatewayWithConnections(int count) {
        stage.vpnGateway();
        connect(count);
    }

    @Given("a virtual private gateway with {int} VPN connections, the last of them with the inside CIDR {word}")
    public void aGatewayWithConnections(int count, String cidr) {
        stage.vpnGateway();
        connect(count - 1);
        stage.customerGateway();
        earlier.add(stage.connection(false, cidr(cidr)).vpnConnectionId());
    }

    private void connect(int count) {
        for (int i = 0; i < count; i++) {
            stage.customerGateway();
            earlier.add(stage.connection(false).vpnConnectionId());
        }
    }

    private static VpnTunnelOptionsSpecification cidr(String cidr) {
        return VpnTunnelOptionsSpecification.builder().tunnelInsideCidr(cidr).build();
    }

    private static VpnTunnelOptionsSpecification options(String cidr, String key) {
        return cidr(cidr).toBuilder().preSharedKey(key).build();
    }

    @When("a dynamic VPN connection is attempted")
    public void isAttempted() {
        world.attempt(() -> stage.connection(false));
    }

    @When("it gets another VPN connection")
    public void getsAnother() {
        stage.customerGateway();
        world.attempt(() -> stage.connection(false));
    }

    @When("a VPN connection is created with {word} and {word} for tunnel 1, {word} and {word} for tunnel 2")
    public void isCreatedWith(String cidr1, String key1, String cidr2, String key2) {
        stage.connection(false, options(cidr1, key1), options(cidr2, key2));
    }

    @When("the last is deleted, and another customer gateway gets a VPN connection with the inside CIDR {word}")
    public void theLastIsReplaced(String cidr) {
        world.ec2().deleteVpnConnection(r -> r.vpnConnectionId(earlier.get(earlier.size() - 1)));
        stage.awaitDeletedConnection();
        stage.customerGateway();
        stage.connection(false, cidr(cidr));
    }

    @When("DescribeVpnConnections is asked for it and for {word}")
    public void describeIsAsked(String unknown) {
        String known = world.vpnConnectionId().orElseThrow();
        world.attempt(() -> world.ec2().describeVpnConnections(r -> r.vpnConnectionIds(known, unknown)));
    }

    @When("DescribeVpnConnections is asked for the first and the third")
    public void describeIsAskedForTwo() {
        asked = List.of(earlier.get(0), earlier.get(2));
        described = world.ec2()
                .describeVpnConnections(r -> r.vpnConnectionIds(asked))
                .vpnConnections();
    }

    @When("the VPN connection {word} is deleted")
    public void isDeleted(String id) {
        world.attempt(() -> world.ec2().deleteVpnConnection(r -> r.vpnConnectionId(id)));
    }

    @When("the VPN connection is deleted")
    public void isDeleted() {
        world.ec2()
                .deleteVpnConnection(
                        r -> r.vpnConnectionId(world.vpnConnectionId().orElseThrow()));
    }

    @Then("it shows exactly these two")
    public void showsTheTwo() {
        assertThat(described)
                .as("VPN connections")
                .extracting(VpnConnection::vpnConnectionId)
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @Then("DescribeVpnConnections by its id shows it alone, with both gateways, type ipsec.1 and category VPN")
    public void describeShowsItAlone() {
        String id = world.vpnConnectionId().orElseThrow();
        assertThat(world.ec2()
                        .describeVpnConnections(r -> r.vpnConnectionIds(id))
                        .vpnConnections())
                .as("VPN connections")
                .singleElement()
                .satisfies(connection -> {
                    assertThat(connection.vpnConnectionId()).as("id").isEqualTo(id);
                    assertThat(connection.vpnGatewayId()).as("vpnGatewayId").isEqualTo(world.vpnGatewayId());
                    assertThat(connection.customerGatewayId())
                            .as("customerGatewayId")
                            .isEqualTo(world.customerGatewayId());
                    assertThat(connection.typeAsString()).as("type").isEqualTo("ipsec.1");
                    assertThat(connection.category()).as("category").isEqualTo("VPN");
                });
    }

    @Then("DescribeVpnConnections shows static routing and no tunnel options")
    public void showsStaticRouting() {
        assertThat(stage.connection().options().staticRoutesOnly())
                .as("staticRoutesOnly")
                .isTrue();
        assertThat(stage.connection().options().tunnelOptions())
                .as("tunnelOptionSet")
                .isEmpty();
    }

    @Then("its configuration shows {word} with {word} and {word} with {word}, in that order")
    public void theConfigurationShows(String cidr1, String key1, String cidr2, String key2) {
        Configuration configuration = Configuration.of(stage.connection());
        assertThat(configuration.insideCidrs()).as("inside CIDRs").containsExactly(cidr1, cidr2);
        assertThat(configuration.preSharedKeys()).as("pre-shared keys").containsExactly(key1, key2);
    }

    @Then("its configuration has the attribute NoBGPVPNConnection and nothing of BGP")
    public void theConfigurationIsStatic() {
        Configuration configuration = Configuration.of(stage.connection());
        assertThat(configuration.attributes()).as("vpn_connection_attributes").containsExactly("NoBGPVPNConnection");
        assertThat(configuration.bgp()).as("bgp elements").isEmpty();
    }

    @Then(
            "its configuration has no attribute, and BGP with ASN {word} at AWS, {word} at the customer and hold time {word}")
    public void theConfigurationIsDynamic(String aws, String customer, String holdTime) {
        Configuration configuration = Configuration.of(stage.connection());
        assertThat(configuration.attributes()).as("vpn_connection_attributes").isEmpty();
        assertThat(configuration.bgp())
                .as("bgp elements, customer's and AWS's for each tunnel")
                .containsExactly(
                        customer + " " + holdTime,
                        aws + " " + holdTime,
                        customer + " " + holdTime,
                        aws + " " + holdTime);
    }

    @Then("another virtual private gateway can get one")
    public void anotherGatewayCanGetOne() {
        stage.vpnGateway();
        stage.connection(false);
        assertThat(stage.connection().vpnGatewayId()).as("vpnGatewayId").isEqualTo(world.vpnGatewayId());
    }

    @Then("its id is none of the earlier ones")
    public void itsIdIsNew() {
        assertThat(world.vpnConnectionId().orElseThrow()).as("id").isNotIn(earlier);
    }

    @Then("DescribeVpnConnections shows no configuration of it")
    public void showsNoConfiguration() {
        String id = world.vpnConnectionId().orElseThrow();
        List<VpnConnection> all = world.ec2().describeVpnConnections().vpnConnections();
        assertThat(all)
                .as("the VPN connection, while it is listed")
                .filteredOn(c -> c.vpnConnectionId().equals(id))
                .allSatisfy(c -> {
                    assertThat(c.stateAsString()).as("state").isIn("deleting", "deleted");
                    assertThat(c.customerGatewayConfiguration())
                            .as("customerGatewayConfiguration")
                            .isNullOrEmpty();
                });
    }
}
