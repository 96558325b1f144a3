package io.vpntck.steps.glue;

import io.cucumber.java.en.Given;

/** VPN connections that BGP runs on, between the gateway under test and the VPC of the scenario. */
public final class DynamicConnectionSteps {
    private static final long DEFAULT_AS = 64_512;
    private static final int CUSTOMER_AS = 65_000;

    private final World world;
    private final Stage stage;

    public DynamicConnectionSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("a dynamic VPN connection between that VPC and the gateway under test")
    public void aDynamicConnection() {
        connect(DEFAULT_AS, CUSTOMER_AS);
    }

    @Given("a dynamic VPN connection between that VPC, with AS {long}, and the gateway under test, with AS {int}")
    public void aDynamicConnection(long amazonSide, int customer) {
        connect(amazonSide, customer);
    }

    private void connect(long amazonSide, int customer) {
        world.vpnGatewayId(world.ec2()
                .createVpnGateway(r -> r.type("ipsec.1").amazonSideAsn(amazonSide))
                .vpnGateway()
                .vpnGatewayId());
        stage.attach();
        stage.customerGateway(world.testbed().gateway().outsideAddress().toString(), customer);
        stage.connection(false);
        stage.awaitAvailableConnection();
        String table = stage.mainRouteTable();
        world.ec2().enableVgwRoutePropagation(r -> r.routeTableId(table).gatewayId(world.vpnGatewayId()));
    }

    @Given("the gateway is configured from the downloaded document, in which the AS of {} is {long}, and started")
    public void theGatewayIsConfigured(String side, long as) {
        String element = side.equals("the AWS side") ? "vpn_gateway" : "customer_gateway";
        String document = stage.connection().customerGatewayConfiguration();
        String edited = document.replaceAll("(?s)(<" + element + ">.*?<asn>)\\d+(</asn>)", "$1" + as + "$2");
        if (edited.equals(document)) {
            throw new IllegalStateException("the document says no AS of " + side + " to replace");
        }
        stage.configureAndStart(edited);
    }

    @Given("the VPC has a second block {word}")
    public void aSecondBlock(String cidr) {
        world.ec2().associateVpcCidrBlock(r -> r.vpcId(world.vpcId()).cidrBlock(cidr));
    }
}
