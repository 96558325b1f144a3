package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/** Virtual private gateways and their ASNs. */
public final class VpnGatewaySteps {
    private final World world;
    private final Stage stage;
    private final Map<Long, String> byAsn = new TreeMap<>();
    private VpnGateway answer;
    private List<VpnGateway> listed = List.of();

    public VpnGatewaySteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @Given("an account without virtual private gateways")
    public void anAccountWithoutVirtualPrivateGateways() {
        assertThat(Present.vpnGateways(world.ec2()))
                .as("virtual private gateways at the beginning")
                .isEmpty();
    }

    @Given("a virtual private gateway with the Amazon-side ASN {long}")
    public void aVirtualPrivateGatewayWithTheAsn(long asn) {
        create(asn);
    }

    @Given("virtual private gateways with the Amazon-side ASNs {long}, {long} and {long}")
    public void virtualPrivateGatewaysWithTheAsns(long first, long second, long third) {
        List.of(first, second, third).forEach(this::create);
    }

    private void create(long asn) {
        answer = world.ec2()
                .createVpnGateway(r -> r.type("ipsec.1").amazonSideAsn(asn))
                .vpnGateway();
        world.vpnGatewayId(answer.vpnGatewayId());
        byAsn.put(asn, answer.vpnGatewayId());
    }

    @When("a virtual private gateway is created with the Amazon-side ASN {long}")
    public void isCreatedWithTheAsn(long asn) {
        world.attempt(() -> create(asn));
    }

    @When("a virtual private gateway is created in {word}")
    public void isCreatedIn(String region) {
        answer = world.ec2(region).createVpnGateway(r -> r.type("ipsec.1")).vpnGateway();
    }

    @When("a virtual private gateway comes into being in {word} on {word}")
    public void comesIntoBeing(String region, String date) {
        String id = world.testbed()
                .lab()
                .createVpnGatewayAsOf(
                        region,
                        LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant());
        world.vpnGatewayId(id);
    }

    @When("it is attached to a VPC, gets a VPN connection, loses it and is detached")
    public void isUsedThroughout() {
        stage.vpc("10.0.0.0/16");
        stage.attach();
        stage.customerGateway();
        String connection = world.ec2()
                .createVpnConnection(r -> r.type("ipsec.1")
                        .vpnGatewayId(world.vpnGatewayId())
                        .customerGatewayId(world.customerGatewayId()))
                .vpnConnection()
                .vpnConnectionId();
        world.ec2().deleteVpnConnection(r -> r.vpnConnectionId(connection));
        world.ec2().detachVpnGateway(r -> r.vpcId(world.vpcId()).vpnGatewayId(world.vpnGatewayId()));
    }

    @When("DescribeVpnGateways is asked for the amazon-side-asn {long}")
    public void describeIsFiltered(long asn) {
        listed = Present.vpnGateways(
                world.ec2(),
                Filter.builder()
                        .name("amazon-side-asn")
                        .values(Long.toString(asn))
                        .build());
    }

    @Then("the answer shows the Amazon-side ASN {long}")
    public void theAnswerShows(long asn) {
        assertThat(answer).as("answer of CreateVpnGateway").isNotNull();
        assertThat(answer.amazonSideAsn()).as("amazonSideAsn in the answer").isEqualTo(asn);
    }

    @Then("DescribeVpnGateways shows the Amazon-side ASN {long}")
    public void describeShows(long asn) {
        assertThat(described(world.ec2()).amazonSideAsn()).as("amazonSideAsn").isEqualTo(asn);
    }

    @Then("DescribeVpnGateways in {word} shows the Amazon-side ASN {long}")
    public void describeShowsIn(String region, long asn) {
        assertThat(described(world.ec2(region)).amazonSideAsn())
                .as("amazonSideAsn")
                .isEqualTo(asn);
    }

    private VpnGateway described(Ec2Client ec2) {
        List<VpnGateway> gateways = ec2.describeVpnGateways(r -> r.vpnGatewayIds(world.vpnGatewayId()))
                .vpnGateways();
        assertThat(gateways).as("gateways with the id").hasSize(1);
        return gateways.get(0);
    }

    @Then("it lists exactly the virtual private gateway with the Amazon-side ASN {long}")
    public void itListsExactly(long asn) {
        assertThat(listed)
                .as("gateways listed")
                .extracting(VpnGateway::vpnGatewayId)
                .containsExactly(byAsn.get(asn));
        assertThat(listed.get(0).amazonSideAsn()).as("amazonSideAsn").isEqualTo(asn);
    }

    @Then("there is no virtual private gateway")
    public void thereIsNoVirtualPrivateGateway() {
        assertThat(Present.vpnGateways(world.ec2()))
                .as("virtual private gateways")
                .isEmpty();
    }
}
