package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When the status of a tunnel is said to have changed, against what the wire shows of that. */
public final class StatusChangeSteps {
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final World world;
    private final Tunnels tunnels;

    public StatusChangeSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    private Exchanges exchanges(int tunnel) {
        return new Exchanges(tunnels.view(), tunnels.outside(tunnel));
    }

    @When("{} befalls tunnel {int}, and {int} s go by")
    public void befalls(String what, int tunnel, int seconds) {
        TunnelFailure.of(what).begin(world.testbed().lab(), tunnels.outside(tunnel));
        world.testbed().pass(Duration.ofSeconds(seconds));
    }

    @Then("the last change of tunnel {int} is the end of its quick mode, within 1 s")
    public void isTheEndOfQuickMode(int tunnel) {
        Instant end = Exchanges.completions(exchanges(tunnel).quickModes()).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no quick mode of tunnel " + tunnel + " came to its end"));
        assertChanged(tunnel, end, end);
    }

    @Then("the last change of tunnel {int} comes with the gateway's Deletes on it, within 1 s")
    public void comesWithDeletes(int tunnel) {
        List<Exchanges.Deletion> deletions =
                exchanges(tunnel).deletions(world.testbed().gateway().outsideAddress());
        assertThat(deletions).as("Deletes of the gateway on tunnel %d", tunnel).isNotEmpty();
        assertChanged(
                tunnel,
                deletions.get(0).time(),
                deletions.get(deletions.size() - 1).time());
    }

    @Then("the last change of tunnel {int} is 0 to {int} s after the last question that the AWS side asked on it")
    public void followsTheLastQuestion(int tunnel, int seconds) {
        Instant last = exchanges(tunnel).questions(message -> message.source().equals(tunnels.outside(tunnel))).stream()
                .map(Exchanges.Liveliness::time)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("the AWS side has asked nothing on tunnel " + tunnel));
        assertChanged(tunnel, last, last.plusSeconds(seconds));
    }

    private void assertChanged(int tunnel, Instant from, Instant to) {
        assertThat(tunnels.telemetry(tunnel).lastStatusChange())
                .as("last change of tunnel %d", tunnel)
                .isBetween(from.minus(SLACK), to.plus(SLACK));
    }

    @Then("vgwTelemetry counts {int} accepted route(s) of tunnel 1 and {int} of tunnel 2")
    public void counts(int first, int second) {
        assertThat(List.of(
                        tunnels.telemetry(1).acceptedRouteCount(),
                        tunnels.telemetry(2).acceptedRouteCount()))
                .as("accepted routes of tunnels 1 and 2")
                .containsExactly(first, second);
    }
}
