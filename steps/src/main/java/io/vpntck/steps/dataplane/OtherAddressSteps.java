package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.glue.Sites;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;

/** A device that has moved to another address than the registered one: another on the same LAN stands for it. */
public final class OtherAddressSteps {
    private final World world;
    private final Stage stage;
    private final Tunnels tunnels;
    private final Sites sites;
    private String registered = "";

    public OtherAddressSteps(World world, Stage stage, Tunnels tunnels, Sites sites) {
        this.world = world;
        this.stage = stage;
        this.tunnels = tunnels;
        this.sites = sites;
    }

    private GatewayUnderTest moved() {
        return world.testbed().standIn();
    }

    @When(
            "the gateway is stopped and begins again at another address, and the LAN host pings the AWS side's inside addresses for {int} s")
    public void beginsElsewhere(int seconds) {
        registered = stage.customerAddress();
        world.testbed().gateway().stop();
        moved().apply(stage.tunnelConfiguration());
        moved().start();
        tunnels.raise(Duration.ofSeconds(seconds));
    }

    @Then("the AWS side has heard main mode from that address, and answered nothing")
    public void nothingIsAnswered() {
        Ipv4Address address = moved().outsideAddress();
        assertThat(tunnels.view().all(ObservedPacket.Ike.class))
                .as("messages from " + address)
                .anyMatch(message -> message.source().equals(address));
        List<ObservedPacket> answers = tunnels.view().packets().stream()
                .filter(packet -> packet.destination().equals(address))
                .toList();
        answers.forEach(packet -> world.notes().breaks(packet, "to an address that is not registered"));
        assertThat(answers).as("packets to " + address).isEmpty();
    }

    @Then("DescribeCustomerGateways shows the address that was registered")
    public void theAddressIsTheSame() {
        assertThat(stage.customerAddress()).as("ipAddress").isEqualTo(registered);
    }

    @When(
            "a customer gateway with its other address is created, and the gateway is configured from a connection of that")
    public void isRegistered() {
        world.testbed().gateway().stop();
        sites.tryToConnect(moved());
    }

    @Then("both tunnels of that connection carry pings")
    public void itsTunnelsCarryPings() {
        for (Ipv4Address outside : sites.all().get(0).outside()) {
            assertThat(tunnels.view().of(ObservedPacket.Esp.class, outside))
                    .as("ESP of the AWS side at " + outside)
                    .anyMatch(packet -> packet.source().equals(outside));
        }
    }
}
