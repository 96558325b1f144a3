package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;

/** Routes of the route tables of a VPC. */
public final class RouteSteps {
    private static final String VGW = "virtual private gateway";

    private final World world;
    private final Stage stage;
    private final VpcParts parts;
    private final List<String> states = new ArrayList<>();

    public RouteSteps(World world, Stage stage, VpcParts parts) {
        this.world = world;
        this.stage = stage;
        this.parts = parts;
    }

    @Given("an attached internet gateway and an attached virtual private gateway")
    public void bothGateways() {
        parts.attachInternetGateway();
        parts.vpnGateway();
    }

    @Given("route table {word} leads {word} to the {}")
    public void leads(String table, String destination, String target) {
        create(table, destination, target);
    }

    @Given("route table {word} has {int} routes of IPv4 to the virtual private gateway")
    public void hasRoutes(String table, int count) {
        for (int i = 0; i < count; i++) {
            create(table, "192.168." + i + ".0/24", VGW);
        }
    }

    @Given("another virtual private gateway has taken the place of the first")
    public void hasTakenThePlace() {
        parts.named("old virtual private gateway", world.vpnGatewayId());
        detach();
        parts.vpnGateway();
    }

    @Given("a(n) {} that the lab has put into the VPC")
    public void aTarget(String kind) {
        parts.named(kind, world.testbed().lab().addRouteTarget(world.vpcId(), kind.replace(' ', '-')));
    }

    private void create(String table, String destination, String target) {
        CreateRouteRequest.Builder request = CreateRouteRequest.builder().routeTableId(parts.id(table));
        if (destination.contains(":")) {
            request.destinationIpv6CidrBlock(destination);
        } else {
            request.destinationCidrBlock(destination);
        }
        String id = parts.id(target);
        switch (target) {
            case "instance" -> request.instanceId(id);
            case "NAT gateway", "nat gateway" -> request.natGatewayId(id);
            case "network interface" -> request.networkInterfaceId(id);
            case "VPC peering connection", "vpc peering connection" -> request.vpcPeeringConnectionId(id);
            default -> request.gatewayId(id);
        }
        world.ec2().createRoute(request.build());
    }

    private void detach() {
        world.ec2().detachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(world.vpnGatewayId()));
        stage.await("the virtual private gateway to be detached", () -> stage.vpnGatewayNow().vpcAttachments().stream()
                .allMatch(a -> a.stateAsString().equals("detached")));
    }

    @When("a route of table {word} is created from {word} to the {}")
    public void isCreated(String table, String destination, String target) {
        world.attempt(() -> create(table, destination, target));
    }

    @When("{int} routes of IPv6 to the internet gateway are created in table {word}")
    public void ipv6RoutesAreCreated(int count, String table) {
        for (int i = 0; i < count; i++) {
            String destination = "2001:db8:" + Integer.toHexString(0x100 + i) + "::/48";
            world.attempt(() -> create(table, destination, "internet gateway"));
        }
    }

    @When("{} is asked for the destination {word} of table {word}")
    public void isAsked(String action, String destination, String table) {
        world.attempt(() -> {
            switch (action) {
                case "CreateRoute" -> create(table, destination, VGW);
                case "ReplaceRoute" -> replace(table, destination, VGW);
                case "DeleteRoute" ->
                    world.ec2().deleteRoute(r -> r.routeTableId(parts.id(table)).destinationCidrBlock(destination));
                default -> throw new IllegalArgumentException("no such action: " + action);
            }
        });
    }

    @When("the route {word} of table {word} is led to the {}")
    public void isReplaced(String destination, String table, String target) {
        world.attempt(() -> replace(table, destination, target));
    }

    private void replace(String table, String destination, String target) {
        world.ec2().replaceRoute(r -> r.routeTableId(parts.id(table))
                .destinationCidrBlock(destination)
                .gatewayId(parts.id(target)));
    }

    @When(
            "the virtual private gateway is detached and attached again, and route {word} of table {word} looked up each time")
    public void isDetachedAndAttached(String destination, String table) {
        look(destination, table);
        detach();
        look(destination, table);
        stage.attach();
        look(destination, table);
    }

    private void look(String destination, String table) {
        parts.routes(table).stream().filter(r -> r.get(0).equals(destination)).forEach(r -> states.add(r.get(3)));
    }

    @When("the lab takes the {} away")
    public void isTakenAway(String kind) {
        world.testbed().lab().removeRouteTarget(parts.id(kind));
    }

    @Then("route table {word} has exactly these routes:")
    public void hasExactly(String table, DataTable expected) {
        assertThat(parts.routes(table))
                .as("routes of table %s", table)
                .containsExactlyInAnyOrderElementsOf(expected.asLists().subList(1, expected.height()));
    }

    @Then("route table {word} has exactly these routes within {int} s:")
    public void hasExactlyWithin(String table, int seconds, DataTable expected) {
        world.testbed().await(Duration.ofSeconds(seconds), () -> parts.routes(table)
                .containsAll(expected.asLists().subList(1, expected.height())));
        hasExactly(table, expected);
    }

    @Then("the route was active, then a blackhole, then active again")
    public void wasActiveThenBlackhole() {
        assertThat(states).as("states of the route").containsExactly("active", "blackhole", "active");
    }

    @Then("the route to {word} of table {word} is a blackhole")
    public void isABlackhole(String destination, String table) {
        look(destination, table);
        assertThat(states).as("state of the route").containsExactly("blackhole");
    }

    @Then("route table {word} has {int} routes of IPv4 and {int} of IPv6, all created, beside the local one")
    public void hasEntered(String table, int ipv4, int ipv6) {
        assertThat(world.refusals()).as("refusals").hasSizeLessThanOrEqualTo(1);
        List<List<String>> created = parts.routes(table).stream()
                .filter(r -> r.get(2).equals("CreateRoute"))
                .toList();
        assertThat(created).as("routes that were created").hasSize(ipv4 + ipv6);
        assertThat(created.stream().filter(r -> r.get(0).contains(":")))
                .as("routes of IPv6")
                .hasSize(ipv6);
        world.log("the local route does not count towards the limit: " + created.size() + " routes were created");
    }
}
