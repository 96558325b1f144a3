package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** The ASNs of customer gateways. */
public final class CustomerAsnSteps {
    private final World world;
    private final Stage stage;
    private final List<String> connections = new ArrayList<>();
    private CustomerGateway first;
    private CustomerGateway answer;

    public CustomerAsnSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("a customer gateway with the ASN {int} and a VPN connection")
    public void aCustomerGatewayWithAConnection(int asn) {
        stage.vpnGateway();
        stage.customerGateway(world.nextCustomerAddress(), asn);
        first = stage.customerGatewayNow();
        stage.connection(false);
    }

    @When("a customer gateway is created in {word} with the ASN {int}")
    public void isCreatedIn(String region, int asn) {
        String address = world.nextCustomerAddress();
        world.attempt(() -> answer = world.ec2(region)
                .createCustomerGateway(r -> r.type("ipsec.1").ipAddress(address).bgpAsn(asn))
                .customerGateway());
    }

    @When("a customer gateway is created with the address of the first and the ASN {int}")
    public void isCreatedWithTheAddressOfTheFirst(int asn) {
        answer = world.ec2()
                .createCustomerGateway(
                        r -> r.type("ipsec.1").ipAddress(first.ipAddress()).bgpAsn(asn))
                .customerGateway();
    }

    @When("customer gateways with the ASNs {int} and {int} get VPN connections to it")
    public void getConnections(int one, int other) {
        for (int asn : List.of(one, other)) {
            stage.customerGateway(world.nextCustomerAddress(), asn);
            world.attempt(() -> connections.add(stage.connection(false).vpnConnectionId()));
        }
    }

    @Then("the answer and DescribeCustomerGateways in {word} show the customer ASN {int}")
    public void bothShow(String region, int asn) {
        assertThat(world.refusals()).as("refusals").isEmpty();
        assertThat(answer.bgpAsn()).as("bgpAsn in the answer").isEqualTo(Integer.toString(asn));
        assertThat(all(region))
                .as("customer gateways in %s", region)
                .extracting(CustomerGateway::bgpAsn)
                .containsExactly(Integer.toString(asn));
    }

    private List<CustomerGateway> all(String region) {
        return Present.customerGateways(world.ec2(region));
    }

    @Then("there is no customer gateway in {word}")
    public void thereIsNone(String region) {
        assertThat(all(region)).as("customer gateways in %s", region).isEmpty();
    }

    @Then("it is noted whether the request was refused")
    public void itIsNoted() {
        world.log(world.refusals().isEmpty() ? "the request was granted" : "the request was refused");
        assertThat(world.refusals()).as("refusals").allSatisfy(refusal -> assertThat(refusal.statusCode())
                .as("HTTP status")
                .isBetween(400, 499));
        assertThat(answer == null).as("no answer").isEqualTo(!world.refusals().isEmpty());
    }

    @Then("the answer shows an id of its own and the customer ASN {int}")
    public void theAnswerShows(int asn) {
        assertThat(answer.customerGatewayId()).as("customerGatewayId").isNotEqualTo(first.customerGatewayId());
        assertThat(answer.bgpAsn()).as("bgpAsn").isEqualTo(Integer.toString(asn));
    }

    @Then("the first customer gateway has the ASN {int}, also in the configuration of its VPN connection")
    public void theFirstIsAsBefore(int asn) {
        assertThat(stage.customerGatewayNow().bgpAsn()).as("bgpAsn").isEqualTo(Integer.toString(asn));
        assertThat(customerAsns(stage.connection()))
                .as("customer ASNs in the configuration")
                .containsOnly(Integer.toString(asn));
    }

    @Then("both VPN connections exist, and their configurations show the customer ASNs {int} and {int}")
    public void bothExist(int one, int other) {
        assertThat(world.refusals()).as("refusals").isEmpty();
        List<List<String>> shown = new ArrayList<>();
        for (String id : connections) {
            world.vpnConnectionId(id);
            shown.add(customerAsns(stage.connection()));
        }
        assertThat(shown)
                .as("customer ASNs in the configurations, tunnel by tunnel")
                .containsExactly(
                        List.of(Integer.toString(one), Integer.toString(one)),
                        List.of(Integer.toString(other), Integer.toString(other)));
    }

    /** Of the customer gateway's end of each tunnel. */
    private static List<String> customerAsns(VpnConnection connection) {
        List<String> all = new ArrayList<>();
        List<String> bgp = Configuration.of(connection).bgp();
        for (int i = 0; i < bgp.size(); i += 2) {
            all.add(bgp.get(i).split(" ")[0]);
        }
        return all;
    }
}
