package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.steps.query.Manner;
import io.vpntck.steps.query.QueryAnswer;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** One request of the Query protocol, sent by hand, and its answer as it came over HTTP. */
public final class QuerySteps {
    private final World world;
    private final Stage stage;
    private final QueryTalk talk;

    public QuerySteps(World world, Stage stage, QueryTalk talk) {
        this.world = world;
        this.stage = stage;
        this.talk = talk;
    }

    @When("{word} is sent {}")
    public void isSent(String action, String manner) {
        talk.send(talk.form(action, ""), Manner.ofWords(manner));
    }

    @When("{word}, with {}, is sent {}")
    public void isSentWith(String action, String parameters, String manner) {
        talk.send(talk.form(action, parameters), Manner.ofWords(manner));
    }

    @When("an unknown VPN connection is described, by hand and by the SDK")
    public void anUnknownConnectionIsDescribed() {
        String id = "vpn-0123456789abcdef0";
        talk.send(talk.form("DescribeVpnConnections", "VpnConnectionId.1=" + id), Manner.POST);
        world.attempt(() -> world.ec2().describeVpnConnections(r -> r.vpnConnectionIds(id)));
    }

    @When("the VPN connection is described by hand")
    public void theConnectionIsDescribed() {
        String id = world.vpnConnectionId().orElseThrow();
        talk.send(talk.form("DescribeVpnConnections", "VpnConnectionId.1=" + id), Manner.POST);
    }

    @Then("the answer has the status {int} and the content type {word}")
    public void theAnswerHas(int status, String type) {
        assertThat(talk.answer().status()).as("HTTP status").isEqualTo(status);
        assertThat(talk.answer().contentType().split(";")[0]).as("Content-Type").isEqualTo(type);
    }

    @Then("its document is a {word} of {word} with a requestId")
    public void itsDocumentIs(String root, String namespace) {
        assertThat(talk.answer().root().getLocalName()).as("root element").isEqualTo(root);
        assertThat(talk.answer().root().getNamespaceURI()).as("namespace").isEqualTo(namespace);
        assertThat(talk.answer().text("requestId").orElse("")).as("requestId").isNotBlank();
    }

    @Then("the answer is the error {word}, with the status {int}")
    public void theAnswerIsTheError(String code, int status) {
        assertThat(talk.answer().errorCode()).as("Code").isEqualTo(code);
        assertThat(talk.answer().status()).as("HTTP status").isEqualTo(status);
    }

    @Then("the answer is refused as one of {}")
    public void theAnswerIsRefused(String codes) {
        assertThat(talk.answer().status()).as("HTTP status").isBetween(400, 499);
        assertThat(talk.answer().errorCode()).as("Code").isIn((Object[]) codes.split(" or "));
    }

    @Then("it is an EC2 error document with a code, a message and a RequestID")
    public void itIsAnErrorDocument() {
        QueryAnswer answer = talk.answer();
        assertThat(answer.root().getLocalName()).as("root element").isEqualTo("Response");
        for (String path : List.of("Errors/Error/Code", "Errors/Error/Message", "RequestID")) {
            assertThat(answer.text(path).orElse("")).as(path).isNotBlank();
        }
    }

    @Then("the SDK shows the same code and message")
    public void theSdkShowsTheSame() {
        assertThat(world.refusals()).as("refusals seen by the SDK").hasSize(1);
        var details = world.refusals().get(0).awsErrorDetails();
        assertThat(details.errorCode()).as("code").isEqualTo(talk.answer().errorCode());
        assertThat(details.errorMessage()).as("message").isEqualTo(talk.answer().errorMessage());
    }

    @Then("it shows the category {word}")
    public void itShowsTheCategory(String category) {
        assertThat(talk.answer().text("vpnConnectionSet/item/category"))
                .as("category")
                .contains(category);
    }

    @Then("it shows the state, the type, both gateways and the configuration that the SDK shows")
    public void itShowsWhatTheSdkShows() {
        VpnConnection connection = stage.connection();
        String item = "vpnConnectionSet/item/";
        assertThat(talk.answer().text(item + "state")).as("state").contains(connection.stateAsString());
        assertThat(talk.answer().text(item + "type")).as("type").contains(connection.typeAsString());
        assertThat(talk.answer().text(item + "vpnGatewayId")).as("vpnGatewayId").contains(connection.vpnGatewayId());
        assertThat(talk.answer().text(item + "customerGatewayId"))
                .as("customerGatewayId")
                .contains(connection.customerGatewayId());
        assertThat(talk.answer().text(item + "customerGatewayConfiguration"))
                .as("customerGatewayConfiguration")
                .contains(connection.customerGatewayConfiguration());
    }
}
