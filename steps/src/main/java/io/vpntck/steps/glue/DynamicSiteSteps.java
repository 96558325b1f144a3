package io.vpntck.steps.glue;

import io.cucumber.java.en.Given;

/** Further gateways of the customer's with dynamic connections; each is up, and what it announces accepted. */
public final class DynamicSiteSteps {
    /** Of the gateway under test; other sites count on from here. */
    private static final int FIRST_ASN = 65_000;

    private final World world;
    private final Stage stage;
    private final VpcParts parts;
    private final Sites sites;
    private final OtherVpc otherVpc;

    public DynamicSiteSteps(World world, Stage stage, VpcParts parts, Sites sites, OtherVpc otherVpc) {
        this.world = world;
        this.stage = stage;
        this.parts = parts;
        this.sites = sites;
        this.otherVpc = otherVpc;
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

    @Given(
            "a dynamic VPN connection between a virtual private gateway that is attached to no VPC and the gateway under test")
    public void withoutVpc() {
        stage.vpnGateway();
        connection();
    }

    /** The parts of the VPC have their names from then on. */
    @Given("a dynamic VPN connection to the gateway under test")
    public void aConnection() {
        parts.vpnGateway();
        connection();
    }

    private void connection() {
        stage.customerGateway(world.testbed().gateway().outsideAddress().toString(), FIRST_ASN);
        stage.connection(false);
        stage.awaitAvailableConnection();
    }

    @Given(
            "another VPC {word} with a host at {word} and a virtual private gateway of its own, to which site 2 is connected by BGP")
    public void anotherVpc(String cidr, String host) {
        otherVpc.appear(cidr, host, () -> sites.connectByBgp(world.testbed().site(2), FIRST_ASN + 1));
    }
}
