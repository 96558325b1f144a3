package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.glue.World;
import io.vpntck.steps.run.MeasuredOutage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;
import software.amazon.awssdk.services.ec2.model.VgwTelemetry;

/** A tunnel that is taken away under traffic, some times over, and the outage that follows each time. */
public final class FailoverSteps {
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final Duration AFTER = Duration.ofSeconds(25);
    private static final Duration SETTLES = Duration.ofSeconds(180);

    private final World world;
    private final Tunnels tunnels;
    private final Probe probe;
    private final List<Repeat> repeats = new ArrayList<>();
    private int failing;
    private int rate;
    private String cause = "";
    private String direction = "";

    /** One failure, with the numbers that left through each tunnel. */
    private record Repeat(
            Instant failed,
            Instant healed,
            ProbeRow row,
            Set<Integer> throughOther,
            Instant otherChangedBefore,
            int accepted) {
        /** When traffic went on, or the failure itself where none was lost. */
        Instant restored() {
            return row.losses().stream()
                    .filter(loss -> !loss.ended().isBefore(failed))
                    .findFirst()
                    .map(ProbeRow.Loss::ended)
                    .orElse(failed);
        }
    }

    public FailoverSteps(World world, Tunnels tunnels, Probe probe) {
        this.world = world;
        this.tunnels = tunnels;
        this.probe = probe;
    }

    @When("{} befalls tunnel {int}, {int} time(s), while the host in the VPC pings the LAN host {int} times a second")
    public void befallsWhileTheVpcSends(String what, int tunnel, int times, int eachSecond) {
        world.testbed().lab().prefer(tunnels.outside(tunnel), true);
        repeat(what, tunnel, times, eachSecond, true);
    }

    @When("{} befalls tunnel {int}, {int} time(s), while the LAN host pings the host in the VPC {int} times a second")
    public void befallsWhileTheLanSends(String what, int tunnel, int times, int eachSecond) {
        repeat(what, tunnel, times, eachSecond, false);
    }

    private void repeat(String what, int tunnel, int times, int eachSecond, boolean fromVpc) {
        failing = tunnel;
        cause = what + ", tunnel " + tunnel;
        direction = fromVpc ? "VPC to LAN" : "LAN to VPC";
        rate = eachSecond;
        TunnelFailure failure = TunnelFailure.of(what);
        for (int i = 0; i < times; i++) {
            settle();
            repeats.add(once(failure, eachSecond, fromVpc));
        }
    }

    /** Both tunnels have to be up before one is taken away. */
    private void settle() {
        boolean up = tunnels.raise(SETTLES)
                && world.testbed().await(SETTLES, () -> List.of(1, 2).stream().allMatch(this::isReady));
        if (!up) {
            throw new IllegalStateException("both tunnels were not up within " + SETTLES.toSeconds() + " s");
        }
    }

    /** A tunnel of a dynamic connection carries traffic once it has brought routes. */
    private boolean isReady(int tunnel) {
        VgwTelemetry telemetry = tunnels.telemetry(tunnel);
        boolean isStatic = world.configuration().contains("NoBGPVPNConnection");
        return telemetry.status() == TelemetryStatus.UP && (isStatic || telemetry.acceptedRouteCount() > 0);
    }

    private Repeat once(TunnelFailure failure, int eachSecond, boolean fromVpc) {
        Ipv4Address tunnel = tunnels.outside(failing);
        Instant otherBefore = tunnels.telemetry(other()).lastStatusChange();
        probe.begin(fromVpc, eachSecond, BEFORE.plus(TunnelFailure.LASTS).plus(AFTER));
        world.testbed().pass(BEFORE);
        Instant failed = world.testbed().now();
        failure.begin(world.testbed().lab(), tunnel);
        world.testbed().pass(TunnelFailure.LASTS);
        Instant healed = world.testbed().now();
        int accepted = tunnels.telemetry(failing).acceptedRouteCount();
        failure.end(world.testbed().lab(), tunnel);
        ProbeRow row = probe.end();
        return new Repeat(
                failed, healed, row, probe.onTheWire(List.of(tunnels.outside(other()))), otherBefore, accepted);
    }

    private int other() {
        return failing == 1 ? 2 : 1;
    }

    @Then("each time, traffic was interrupted for {int} s at most")
    public void interruptedAtMost(int seconds) {
        Duration bound = Duration.ofSeconds(seconds);
        repeats.forEach(one -> world.outage(new MeasuredOutage(
                cause, direction, rate, one.row().longestGap(), one.row().lost(), bound)));
        assertThat(repeats).as("failures").isNotEmpty();
        assertThat(repeats)
                .as("longest gaps")
                .extracting(repeat -> repeat.row().longestGap())
                .allMatch(gap -> gap.compareTo(bound) <= 0, "at most " + seconds + " s");
    }

    @Then("nothing was lost from then on until the failure was over")
    public void nothingWasLostLater() {
        assertThat(repeats)
                .as("packets lost between the gap and the end of the failure")
                .extracting(repeat -> repeat.row().lostBetween(repeat.restored(), repeat.healed()))
                .containsOnly(0L);
    }

    @Then("the failed tunnel had {int} accepted routes each time")
    public void acceptedRoutes(int count) {
        assertThat(repeats)
                .as("accepted routes of tunnel %d before it came back", failing)
                .extracting(Repeat::accepted)
                .containsOnly(count);
    }

    @Then("what was sent from {int} s after each failure until it was over went through the other tunnel")
    public void leftTheTunnel(int seconds) {
        for (Repeat repeat : repeats) {
            List<Integer> later = numbersBetween(repeat.row(), repeat.failed().plusSeconds(seconds), repeat.healed());
            assertThat(later).as("requests from then on").hasSizeGreaterThanOrEqualTo(10);
            assertAllThroughOther(repeat, later);
        }
    }

    @Then("what the VPC sent after the interruption went through the other tunnel")
    public void wentThroughTheOther() {
        for (Repeat repeat : repeats) {
            List<Integer> later = numbersBetween(repeat.row(), repeat.restored(), repeat.healed());
            assertThat(later).as("requests after the interruption").hasSizeGreaterThanOrEqualTo(10);
            assertAllThroughOther(repeat, later);
        }
    }

    private void assertAllThroughOther(Repeat repeat, List<Integer> numbers) {
        assertThat(numbers)
                .filteredOn(number -> !repeat.throughOther().contains(number))
                .as("of them, numbers that did not go through tunnel " + other())
                .isEmpty();
    }

    private static List<Integer> numbersBetween(ProbeRow row, Instant from, Instant to) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= row.sent(); number++) {
            Instant at = row.sentAt(number);
            if (at.isAfter(from) && at.isBefore(to)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    @Then("the other tunnel has stayed UP each time")
    public void theOtherStayedUp() {
        assertThat(tunnels.telemetry(other()).status())
                .as("status of tunnel " + other())
                .isEqualTo(TelemetryStatus.UP);
        assertThat(repeats)
                .as("last changes of tunnel " + other())
                .extracting(Repeat::otherChangedBefore)
                .containsOnly(tunnels.telemetry(other()).lastStatusChange());
    }

    @Then("tunnel {int} is UP again within {int} s, at the same outside address")
    public void isUpAgain(int tunnel, int seconds) {
        String address = tunnels.outside(tunnel).toString();
        boolean up = world.testbed()
                .await(
                        Duration.ofSeconds(seconds),
                        () -> tunnels.telemetry(tunnel).status() == TelemetryStatus.UP);
        assertThat(up).as("tunnel %d UP within %d s", tunnel, seconds).isTrue();
        assertThat(tunnels.telemetry(tunnel).outsideIpAddress())
                .as("outside address")
                .isEqualTo(address);
    }
}
