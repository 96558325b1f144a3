package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.bgp.NotificationMessage;
import io.vpntck.reference.bgp.UpdateMessage;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;

/** Gateways with as many networks as may be announced, and with more. */
public final class ManyRoutesSteps {
    private static final Duration SETTLES = Duration.ofSeconds(5);
    private static final int BITS = 24;
    /** Of a gateway's own networks, with the AS that the scenarios register. */
    private static final List<Long> CUSTOMER_PATH = List.of(65_000L);
    /** RFC 4486, section 4. */
    private static final int CEASE = 6;

    private static final int MAXIMUM_PREFIXES_REACHED = 1;

    private final World world;
    private final Tunnels tunnels;
    private final Peerings peerings;
    private List<Ipv4Prefix> networks = List.of();

    public ManyRoutesSteps(World world, Tunnels tunnels, Peerings peerings) {
        this.world = world;
        this.tunnels = tunnels;
        this.peerings = peerings;
    }

    @Given("the AWS side is to pass over routes that are too many")
    public void passesOver() {
        world.testbed().lab().passOverExcessRoutes(true);
    }

    @Given("behind the gateway are {int} networks of 24 bits, from {word} on")
    public void areBehind(int count, String first) {
        networks = networks(count, first);
        world.testbed().gateway().localNetworks(networks);
    }

    @When("the gateway announces {int} networks of 24 bits, from {word} on")
    public void announces(int count, String first) {
        networks = networks(count, first);
        world.testbed().gateway().announce(networks);
        world.testbed().pass(SETTLES);
    }

    @When(
            "the gateway announces {int} networks of 24 bits through tunnel 1, from {word} on, and {int} through tunnel 2, from {word} on")
    public void announcesApart(int ofFirst, String first, int ofSecond, String second) {
        announce(1, networks(ofFirst, first));
        announce(2, networks(ofSecond, second));
        world.testbed().pass(SETTLES);
    }

    private void announce(int tunnel, List<Ipv4Prefix> prefixes) {
        world.testbed()
                .gateway()
                .sendOnSession(tunnel, MadeUpdates.announcing(prefixes, 0, CUSTOMER_PATH, peerings.gateway(tunnel)));
    }

    @Then("vgwTelemetry counts at most {int} accepted routes of each tunnel")
    public void acceptsAtMost(int most) {
        for (int tunnel : Peerings.BOTH) {
            assertThat(tunnels.telemetry(tunnel).acceptedRouteCount())
                    .as("acceptedRouteCount of tunnel %d", tunnel)
                    .isLessThanOrEqualTo(most);
        }
    }

    @Then("the route table of the VPC has {int} propagated routes")
    public void has(int count) {
        assertThat(propagated()).as("propagated routes").hasSize(count);
    }

    private static List<Ipv4Prefix> networks(int count, String first) {
        Ipv4Address begin = Ipv4Address.of(first);
        return IntStream.range(0, count)
                .mapToObj(i -> new Ipv4Prefix(begin.plus(i << Integer.SIZE - BITS), BITS))
                .toList();
    }

    @Then("the route table of the VPC has all {int} as propagated routes")
    public void hasAll(int count) {
        assertThat(propagated()).as("propagated routes").hasSize(count).containsExactlyInAnyOrderElementsOf(words());
    }

    @Then("the route table of the VPC has at most {int} of them as propagated routes")
    public void hasAtMost(int count) {
        List<String> propagated = propagated();
        world.log(propagated.size() + " of " + networks.size() + " routes are propagated");
        assertThat(propagated).as("propagated routes").hasSizeLessThanOrEqualTo(count);
        assertThat(words()).as("announced").containsAll(propagated);
    }

    private List<String> words() {
        return networks.stream().map(Ipv4Prefix::toString).toList();
    }

    private List<String> propagated() {
        Filter ofVpc = Filter.builder().name("vpc-id").values(world.vpcId()).build();
        return world.ec2().describeRouteTables(r -> r.filters(ofVpc)).routeTables().stream()
                .flatMap(table -> table.routes().stream())
                .filter(route -> route.origin() == RouteOrigin.ENABLE_VGW_ROUTE_PROPAGATION)
                .map(Route::destinationCidrBlock)
                .toList();
    }

    @Then("the AWS side has held each session, or has ended it with NOTIFICATION 6\\/1, as the report says")
    public void heldOrEnded() {
        for (int tunnel : Peerings.BOTH) {
            List<NotificationMessage> said = peerings.fromAws(tunnel, NotificationMessage.class);
            world.log("a route too many through tunnel " + tunnel + ": "
                    + (said.isEmpty() ? "the session is held" : said.get(0)));
            assertThat(said)
                    .as("NOTIFICATION messages of the AWS side, tunnel %d", tunnel)
                    .allMatch(n -> n.code() == CEASE && n.subcode() == MAXIMUM_PREFIXES_REACHED, "6/1");
        }
    }

    @Then("through each tunnel, the gateway announces at most {int} prefixes, which cover all {int} networks")
    public void coversAll(int most, int count) {
        assertThat(networks).as("networks behind the gateway").hasSize(count);
        for (int tunnel : Peerings.BOTH) {
            Set<Ipv4Prefix> announced = new LinkedHashSet<>();
            for (UpdateMessage update : peerings.fromGateway(tunnel, UpdateMessage.class)) {
                update.withdrawn().forEach(announced::remove);
                announced.addAll(update.announced());
            }
            assertThat(announced)
                    .as("prefixes of the gateway, tunnel %d", tunnel)
                    .hasSizeLessThanOrEqualTo(most);
            assertThat(networks)
                    .as("networks behind the gateway")
                    .allMatch(
                            network -> announced.stream().anyMatch(p -> p.contains(network.network())),
                            "covered by what it announces");
        }
    }
}
