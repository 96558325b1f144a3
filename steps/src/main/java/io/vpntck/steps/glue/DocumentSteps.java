package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;

/** The configuration document, field by field. */
public final class DocumentSteps {
    private final World world;
    private final Stage stage;

    public DocumentSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    private Configuration configuration() {
        return Configuration.of(stage.connection());
    }

    @Then("its configuration names the three resources by their ids")
    public void namesTheResources() {
        assertThat(configuration().connectionId())
                .as("id of vpn_connection")
                .isEqualTo(world.vpnConnectionId().orElseThrow());
        assertThat(configuration().texts("customer_gateway_id"))
                .as("customer_gateway_id")
                .containsExactly(world.customerGatewayId());
        assertThat(configuration().texts("vpn_gateway_id")).as("vpn_gateway_id").containsExactly(world.vpnGatewayId());
    }

    @Then(
            "its configuration has the customer gateway's address in both tunnels, and the outside addresses of the telemetry")
    public void hasTheAddresses() {
        String customer = stage.customerGatewayNow().ipAddress();
        assertThat(configuration().customerOutsideAddresses())
                .as("outside addresses of the customer gateway")
                .containsExactly(customer, customer);
        assertThat(configuration().outsideAddresses())
                .as("outside addresses of the AWS side")
                .containsExactlyInAnyOrderElementsOf(stage.connection().vgwTelemetry().stream()
                        .map(VgwTelemetry::outsideIpAddress)
                        .toList());
    }

    @Then("its configuration says for both tunnels that {word} of {word} is {word}")
    public void says(String field, String part, String value) {
        assertThat(configuration().fields(part, field))
                .as("%s of %s", field, part)
                .hasSizeGreaterThanOrEqualTo(2)
                .containsOnly(value);
    }
}
