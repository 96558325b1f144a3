package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/** Describes with filters, over two resources that features call A and B. */
public final class FilterSteps {
    private final World world;
    private final Stage stage;
    /** By what a feature calls it: ids and other values that only the control plane knows. */
    private final Map<String, String> known = new LinkedHashMap<>();

    private final Set<String> before = new HashSet<>();
    private List<String> listed = List.of();

    public FilterSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("a static VPN connection A with the route {word} and the tag {word} = {word}, and a dynamic one B")
    public void twoConnections(String prefix, String key, String value) {
        before.addAll(describe("DescribeVpnConnections", List.of()));
        stage.vpnGateway();
        stage.customerGateway();
        stage.connection(true);
        stage.awaitAvailableConnection();
        String a = world.vpnConnectionId().orElseThrow();
        world.ec2().createVpnConnectionRoute(r -> r.vpnConnectionId(a).destinationCidrBlock(prefix));
        tag(a, key, value);
        known.put("id of A", a);
        known.put("gateway of A", world.vpnGatewayId());
        known.put("configuration of A", stage.connection().customerGatewayConfiguration());
        stage.vpnGateway();
        stage.customerGateway();
        stage.connection(false);
        stage.awaitAvailableConnection();
        known.put("id of B", world.vpnConnectionId().orElseThrow());
        known.put("customer of B", world.customerGatewayId());
    }

    @Given(
            "a virtual private gateway A with the ASN {long} and the tag {word} = {word} that is attached to a VPC, and a bare one B")
    public void twoVpnGateways(long asn, String key, String value) {
        before.addAll(describe("DescribeVpnGateways", List.of()));
        stage.vpc("10.0.0.0/16");
        world.vpnGatewayId(world.ec2()
                .createVpnGateway(r -> r.type("ipsec.1").amazonSideAsn(asn))
                .vpnGateway()
                .vpnGatewayId());
        stage.attach();
        tag(world.vpnGatewayId(), key, value);
        known.put("id of A", world.vpnGatewayId());
        known.put("VPC of A", world.vpcId());
        stage.vpnGateway();
        known.put("id of B", world.vpnGatewayId());
        stage.await(
                "virtual private gateway B to be available",
                () -> stage.vpnGatewayNow().stateAsString().equals("available"));
    }

    @Given(
            "a customer gateway A with the address {word}, the ASN {int} and the tag {word} = {word}, and one B with {word} and {int}")
    public void twoCustomerGateways(String address, int asn, String key, String value, String other, int otherAsn) {
        before.addAll(describe("DescribeCustomerGateways", List.of()));
        stage.customerGateway(address, asn);
        tag(world.customerGatewayId(), key, value);
        known.put("id of A", world.customerGatewayId());
        stage.customerGateway(other, otherAsn);
        known.put("id of B", world.customerGatewayId());
        stage.await(
                "customer gateway B to be available",
                () -> stage.customerGatewayNow().state().equals("available"));
    }

    private void tag(String resource, String key, String value) {
        Tag tag = Tag.builder().key(key).value(value).build();
        world.ec2().createTags(r -> r.resources(resource).tags(tag));
    }

    @When("{word} is filtered by {}")
    public void isFiltered(String action, String filters) {
        listed = describe(action, filters(filters));
    }

    @When("{word} is asked with the filter {}")
    public void isAsked(String action, String filters) {
        world.attempt(() -> describe(action, filters(filters)));
    }

    private List<String> describe(String action, List<Filter> filters) {
        return switch (action) {
            case "DescribeVpnConnections" ->
                world.ec2().describeVpnConnections(r -> r.filters(filters)).vpnConnections().stream()
                        .map(VpnConnection::vpnConnectionId)
                        .toList();
            case "DescribeVpnGateways" ->
                world.ec2().describeVpnGateways(r -> r.filters(filters)).vpnGateways().stream()
                        .map(VpnGateway::vpnGatewayId)
                        .toList();
            case "DescribeCustomerGateways" ->
                world.ec2().describeCustomerGateways(r -> r.filters(filters)).customerGateways().stream()
                        .map(CustomerGateway::customerGatewayId)
                        .toList();
            default -> throw new IllegalArgumentException("no such action: " + action);
        };
    }

    /** {@code name = value, value and name = value}. */
    private List<Filter> filters(String text) {
        return Arrays.stream(text.split(" and "))
                .map(filter -> filter.split(" = "))
                .map(parts -> Filter.builder()
                        .name(parts[0])
                        .values(Arrays.stream(parts[1].split(", "))
                                .map(value -> known.getOrDefault(value, value))
                                .toList())
                        .build())
                .toList();
    }

    @Then("it lists exactly A")
    public void listsA() {
        lists(List.of("id of A"));
    }

    @Then("it lists exactly B")
    public void listsB() {
        lists(List.of("id of B"));
    }

    @Then("it lists exactly A, B")
    public void listsBoth() {
        lists(List.of("id of A", "id of B"));
    }

    @Then("it lists exactly none")
    public void listsNone() {
        lists(List.of());
    }

    private void lists(List<String> names) {
        // An account may have had others before, which are listed for a while after their deletion.
        List<String> own = new ArrayList<>(listed);
        own.removeAll(before);
        assertThat(own)
                .as("ids listed")
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(known::get).toList());
    }
}
