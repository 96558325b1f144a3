package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.bgp.RawAttribute;
import io.vpntck.reference.bgp.UpdateMessage;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.wire.OctetWriter;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;

/** Routes that BGP brings from one side to the other. */
public final class BgpRouteSteps {
    private static final Duration SETTLES = Duration.ofSeconds(5);
    /** The AWS side looks at what the API says when something wakes it, a KEEPALIVE at the latest. */
    private static final Duration FOLLOWED = Duration.ofSeconds(25);

    private static final int ORIGIN = 1;
    private static final int AS_PATH = 2;
    private static final int NEXT_HOP = 3;

    private final World world;
    private final Stage stage;
    private final Tunnels tunnels;
    private final Peerings peerings;
    private List<String> before = List.of();

    public BgpRouteSteps(World world, Stage stage, Tunnels tunnels, Peerings peerings) {
        this.world = world;
        this.stage = stage;
        this.tunnels = tunnels;
        this.peerings = peerings;
    }

    @Given("the routes {} are announced by the gateway")
    public void hasAnnounced(String prefixes) {
        announce(prefixes);
    }

    @When("the gateway announces {} instead")
    public void announces(String prefixes) {
        announce(prefixes);
    }

    private void announce(String prefixes) {
        world.testbed().gateway().announce(prefixes(prefixes));
        world.testbed().pass(SETTLES);
    }

    @Given("a route leads the LAN to the virtual private gateway")
    public void aRouteLeads() {
        stage.routeToTheLan();
    }

    @When("the gateway announces {word} through each tunnel with the path {long} {long}")
    public void announcesWithPath(String prefix, long first, long second) {
        before = propagatedRoutes();
        Octets path =
                new OctetWriter().uint8(2).uint8(2).uint32(first).uint32(second).toOctets();
        for (int tunnel : Peerings.BOTH) {
            Octets hop =
                    new OctetWriter().int32(peerings.gateway(tunnel).bits()).toOctets();
            List<RawAttribute> attributes = List.of(
                    new RawAttribute(RawAttribute.TRANSITIVE, ORIGIN, Octets.ofHex("00")),
                    new RawAttribute(RawAttribute.TRANSITIVE, AS_PATH, path),
                    new RawAttribute(RawAttribute.TRANSITIVE, NEXT_HOP, hop));
            Octets message =
                    UpdateMessage.announcing(attributes, prefixes(prefix)).encode();
            world.testbed().gateway().sendOnSession(tunnel, message);
        }
        world.testbed().pass(SETTLES);
    }

    @When("the virtual private gateway is detached from the VPC")
    public void isDetached() {
        world.ec2().detachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(world.vpnGatewayId()));
        world.testbed().pass(FOLLOWED);
    }

    @Then(
            "through each tunnel, the AWS side announces {} and nothing else, with origin IGP, the path {long}, and its inside address as next hop")
    public void awsAnnounces(String prefixes, long as) {
        for (int tunnel : Peerings.BOTH) {
            List<UpdateMessage> updates = peerings.fromAws(tunnel, UpdateMessage.class).stream()
                    .filter(update -> !update.announced().isEmpty())
                    .toList();
            assertThat(updates.stream()
                            .flatMap(update -> update.announced().stream())
                            .collect(Collectors.toSet()))
                    .as("prefixes of the AWS side, tunnel %d", tunnel)
                    .containsExactlyInAnyOrderElementsOf(prefixes(prefixes));
            Octets path = new OctetWriter().uint8(2).uint8(1).uint32(as).toOctets();
            Octets hop = new OctetWriter().int32(peerings.aws(tunnel).bits()).toOctets();
            for (UpdateMessage update : updates) {
                assertThat(values(update, ORIGIN)).as("ORIGIN").containsExactly(Octets.ofHex("00"));
                assertThat(values(update, AS_PATH)).as("AS_PATH").containsExactly(path);
                assertThat(values(update, NEXT_HOP)).as("NEXT_HOP").containsExactly(hop);
            }
        }
    }

    private static List<Octets> values(UpdateMessage update, int type) {
        return update.attributes().stream()
                .filter(attribute -> attribute.type() == type)
                .map(RawAttribute::value)
                .toList();
    }

    @Then("through each tunnel, the AWS side has withdrawn {}")
    public void awsHasWithdrawn(String prefixes) {
        for (int tunnel : Peerings.BOTH) {
            assertThat(peerings.fromAws(tunnel, UpdateMessage.class).stream()
                            .flatMap(update -> update.withdrawn().stream())
                            .toList())
                    .as("prefixes withdrawn through tunnel %d", tunnel)
                    .containsExactlyInAnyOrderElementsOf(prefixes(prefixes));
        }
    }

    @Then("through each tunnel, the gateway announces its LAN or the default route")
    public void gatewayAnnounces() {
        Ipv4Prefix lan = world.testbed().gateway().lan();
        for (int tunnel : Peerings.BOTH) {
            assertThat(peerings.announcements(tunnel).prefixes())
                    .as("prefixes of the gateway, tunnel %d", tunnel)
                    .containsAnyOf(lan, Ipv4Prefix.ALL);
        }
    }

    @Then("vgwTelemetry counts {int} accepted route(s) of each tunnel")
    public void accepted(int count) {
        for (int tunnel : Peerings.BOTH) {
            assertThat(tunnels.telemetry(tunnel).acceptedRouteCount())
                    .as("acceptedRouteCount of tunnel %d", tunnel)
                    .isEqualTo(count);
        }
    }

    @Then("the route table of the VPC has {} as the propagated routes")
    public void propagated(String prefixes) {
        requirePropagated(prefixes(prefixes));
    }

    private void requirePropagated(Collection<Ipv4Prefix> prefixes) {
        assertThat(propagatedRoutes())
                .as("propagated routes")
                .containsExactlyInAnyOrderElementsOf(
                        prefixes.stream().map(Ipv4Prefix::toString).toList());
    }

    @Then("the route table of the VPC has what the gateway announces as propagated routes")
    public void propagatesAll() {
        Set<Ipv4Prefix> usable = new LinkedHashSet<>();
        Peerings.BOTH.forEach(tunnel -> usable.addAll(peerings.usable(tunnel)));
        requirePropagated(usable);
    }

    @Then("the route table of the VPC has what the gateway announced before as propagated routes")
    public void asBefore() {
        assertThat(before).as("propagated routes before").isNotEmpty();
        assertThat(propagatedRoutes()).as("propagated routes").containsExactlyInAnyOrderElementsOf(before);
    }

    @Then("the route table of the VPC has no propagated route")
    public void nothingPropagated() {
        requirePropagated(List.of());
    }

    private List<String> propagatedRoutes() {
        return world
                .ec2()
                .describeRouteTables(r -> r.filters(
                        Filter.builder().name("vpc-id").values(world.vpcId()).build()))
                .routeTables()
                .stream()
                .flatMap(table -> table.routes().stream())
                .filter(route -> route.origin() == RouteOrigin.ENABLE_VGW_ROUTE_PROPAGATION)
                .map(Route::destinationCidrBlock)
                .toList();
    }

    @Then("no static route was entered on the connection")
    public void noStaticRoute() {
        assertThat(stage.connection().routes()).as("routes of the connection").isEmpty();
    }

    @Then("nothing that the host in the VPC sent went into a tunnel")
    public void nothingWent() {
        Ipv4Address host = Ipv4Address.of(world.vpcHost());
        assertThat(tunnels.view().all(ObservedPacket.Esp.class))
                .as("packets of the host in ESP")
                .noneMatch(
                        esp -> esp.inner().filter(p -> p.source().equals(host)).isPresent());
    }

    /** How features write prefixes: one after another, with commas. */
    static List<Ipv4Prefix> prefixes(String words) {
        return Arrays.stream(words.split(", ")).map(Ipv4Prefix::of).toList();
    }
}
