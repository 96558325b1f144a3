package io.vpntck.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.gateway.LanHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;

/** A customer gateway that is registered with the address that its device has behind a NAT device. */
public final class InsideAddressSteps {
    private final World world;
    private final Stage stage;
    private final List<LanHost.Ping> pings = new ArrayList<>();
    private boolean refused;

    public InsideAddressSteps(World world, Stage stage) {
        this.world = world;
        this.stage = stage;
    }

    @When(
            "a customer gateway is registered with the gateway's own address, configured, and used from the LAN for {int} s")
    public void isRegisteredWithTheInsideAddress(int seconds) {
        try {
            stage.customerGateway(world.testbed().access().gatewayAddress().toString());
        } catch (AwsServiceException e) {
            refused = true;
            world.log("CreateCustomerGateway: " + e.awsErrorDetails().errorCode());
            return;
        }
        stage.vpnGateway();
        stage.attach();
        stage.staticRoute(stage.connection(true).vpnConnectionId());
        stage.configureAndStart();
        Configuration.of(stage.connection())
                .awsInsideAddresses()
                .forEach(inside -> pings.add(world.testbed()
                        .gateway()
                        .lanHost()
                        .ping(Ipv4Address.of(inside), seconds, Duration.ofSeconds(1))));
        world.testbed().pass(Duration.ofSeconds(seconds));
    }

    @Then("the registration was refused, or both tunnels are DOWN and no ping was answered")
    public void thereIsNoTunnel() {
        if (!refused) {
            assertThat(stage.connection().vgwTelemetry())
                    .as("tunnels")
                    .hasSize(2)
                    .extracting(VgwTelemetry::status)
                    .containsOnly(TelemetryStatus.DOWN);
            assertThat(pings).as("pings sent").isNotEmpty().allMatch(ping -> ping.sent() > 0);
            assertThat(pings.stream().map(LanHost.Ping::received))
                    .as("pings answered")
                    .containsOnly(0);
        }
    }
}
