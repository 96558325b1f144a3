package io.vpntck.steps.glue;

import io.cucumber.java.en.Given;

/** Further gateways of the customer's, beside the one under test and at other places. */
public final class SiteSteps {
    private final World world;
    private final Sites sites;

    public SiteSteps(World world, Sites sites) {
        this.world = world;
        this.sites = sites;
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
