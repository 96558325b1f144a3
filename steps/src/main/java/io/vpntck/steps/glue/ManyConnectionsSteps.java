package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.steps.query.Manner;
import io.vpntck.steps.query.QueryAnswer;
import java.util.List;
import org.w3c.dom.Element;

/** As many resources as the quotas allow, in one answer each. */
public final class ManyConnectionsSteps {
    private final Stage stage;
    private final QueryTalk talk;

    public ManyConnectionsSteps(Stage stage, QueryTalk talk) {
        this.stage = stage;
        this.talk = talk;
    }

    @Given("{int} virtual private gateways, each with {int} VPN connections to customer gateways of their own")
    public void manyConnections(int gateways, int connections) {
        for (int i = 0; i < gateways; i++) {
            stage.vpnGateway();
            for (int j = 0; j < connections; j++) {
                stage.customerGateway();
                stage.connection(true);
            }
        }
    }

    @When("the VPN connections, the customer gateways and the virtual private gateways are described by hand")
    public void allAreDescribed() {
        for (String describe : List.of("DescribeVpnConnections", "DescribeCustomerGateways", "DescribeVpnGateways")) {
            talk.send(talk.form(describe, ""), Manner.POST);
        }
    }

    @Then("the answers show {int} VPN connections, {int} customer gateways and {int} virtual private gateways")
    public void theAnswersShow(int connections, int customers, int gateways) {
        assertThat(present(0, "vpnConnectionSet/item/state"))
                .as("VPN connections")
                .hasSize(connections);
        assertThat(present(1, "customerGatewaySet/item/state"))
                .as("customer gateways")
                .hasSize(customers);
        assertThat(present(2, "vpnGatewaySet/item/state"))
                .as("virtual private gateways")
                .hasSize(gateways);
    }

    /** The states of those that are not deleted: earlier scenarios of the same account may have left some for a while. */
    private List<String> present(int answer, String states) {
        return talk.answers().get(answer).elements(states).stream()
                .map(Element::getTextContent)
                .filter(state -> !state.startsWith("delet"))
                .toList();
    }

    @Then("none has a nextToken")
    public void noneHasANextToken() {
        assertThat(talk.answers())
                .as("answers with a nextToken")
                .noneMatch(answer -> answer.text("nextToken").isPresent())
                .extracting(QueryAnswer::status)
                .containsOnly(200);
    }
}
