package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;

/** What DescribeVpnConnections says of each tunnel, one of them raised alone. */
public final class TelemetrySteps {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world;
    private final Tunnels tunnels;
    private Instant changedBefore;

    public TelemetrySteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    /** Pings the AWS side's inside address of a tunnel until it is shown UP; says whether it is. */
    private boolean raise(int tunnel) {
        changedBefore = tunnels.telemetry(tunnel).lastStatusChange();
        Ipv4Address inside = tunnels.inside().get(tunnel - 1);
        LanHost.Ping ping = world.testbed().gateway().lanHost().ping(inside, 60, SECOND);
        boolean up = world.testbed()
                .await(
                        Duration.ofSeconds(60),
                        () -> ping.received() > 0 && tunnels.telemetry(tunnel).status() == TelemetryStatus.UP);
        ping.stop();
        return up;
    }

    @Given("tunnel {int} alone is up")
    public void aTunnelAloneIsUp(int tunnel) {
        if (!raise(tunnel)) {
            throw new IllegalStateException("tunnel " + tunnel + " was not shown UP within 60 s");
        }
    }

    @When("the LAN host pings the AWS side's inside address of tunnel {int} for at most 60 s")
    public void theLanHostPingsTheInsideAddress(int tunnel) {
        raise(tunnel);
    }

    @Then("vgwTelemetry shows tunnel {int} UP and tunnel {int} DOWN, by their outside addresses")
    public void oneIsUp(int up, int down) {
        assertThat(tunnels.telemetry(up).status()).as("tunnel " + up).isEqualTo(TelemetryStatus.UP);
        assertThat(tunnels.telemetry(down).status()).as("tunnel " + down).isEqualTo(TelemetryStatus.DOWN);
    }

    @Then("the last change of tunnel {int} is newer than before, and newer than that of tunnel {int}")
    public void theChangeIsNewer(int up, int down) {
        assertThat(tunnels.telemetry(up).lastStatusChange())
                .as("last change of tunnel " + up)
                .isAfter(changedBefore)
                .isAfter(tunnels.telemetry(down).lastStatusChange());
    }

    /** What a static connection counts as accepted is told differently by different examples. */
    @Then("vgwTelemetry has a message and a number of accepted routes for each tunnel")
    public void messagesAndRoutesAreThere() {
        for (int tunnel : List.of(1, 2)) {
            VgwTelemetry telemetry = tunnels.telemetry(tunnel);
            assertThat(telemetry.statusMessage())
                    .as("message of tunnel " + tunnel)
                    .isNotNull();
            assertThat(telemetry.acceptedRouteCount())
                    .as("accepted routes of tunnel " + tunnel)
                    .isNotNull()
                    .isNotNegative();
            world.log("tunnel %d, %s: \"%s\", %d accepted routes"
                    .formatted(
                            tunnel,
                            telemetry.statusAsString(),
                            telemetry.statusMessage(),
                            telemetry.acceptedRouteCount()));
        }
    }
}
