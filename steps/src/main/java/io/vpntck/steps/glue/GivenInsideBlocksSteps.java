package io.vpntck.steps.glue;

import io.cucumber.java.en.Given;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** Dynamic VPN connections with inside blocks that the customer has chosen. */
public final class GivenInsideBlocksSteps {
    private final Stage stage;

    public GivenInsideBlocksSteps(Stage stage) {
        this.stage = stage;
    }

    @Given(
            "a dynamic VPN connection between that VPC and the gateway under test, with the inside blocks {word} and {word}")
    public void aConnectionWithTheBlocks(String first, String second) {
        stage.dynamicConnection(tunnel(first), tunnel(second));
    }

    private static VpnTunnelOptionsSpecification tunnel(String block) {
        return VpnTunnelOptionsSpecification.builder().tunnelInsideCidr(block).build();
    }
}
