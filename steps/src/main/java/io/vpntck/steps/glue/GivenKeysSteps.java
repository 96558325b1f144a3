package io.vpntck.steps.glue;

import io.cucumber.java.en.Given;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** VPN connections with pre-shared keys that the customer has chosen. */
public final class GivenKeysSteps {
    private final Stage stage;

    public GivenKeysSteps(Stage stage) {
        this.stage = stage;
    }

    @Given(
            "a static VPN connection between that VPC and the gateway under test, routing its LAN, with the keys {word} and {word}")
    public void aConnectionWithTheKeys(String first, String second) {
        stage.staticConnection(tunnel(first), tunnel(second));
    }

    private static VpnTunnelOptionsSpecification tunnel(String key) {
        return VpnTunnelOptionsSpecification.builder().preSharedKey(key).build();
    }
}
