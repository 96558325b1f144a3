package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Prefix;

/** Further gateways of the customer's, beside the one under test and at other places. */
public final class SiteSteps {
    private final World world;
    private final Sites sites;
    private final SiteRanges ranges;

    public SiteSteps(World world, Sites sites, SiteRanges ranges) {
        this.world = world;
        this.sites = sites;
        this.ranges = ranges;
    }

    @Given("another site connected likewise that routes {word}, all tunnels up")
    public void anotherSiteThatRoutes(String range) {
        sites.connect(world.testbed().site(2), Ipv4Prefix.of(range));
    }

    @Then("the kit reports that {word} and {word} overlap")
    public void theKitReports(String one, String other) {
        assertThat(ranges.overlaps()).as("ranges of sites that overlap").containsExactly(one + " and " + other);
    }

    @Given("a second gateway on the same LAN, connected likewise to the same virtual private gateway, both tunnels up")
    public void aStandIn() {
        sites.connect(world.testbed().standIn());
    }

    @Given("{int} other site(s) connected likewise to the same virtual private gateway, all tunnels up")
    public void otherSites(int count) {
        for (int number = 2; number <= count + 1; number++) {
            sites.connect(world.testbed().site(number));
        }
    }
}
