package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.glue.World;
import io.vpntck.steps.monitoring.CurrentPeriod;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;

/** For which part of a period TunnelState shows tunnels UP, against what the wire shows of that. */
public final class TunnelStateSteps {
    private final World world;
    private final Tunnels tunnels;
    private final CurrentPeriod period;

    public TunnelStateSteps(World world, Tunnels tunnels, CurrentPeriod period) {
        this.world = world;
        this.tunnels = tunnels;
        this.period = period;
    }

    @When("in a period of five minutes, the gateway is stopped in good order after {int} s")
    public void isStopped(int seconds) {
        period.begin();
        world.testbed().pass(Duration.ofSeconds(seconds));
        world.testbed().gateway().stop();
        period.finish();
    }

    @Then(
            "the Average of TunnelState of each tunnel in it is the part of it until the gateway's first Delete, to one sample")
    public void isThePartUntilTheDelete() {
        for (Ipv4Address tunnel : tunnels.outside()) {
            Instant deleted = new Exchanges(tunnels.view(), tunnel)
                    .deletions(world.testbed().gateway().outsideAddress()).stream()
                            .map(Exchanges.Deletion::time)
                            .filter(period::holds)
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no Delete of the gateway on the tunnel " + tunnel));
            Datapoint point = period.ofTunnel("TunnelState", tunnel);
            assertThat(point.sampleCount()).as("samples of %s", tunnel).isPositive();
            assertThat(point.average())
                    .as("Average of TunnelState of %s", tunnel)
                    .isCloseTo(period.partUntil(deleted), within(1 / point.sampleCount()));
            assertThat(point.minimum())
                    .as("Minimum of TunnelState of %s", tunnel)
                    .isZero();
            assertThat(point.maximum())
                    .as("Maximum of TunnelState of %s", tunnel)
                    .isEqualTo(1);
        }
    }
}
