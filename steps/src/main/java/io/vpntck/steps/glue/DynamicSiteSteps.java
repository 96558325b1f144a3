package io.vpntck.steps.glue;

import io.cucumber.java.en.Given;

/** Further gateways of the customer's with dynamic connections; each is up, and what it announces accepted. */
public final class DynamicSiteSteps {
    /** Of the gateway under test; other sites count on from here. */
    private static final int FIRST_ASN = 65_000;

    private final World world;
    private final Stage stage;
    private final Sites sites;

    public DynamicSiteSteps(World world, Stage stage, Sites sites) {
        this.world = world;
        this.stage = stage;
        this.sites = sites;
    }

    @Given("a second gateway on the same LAN, connected by BGP to the same virtual private gateway")
    public void aSecondGateway() {
        aSecondGateway(Integer.parseInt(stage.customerGatewayNow().bgpAsn()));
    }

    @Given("a second gateway on the same LAN, connected by BGP to the same virtual private gateway with AS {int}")
    public void aSecondGateway(int asn) {
        sites.connectByBgp(world.testbed().standIn(), asn);
    }

    /** Each with an AS of its own, 65001 and up, as AWS VPN CloudHub asks for. */
    @Given("{int} other site(s) connected by BGP to the same virtual private gateway")
    public void otherSites(int count) {
        for (int number = 1; number <= count; number++) {
            sites.connectByBgp(world.testbed().site(number + 1), FIRST_ASN + number);
        }
    }
}
