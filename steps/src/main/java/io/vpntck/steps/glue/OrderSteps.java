package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** The order in which a VPN is set up and taken down, and what one of several connections shows. */
public final class OrderSteps {
    private final World world;
    private final Stage stage;
    private final VpcParts parts;
    private final DefaultSecurityGroup securityGroup;
    private final List<String> connections = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private String hub;

    public OrderSteps(World world, Stage stage, VpcParts parts, DefaultSecurityGroup securityGroup) {
        this.world = world;
        this.stage = stage;
        this.parts = parts;
        this.securityGroup = securityGroup;
    }

    @Given("a VPC with a subnet")
    public void aVpc() {
        parts.vpc("10.0.0.0/16");
        parts.subnet("10.0.1.0/24");
    }

    @Given("a customer gateway with a VPN connection to it")
    public void aConnectionToIt() {
        stage.customerGateway();
        stage.connection(false);
        stage.awaitAvailableConnection();
    }

    @When("a VPN is set up in the order {}")
    public void isSetUp(String order) {
        Arrays.stream(order.split(", ")).forEach(step -> world.attempt(() -> doStep(step)));
    }

    private void doStep(String step) {
        switch (step) {
            case "customer gateway" -> stage.customerGateway();
            case "virtual private gateway" -> {
                stage.vpnGateway();
                parts.named("virtual private gateway", world.vpnGatewayId());
            }
            case "attachment" -> stage.attach();
            case "propagation" ->
                world.ec2().enableVgwRoutePropagation(r -> r.routeTableId(parts.id("main"))
                        .gatewayId(world.vpnGatewayId()));
            case "security group" -> securityGroup.open();
            case "security group closed" -> securityGroup.close();
            case "connection" -> stage.connection(true);
            default -> throw new IllegalArgumentException("no such step: " + step);
        }
    }

    @When("the virtual private gateway is detached, and the VPC deleted before the VPN connection")
    public void isTakenDown() {
        String vpc = world.vpcId();
        world.ec2().detachVpnGateway(r -> r.vpcId(vpc).vpnGatewayId(world.vpnGatewayId()));
        stage.await("the virtual private gateway to be detached", () -> attachmentState()
                .equals("detached"));
        world.attempt(() -> world.ec2().deleteVpc(r -> r.vpcId(vpc)));
    }

    @When("a virtual private gateway is attached to the VPC, watched until it is attached, detached and watched again")
    public void isWatched() {
        stage.vpnGateway();
        world.ec2().attachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(world.vpnGatewayId()));
        watchUntil("attached");
        world.ec2().detachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(world.vpnGatewayId()));
        watchUntil("detached");
    }

    /** No attachment is a detached one; ends after a minute too. */
    private void watchUntil(String end) {
        world.testbed().await(Duration.ofMinutes(1), () -> {
            String now = attachmentState();
            if (states.isEmpty() || !states.get(states.size() - 1).equals(now)) {
                states.add(now);
            }
            return now.equals(end);
        });
    }

    private String attachmentState() {
        return stage.vpnGatewayNow().vpcAttachments().stream()
                .map(a -> a.stateAsString())
                .findFirst()
                .orElse("detached");
    }

    @When(
            "{int} customer gateways with the ASNs from {int} on get a VPN connection each to one virtual private gateway")
    public void customersAreConnected(int count, int firstAsn) {
        stage.vpnGateway();
        hub = world.vpnGatewayId();
        for (int i = 0; i < count; i++) {
            stage.customerGateway(world.nextCustomerAddress(), firstAsn + i);
            connections.add(stage.connection(false).vpnConnectionId());
        }
        stage.vpnGateway();
        stage.connection(false);
    }

    @When("a VPN connection is created whose option StaticRoutesOnly is {word}")
    public void isCreatedWith(String option) {
        world.vpnConnectionId(world.ec2()
                .createVpnConnection(r -> {
                    r.type("ipsec.1").vpnGatewayId(world.vpnGatewayId()).customerGatewayId(world.customerGatewayId());
                    if (!option.equals("absent")) {
                        r.options(o -> o.staticRoutesOnly(Boolean.valueOf(option)));
                    }
                })
                .vpnConnection()
                .vpnConnectionId());
    }

    @When("the virtual private gateway is attached to the VPC and gets a VPN connection with the static route {word}")
    public void getsAConnection(String prefix) {
        stage.attach();
        stage.customerGateway();
        stage.connection(true);
        stage.awaitAvailableConnection();
        world.ec2()
                .createVpnConnectionRoute(r ->
                        r.vpnConnectionId(world.vpnConnectionId().orElseThrow()).destinationCidrBlock(prefix));
    }

    @Then("the VPN connection is available within {int} s")
    public void isAvailable(int seconds) {
        world.testbed().await(Duration.ofSeconds(seconds), () -> state().equals("available"));
        assertThat(state()).as("state of the VPN connection").isEqualTo("available");
    }

    @Then("the virtual private gateway is attached to the VPC")
    public void isAttached() {
        assertThat(attachmentState()).as("state of the attachment").isEqualTo("attached");
    }

    @Then("the VPN connection is available, and can be used with another VPC")
    public void canBeUsedElsewhere() {
        assertThat(world.refusals()).as("refusals").isEmpty();
        assertThat(state()).as("state of the VPN connection").isEqualTo("available");
        stage.vpc("10.1.0.0/16");
        stage.attach();
        assertThat(stage.connection().vpnGatewayId())
                .as("virtual private gateway of the VPN connection")
                .isEqualTo(world.vpnGatewayId());
        assertThat(state()).as("state of the VPN connection afterwards").isEqualTo("available");
    }

    private String state() {
        return stage.connection().stateAsString();
    }

    @Then("the states of the attachment were among attaching, attached, detaching and detached, in that order")
    public void theStatesWereInOrder() {
        List<String> order = List.of("attaching", "attached", "detaching", "detached");
        assertThat(states).as("states seen").isSubsetOf(order).doesNotHaveDuplicates();
        assertThat(states).as("states seen").contains("attached").endsWith("detached");
        assertThat(states.stream().map(order::indexOf).toList())
                .as("states seen, by their place in %s", order)
                .isSorted();
    }

    @Then("the filter vpn-gateway-id lists exactly these {int} VPN connections")
    public void theFilterLists(int count) {
        assertThat(connections)
                .as("VPN connections made")
                .doesNotHaveDuplicates()
                .hasSize(count);
        assertThat(world.ec2()
                        .describeVpnConnections(r -> r.filters(Filter.builder()
                                .name("vpn-gateway-id")
                                .values(hub)
                                .build()))
                        .vpnConnections())
                .as("VPN connections of the virtual private gateway")
                .extracting(VpnConnection::vpnConnectionId)
                .containsExactlyInAnyOrderElementsOf(connections);
    }

    @Then("DescribeVpnConnections shows {word} as staticRoutesOnly, and so for {int} s")
    public void showsStaticRoutesOnly(String shown, int seconds) {
        boolean changed = world.testbed()
                .await(Duration.ofSeconds(seconds), () -> !staticRoutesOnly().equals(shown));
        assertThat(staticRoutesOnly()).as("staticRoutesOnly").isEqualTo(shown);
        assertThat(changed).as("staticRoutesOnly was something else in between").isFalse();
    }

    private String staticRoutesOnly() {
        return String.valueOf(stage.connection().options().staticRoutesOnly());
    }

    @Then("DescribeCustomerGateways shows the ASN {word}")
    public void showsTheAsn(String asn) {
        assertThat(stage.customerGatewayNow().bgpAsn()).as("bgpAsn").isEqualTo(asn);
    }
}
