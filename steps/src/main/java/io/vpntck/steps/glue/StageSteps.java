package io.vpntck.steps.glue;

import io.cucumber.java.en.Given;

/** The stage of scenarios: gateways, connections, hosts. */
public final class StageSteps {
    private final Stage stage;

    public StageSteps(Stage stage) {
        this.stage = stage;
    }

    @Given("a virtual private gateway and a customer gateway")
    public void aVirtualPrivateGatewayAndACustomerGateway() {
        stage.vpnGateway();
        stage.customerGateway();
    }

    @Given("another customer gateway")
    public void anotherCustomerGateway() {
        stage.customerGateway();
    }

    @Given("another virtual private gateway and another customer gateway")
    public void anotherOfBoth() {
        stage.vpnGateway();
        stage.customerGateway();
    }

    @Given("a VPC {word} with a host at {word}")
    public void aVpcWithAHost(String cidr, String address) {
        stage.vpc(cidr);
        stage.vpcHost(address);
    }

    @Given("a VPC {word} with a host at {word} in its default security group, as that is by itself")
    public void aVpcWithAClosedHost(String cidr, String address) {
        stage.vpc(cidr);
        stage.closedVpcHost(address);
    }

    @Given("a static VPN connection between that VPC and the gateway under test, routing its LAN")
    public void aStaticVpnConnection() {
        stage.staticConnection();
    }

    @Given("a dynamic VPN connection of that VPC with the gateway under test, its routes propagated")
    public void aDynamicConnection() {
        stage.dynamicConnection();
    }

    @Given("every other destination of the VPC is led to the virtual private gateway")
    public void theDefaultRoute() {
        stage.route("0.0.0.0/0");
    }

    @Given("a static VPN connection between that VPC and the gateway under test that no route table leads to")
    public void anUnpropagatedConnection() {
        stage.unpropagatedConnection();
    }

    @Given("a route of the VPC leads the LAN to the virtual private gateway, also while the tunnels are down")
    public void aRouteOfTheVpcLeadsTheLan() {
        stage.routeToTheLan();
    }

    @Given("the gateway is configured from the downloaded document and started")
    public void theGatewayIsConfiguredAndStarted() {
        stage.configureAndStart();
    }
}
