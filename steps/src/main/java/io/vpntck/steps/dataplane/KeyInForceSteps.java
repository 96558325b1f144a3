package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.util.List;

/** What comes of main mode with the key of the tunnel, and with another one. */
public final class KeyInForceSteps {
    private static final String NEWLINE = " and a newline";

    private final World world;
    private final Stage stage;
    private final Tunnels tunnels;

    public KeyInForceSteps(World world, Stage stage, Tunnels tunnels) {
        this.world = world;
        this.stage = stage;
        this.tunnels = tunnels;
    }

    @Given(
            "the gateway is configured from the downloaded document, in which the key of tunnel {int} is {}, and started")
    public void isConfiguredWithAnotherKey(int tunnel, String key) {
        String written = key.endsWith(NEWLINE) ? key.substring(0, key.length() - NEWLINE.length()) + "&#10;" : key;
        stage.configureAndStart(new DocumentEdits(stage.connection().customerGatewayConfiguration())
                .with(tunnel, "ike", "pre_shared_key", written)
                .document());
    }

    @Then("main mode is complete in both tunnels")
    public void isComplete() {
        requireComplete(1);
        requireComplete(2);
    }

    private void requireComplete(int tunnel) {
        assertThat(Exchanges.completions(new Exchanges(tunnels.view(), tunnels.outside(tunnel)).mainModes()))
                .as("main modes of tunnel %d with all six messages", tunnel)
                .isNotEmpty();
    }

    @Then("main mode of tunnel {int} fails with the gateway's message 5, and is complete in tunnel {int}")
    public void fails(int wrong, int right) {
        List<ObservedPacket.Ike> encrypted = messages(wrong, ExchangeType.IDENTITY_PROTECTION).stream()
                .filter(message -> message.message().header().encrypted())
                .toList();
        Ipv4Address aws = tunnels.outside(wrong);
        encrypted.stream().filter(message -> message.source().equals(aws)).forEach(message -> world.notes()
                .breaks(message, "message 6 in answer to another key"));
        assertThat(encrypted)
                .as("messages 5 and 6 of main mode, tunnel %d", wrong)
                .isNotEmpty()
                .noneMatch(message -> message.source().equals(aws));
        requireComplete(right);
    }

    @Then("no ESP SA comes of tunnel {int}, and no quick mode")
    public void nothingComesOfIt(int tunnel) {
        assertThat(messages(tunnel, ExchangeType.QUICK_MODE))
                .as("quick mode, tunnel %d", tunnel)
                .isEmpty();
        assertThat(tunnels.view().of(ObservedPacket.Esp.class, tunnels.outside(tunnel)))
                .as("ESP, tunnel %d", tunnel)
                .isEmpty();
    }

    private List<ObservedPacket.Ike> messages(int tunnel, ExchangeType type) {
        return tunnels.view().of(ObservedPacket.Ike.class, tunnels.outside(tunnel)).stream()
                .filter(message -> message.message().header().exchange() == type.id())
                .toList();
    }
}
