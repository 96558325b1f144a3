package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Pings from the LAN of each site to those of the others, and to the VPC. */
public final class SitePingSteps {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SETTLES = Duration.ofSeconds(5);
    /** In the place of a site's number. */
    private static final int VPC = 0;

    private final World world;
    private final AllSites sites;
    private final Map<Pair, LanHost.Ping> pings = new LinkedHashMap<>();

    private record Pair(int from, int to) {
        boolean concerns(int site) {
            return from == site || to == site;
        }
    }

    public SitePingSteps(World world, AllSites sites) {
        this.world = world;
        this.sites = sites;
    }

    @When("the LAN hosts of all sites ping each other {int} times")
    public void pingEachOther(int count) {
        for (int from : sites.numbers()) {
            sites.numbers().stream().filter(to -> to != from).forEach(to -> ping(from, to, sites.host(to), count));
        }
        finish();
    }

    @When("the LAN hosts of all sites ping each other, and the host in the VPC, {int} times")
    public void pingEachOtherAndTheVpc(int count) {
        sites.numbers().forEach(from -> ping(from, VPC, Ipv4Address.of(world.vpcHost()), count));
        pingEachOther(count);
    }

    @When("the gateway withdraws all that it announces, and the LAN hosts of all sites ping each other {int} times")
    public void withdrawsAll(int count) {
        world.testbed().gateway().announce(List.of());
        world.testbed().pass(SETTLES);
        pingEachOther(count);
    }

    private void ping(int from, int to, Ipv4Address destination, int count) {
        pings.put(new Pair(from, to), sites.gateway(from).lanHost().ping(destination, count, INTERVAL));
    }

    private void finish() {
        world.testbed().await(LIMIT, () -> pings.values().stream().allMatch(ping -> ping.finished()));
    }

    @Then("all {int} pings between each two sites are answered")
    public void allBetweenSites(int count) {
        requireAnswered(pair -> !pair.concerns(VPC), count);
    }

    @Then("all {int} pings of each site to the VPC are answered")
    public void allToTheVpc(int count) {
        requireAnswered(pair -> pair.concerns(VPC), count);
    }

    @Then("no ping from or to the LAN of the gateway is answered")
    public void noneOfTheGateway() {
        requireAnswered(pair -> pair.concerns(1), 0);
    }

    @Then("all {int} pings between the other sites are answered")
    public void allBetweenTheOthers(int count) {
        requireAnswered(pair -> !pair.concerns(1), count);
    }

    private void requireAnswered(Predicate<Pair> which, int count) {
        List<Pair> asked = pings.keySet().stream().filter(which).toList();
        assertThat(asked).as("pairs that pinged").isNotEmpty();
        for (Pair pair : asked) {
            assertThat(pings.get(pair).received())
                    .as("answers to site %d from %s", pair.from(), pair.to() == VPC ? "the VPC" : "site " + pair.to())
                    .isEqualTo(count);
        }
    }
}
