package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.steps.query.Form;
import io.vpntck.steps.query.Manner;
import io.vpntck.steps.query.QueryAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Requests that are tried only, or lack a parameter; and what they leave as it was. */
public final class RequestFormSteps {
    private static final Pattern NAME = Pattern.compile("([\\w.]+)=");
    private static final List<String> DESCRIBES = List.of(
            "DescribeVpcs",
            "DescribeSubnets",
            "DescribeRouteTables",
            "DescribeInternetGateways",
            "DescribeSecurityGroups",
            "DescribeNetworkAcls",
            "DescribeVpnGateways",
            "DescribeCustomerGateways",
            "DescribeVpnConnections",
            "DescribeTags");

    private final World world;
    private final Stage stage;
    private final QueryTalk talk;
    private final List<String> leftOut = new ArrayList<>();
    private Map<String, String> before = Map.of();

    public RequestFormSteps(World world, Stage stage, QueryTalk talk) {
        this.world = world;
        this.stage = stage;
        this.talk = talk;
    }

    @Given("one of each resource in use, and one of each that is not")
    public void oneOfEach() {
        stage.vpc("10.1.0.0/16");
        stage.vpnGateway();
        stage.customerGateway();
        name("unused");
        talk.name("unused internet gateway", internetGateway());
        stage.vpc("10.0.0.0/16");
        stage.vpnGateway();
        stage.attach();
        stage.customerGateway();
        String id = stage.connection(true).vpnConnectionId();
        stage.awaitAvailableConnection();
        name("used");
        talk.name("VPN connection", id);
        String table = stage.mainRouteTable();
        talk.name("route table", table);
        world.ec2().createVpnConnectionRoute(r -> r.vpnConnectionId(id).destinationCidrBlock("192.168.10.0/24"));
        world.ec2().createRoute(r -> r.routeTableId(table)
                .destinationCidrBlock("192.168.20.0/24")
                .gatewayId(world.vpnGatewayId()));
        world.ec2().createTags(r -> r.resources(id)
                .tags(Tag.builder().key("Name").value("Zurich").build()));
        stage.await("the static route to be available", () -> stage.connection().routes().stream()
                .allMatch(route -> route.stateAsString().equals("available")));
        subnetsAndTables();
        before = everything();
    }

    private void subnetsAndTables() {
        String vpc = world.vpcId();
        String gateway = internetGateway();
        world.ec2().attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        String served = subnet("10.0.1.0/24");
        String table =
                world.ec2().createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        talk.name("used internet gateway", gateway);
        talk.name("served subnet", served);
        talk.name("other subnet", subnet("10.0.2.0/24"));
        talk.name("serving route table", table);
        talk.name(
                "unused route table",
                world.ec2().createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId());
        talk.name(
                "association",
                world.ec2()
                        .associateRouteTable(r -> r.routeTableId(table).subnetId(served))
                        .associationId());
    }

    private String internetGateway() {
        return world.ec2().createInternetGateway(r -> {}).internetGateway().internetGatewayId();
    }

    private String subnet(String cidr) {
        return world.ec2()
                .createSubnet(r -> r.vpcId(world.vpcId()).cidrBlock(cidr))
                .subnet()
                .subnetId();
    }

    private void name(String use) {
        talk.name(use + " VPC", world.vpcId());
        talk.name(use + " virtual private gateway", world.vpnGatewayId());
        talk.name(use + " customer gateway", world.customerGatewayId());
    }

    /** What every describe answers, but for the id of the request. */
    private Map<String, String> everything() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String describe : DESCRIBES) {
            String body = talk.ask(talk.form(describe, ""), Manner.POST).body();
            all.put(describe, body.replaceAll("(?i)<requestId>[^<]*</requestId>", ""));
        }
        return all;
    }

    @When("{word}, with {}, is tried by DryRun")
    public void isTried(String action, String parameters) {
        Form form = talk.form(action, parameters.equals("nothing else") ? "" : parameters);
        talk.send(form.with("DryRun", "true"), Manner.POST);
    }

    @Then("every describe shows what it showed before")
    public void nothingHasChanged() {
        everything()
                .forEach((describe, answer) ->
                        assertThat(answer).as("answer of %s", describe).isEqualTo(before.get(describe)));
    }

    @When("each of {} is left out of {word} in turn")
    public void eachIsLeftOut(String parameters, String action) {
        Form whole = talk.form(action, parameters);
        Matcher names = NAME.matcher(parameters);
        while (names.find()) {
            String name = names.group(1);
            leftOut.add(name);
            talk.send(whole.without(name), Manner.POST);
        }
    }

    @Then("each answer is the error MissingParameter")
    public void eachIsMissingParameter() {
        assertThat(talk.answers())
                .as("codes of the answers without %s", leftOut)
                .extracting(QueryAnswer::errorCode)
                .containsOnly("MissingParameter");
        assertThat(talk.answers())
                .as("HTTP status of the answers")
                .extracting(QueryAnswer::status)
                .containsOnly(400);
    }

    @Then("each names the parameter that was left out")
    public void eachNamesTheParameter() {
        for (int i = 0; i < leftOut.size(); i++) {
            assertThat(talk.answers().get(i).errorMessage())
                    .as("message of the answer without %s", leftOut.get(i))
                    .contains(leftOut.get(i).replaceAll("\\.1.*", ""));
        }
    }
}
