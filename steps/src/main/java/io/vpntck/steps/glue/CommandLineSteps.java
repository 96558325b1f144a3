package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.steps.query.CommandLineClient;
import io.vpntck.steps.query.CommandLineClient.Answer;
import java.util.ArrayList;
import java.util.List;

/** The control plane, asked by the AWS CLI. */
public final class CommandLineSteps {
    private final World world;
    private final List<Answer> answers = new ArrayList<>();

    public CommandLineSteps(World world) {
        this.world = world;
    }

    private Answer ask(String... words) {
        Answer answer = new CommandLineClient(
                        world.testbed().ec2Endpoint(),
                        world.testbed().region(),
                        world.testbed().accessKey(),
                        world.testbed().secretKey())
                .ec2(words);
        answers.add(answer);
        return answer;
    }

    @When("the AWS CLI describes the VPN connection")
    public void describesTheConnection() {
        ask(
                "describe-vpn-connections",
                "--vpn-connection-ids",
                world.vpnConnectionId().orElseThrow());
    }

    @When("the AWS CLI creates a VPN connection between them, describes it and deletes it")
    public void createsDescribesAndDeletes() {
        String id = ask(
                        "create-vpn-connection",
                        "--type",
                        "ipsec.1",
                        "--vpn-gateway-id",
                        world.vpnGatewayId(),
                        "--customer-gateway-id",
                        world.customerGatewayId(),
                        "--options",
                        "{\"StaticRoutesOnly\":true,\"TunnelOptions\":[{\"PreSharedKey\":\"key.of.tunnel.1\"}]}")
                .json()
                .at("/VpnConnection/VpnConnectionId")
                .asText();
        world.vpnConnectionId(id);
        ask("describe-vpn-connections", "--filters", "Name=vpn-connection-id,Values=" + id);
        ask("delete-vpn-connection", "--vpn-connection-id", id);
    }

    @Then("every command ends well, without a word on standard error")
    public void everyCommandEndsWell() {
        for (Answer answer : answers) {
            assertThat(answer.complaints())
                    .as("standard error of %s", answer.command())
                    .isEmpty();
            assertThat(answer.exitCode())
                    .as("exit code of %s", answer.command())
                    .isZero();
        }
    }

    @Then("it prints the category {word}")
    public void itPrintsTheCategory(String category) {
        assertThat(answers.get(0).json().at("/VpnConnections/0/Category").asText())
                .as("Category")
                .isEqualTo(category);
    }

    @Then("it prints the key {word} in the configuration, and the VPN connection in the list")
    public void itPrintsTheKey(String key) {
        assertThat(answers.get(0)
                        .json()
                        .at("/VpnConnection/CustomerGatewayConfiguration")
                        .asText())
                .as("CustomerGatewayConfiguration")
                .contains("<pre_shared_key>" + key + "</pre_shared_key>");
        assertThat(answers.get(1).json().at("/VpnConnections/0/VpnConnectionId").asText())
                .as("VpnConnectionId")
                .isEqualTo(world.vpnConnectionId().orElseThrow());
    }

    @Then("the SDK shows the VPN connection deleting or deleted")
    public void theSdkShowsItDeleted() {
        String id = world.vpnConnectionId().orElseThrow();
        assertThat(world.ec2()
                        .describeVpnConnections(r -> r.vpnConnectionIds(id))
                        .vpnConnections())
                .as("state of %s", id)
                .allMatch(connection -> List.of("deleting", "deleted").contains(connection.stateAsString()));
    }
}
