package io.vpntck.steps.glue;

import io.cucumber.java.en.Given;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.gateway.GatewayUnderTest;
import java.util.Arrays;
import java.util.List;

/** The stage of scenarios that ask where packets of a VPC go. */
public final class ForwardingStageSteps {
    private final World world;
    private final Stage stage;
    private final VpcParts parts;
    private final Sites sites;

    public ForwardingStageSteps(World world, Stage stage, VpcParts parts, Sites sites) {
        this.world = world;
        this.stage = stage;
        this.parts = parts;
        this.sites = sites;
    }

    @Given("a VPC {word} with hosts at {word} and {word}, and an internet gateway")
    public void aVpcWithTwoHosts(String cidr, String one, String other) {
        parts.vpc(cidr);
        stage.vpcHost(one);
        world.testbed().lab().addVpcHost(world.vpcId(), Ipv4Address.of(other));
        parts.attachInternetGateway();
    }

    @Given("the subnets {word}, by route table main, and {word}, by a route table {word} of its own")
    public void twoSubnets(String one, String other, String table) {
        parts.subnet(one);
        parts.subnet(other);
        parts.table(table);
        world.ec2().associateRouteTable(r -> r.routeTableId(parts.id(table)).subnetId(parts.id(other)));
    }

    @Given("a static VPN connection to the gateway under test that is up and has {}")
    public void aConnectionThatIsUp(String prefixes) {
        parts.vpnGateway();
        stage.customerGateway(world.testbed().gateway().outsideAddress().toString());
        stage.connection(true);
        stage.awaitAvailableConnection();
        prefixes(prefixes).forEach(stage::addStaticRoute);
        stage.configureAndStart();
        stage.raiseTunnel();
    }

    private static List<String> prefixes(String words) {
        return words.equals("no route") ? List.of() : Arrays.asList(words.split(", | and "));
    }

    @Given("the VPC has a gateway endpoint for {word}")
    public void aGatewayEndpoint(String prefix) {
        parts.named("gateway endpoint", world.testbed().lab().addGatewayEndpoint(world.vpcId(), Ipv4Prefix.of(prefix)));
    }

    @Given("the host in the VPC has the Elastic address {word}")
    public void anElasticAddress(String address) {
        world.testbed()
                .lab()
                .giveElasticAddress(world.vpcId(), Ipv4Address.of(world.vpcHost()), Ipv4Address.of(address));
    }

    @Given("Direct Connect of the virtual private gateway announces {word}")
    public void directConnectAnnounces(String prefix) {
        parts.named(
                "Direct Connect",
                world.testbed().lab().announceByDirectConnect(world.vpcId(), Ipv4Prefix.of(prefix), true));
    }

    @Given("the connection of site 2 routes {word}, too, and that of site 3 {word}")
    public void otherSitesRoute(String ofSecond, String ofThird) {
        route(0, ofSecond);
        route(1, ofThird);
    }

    private void route(int site, String prefix) {
        String id = sites.all().get(site).connectionId();
        world.ec2().createVpnConnectionRoute(r -> r.vpnConnectionId(id).destinationCidrBlock(prefix));
    }

    @Given("site 2, with a dynamic connection to the same virtual private gateway, has announced its LAN {word}")
    public void aDynamicSite(String lan) {
        GatewayUnderTest site = world.testbed().site(2);
        if (!site.lan().toString().equals(lan)) {
            throw new IllegalStateException("the LAN of site 2 is " + site.lan());
        }
        sites.connectByBgp(site);
    }
}
