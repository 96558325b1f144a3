package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;

/** A tunnel that fails for a time, and its status before and after. */
public final class OutageSteps {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world;
    private final Tunnels tunnels;
    private final SteadyTraffic traffic;
    private final Map<Integer, Instant> changedBefore = new LinkedHashMap<>();

    public OutageSteps(World world, Tunnels tunnels, SteadyTraffic traffic) {
        this.world = world;
        this.tunnels = tunnels;
        this.traffic = traffic;
    }

    /** Notes the status of the tunnels, and that what is observed begins now. */
    void mark() {
        List.of(1, 2).forEach(t -> changedBefore.put(t, tunnels.telemetry(t).lastStatusChange()));
        traffic.mark();
    }

    @When("tunnel {int} fails for {int} s while the LAN host pings the host in the VPC for the first {int} s")
    public void aTunnelFails(int tunnel, int seconds, int pinged) {
        mark();
        world.testbed().lab().blackhole(tunnels.outside(tunnel), true);
        LanHost.Ping ping = world.testbed().gateway().lanHost().ping(traffic.vpcHost(), pinged, SECOND);
        world.testbed().pass(Duration.ofSeconds(seconds));
        ping.stop();
        world.testbed().lab().blackhole(tunnels.outside(tunnel), false);
    }

    @When("{int} s go by without traffic, and the status of the tunnels is watched")
    public void timeGoesBy(int seconds) {
        mark();
        world.testbed().pass(Duration.ofSeconds(seconds));
    }

    @When(
            "the LAN host pings the AWS side's inside address of each tunnel every {int} s for {int} s, and the status of the tunnels is watched")
    public void pingsAndWatches(int interval, int seconds) {
        mark();
        traffic.during(Duration.ofSeconds(seconds), Duration.ofSeconds(interval), tunnels.inside());
    }

    @Then("DescribeVpnConnections shows tunnel {int} DOWN, since then")
    public void aTunnelIsShownDown(int tunnel) {
        assertThat(tunnels.telemetry(tunnel).status()).as("tunnel " + tunnel).isEqualTo(TelemetryStatus.DOWN);
        assertThat(tunnels.telemetry(tunnel).lastStatusChange())
                .as("last change of tunnel " + tunnel)
                .isAfter(changedBefore.get(tunnel));
    }

    @Then("the status of both tunnels is UP, and has not changed since")
    public void noStatusHasChanged() {
        for (int tunnel : List.of(1, 2)) {
            assertThat(tunnels.telemetry(tunnel).status())
                    .as("tunnel " + tunnel)
                    .isEqualTo(TelemetryStatus.UP);
            assertThat(tunnels.telemetry(tunnel).lastStatusChange())
                    .as("last change of tunnel " + tunnel)
                    .isEqualTo(changedBefore.get(tunnel));
        }
    }

    @Then("no main mode was begun since")
    public void noMainModeWasBegun() {
        for (Ipv4Address tunnel : tunnels.outside()) {
            assertThat(new Exchanges(tunnels.view(), tunnel).mainModes())
                    .as("main modes on tunnel " + tunnel)
                    .filteredOn(exchange -> !exchange.begun().isBefore(traffic.begun()))
                    .isEmpty();
        }
    }

    @Then("answers of the host in the VPC came through tunnel {int} from {int} s after the failure on")
    public void answersCameThrough(int tunnel, int seconds) {
        Instant from = traffic.begun().plusSeconds(seconds);
        List<ObservedPacket.Esp> answers = tunnels.view().of(ObservedPacket.Esp.class, tunnels.outside(tunnel)).stream()
                .filter(packet -> packet.inner()
                        .filter(inner -> inner.source().equals(traffic.vpcHost()))
                        .isPresent())
                .filter(packet -> !packet.time().isBefore(traffic.begun()))
                .toList();
        assertThat(answers)
                .as("answers through tunnel " + tunnel + " since its failure")
                .filteredOn(packet -> !packet.time().isBefore(from))
                .hasSizeGreaterThanOrEqualTo(10);
        world.notes().proves(answers.get(0), "the other tunnel has taken over");
    }

    @Then("where a tunnel went down, its status changed, the AWS side began nothing, and the next ping brings it up")
    public void idleTunnels() {
        for (int tunnel : List.of(1, 2)) {
            boolean down = tunnels.telemetry(tunnel).status() == TelemetryStatus.DOWN;
            Instant changed = tunnels.telemetry(tunnel).lastStatusChange();
            world.log(
                    down
                            ? "tunnel %d went down at %s".formatted(tunnel, changed)
                            : "tunnel %d stayed up".formatted(tunnel));
            assertThat(changed.isAfter(changedBefore.get(tunnel)))
                    .as("whether the status of tunnel " + tunnel + " has changed")
                    .isEqualTo(down);
            assertThat(new Exchanges(tunnels.view(), tunnels.outside(tunnel)).mainModes())
                    .as("main modes of the AWS side on tunnel " + tunnel)
                    .noneMatch(exchange -> exchange.initiator().equals(tunnels.outside(tunnel)));
        }
        assertThat(tunnels.raise(Duration.ofSeconds(60)))
                .as("pings through both tunnels afterwards")
                .isTrue();
    }
}
