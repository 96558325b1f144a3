package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.lab.Lab;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import io.vpntck.steps.run.MeasuredOutage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.ec2.model.TelemetryStatus;

/** Tunnels that fail without a word, one or both, and what the VPC sends meanwhile and afterwards. */
public final class TunnelLossSteps {
    private static final int EACH_SECOND = 10;
    private static final Duration NOTICED = Duration.ofSeconds(180);
    private static final Duration RETURNS = Duration.ofSeconds(180);

    private final World world;
    private final Stage stage;
    private final Tunnels tunnels;
    private final List<Ipv4Address> destinations = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();
    private final List<ProbeRow> rows = new ArrayList<>();
    private Instant failed;

    public TunnelLossSteps(World world, Stage stage, Tunnels tunnels) {
        this.world = world;
        this.stage = stage;
        this.tunnels = tunnels;
    }

    private Lab lab() {
        return world.testbed().lab();
    }

    private boolean isUp(int tunnel) {
        return tunnels.telemetry(tunnel).status() == TelemetryStatus.UP;
    }

    /** Answers of the LAN host make a gateway ask whose dead peer detection wants traffic. */
    @Given("both tunnels fail, and the AWS side has noticed")
    public void bothHaveFailed() {
        tunnels.outside().forEach(address -> lab().blackhole(address, true));
        BooleanSupplier noticed = () -> !isUp(1) && !isUp(2);
        if (!world.testbed().await(NOTICED, noticed)) {
            throw new IllegalStateException("both tunnels were not DOWN within " + NOTICED.toSeconds() + " s");
        }
    }

    @Given("the static VPN connection routes {word}, too")
    public void routesToo(String prefix) {
        stage.addStaticRoute(prefix);
    }

    @When("both tunnels fail while the host in the VPC pings the LAN host for {int} s")
    public void bothFail(int seconds) {
        sends(seconds, List.of(lanHost()), () -> tunnels.outside().forEach(address -> lab().blackhole(address, true)));
    }

    @When("tunnel {int} fails while the host in the VPC pings the LAN host for {int} s")
    public void oneFails(int tunnel, int seconds) {
        lab().prefer(tunnels.outside(tunnel), true);
        sends(seconds, List.of(lanHost()), () -> lab().blackhole(tunnels.outside(tunnel), true));
    }

    @When("tunnel {int} fails while the host in the VPC pings the LAN host and {word} for {int} s")
    public void oneFails(int tunnel, String other, int seconds) {
        lab().prefer(tunnels.outside(tunnel), true);
        sends(seconds, List.of(lanHost(), Ipv4Address.of(other)), () -> lab().blackhole(tunnels.outside(tunnel), true));
    }

    @When(
            "tunnel {int} fails for {int} s and comes back, and then tunnel {int} fails while the host in the VPC pings the LAN host for {int} s")
    public void oneReturnsAndTheOtherFails(int first, int down, int second, int seconds) {
        lab().blackhole(tunnels.outside(first), true);
        world.testbed().pass(Duration.ofSeconds(down));
        lab().blackhole(tunnels.outside(first), false);
        tunnels.raise(RETURNS);
        world.testbed().await(RETURNS, () -> isUp(first));
        lab().prefer(tunnels.outside(second), true);
        sends(seconds, List.of(lanHost()), () -> lab().blackhole(tunnels.outside(second), true));
    }

    private Ipv4Address lanHost() {
        return world.testbed().gateway().lanHost().address();
    }

    private void sends(int seconds, List<Ipv4Address> to, Runnable failure) {
        destinations.addAll(to);
        for (Ipv4Address destination : to) {
            Probe probe = new Probe(world, tunnels);
            probe.begin(true, destination, EACH_SECOND, Duration.ofSeconds(seconds));
            probes.add(probe);
        }
        failed = world.testbed().now();
        failure.run();
        for (Probe probe : probes) {
            rows.add(probe.end());
        }
    }

    @Then("from {int} s after the failure on, all that the VPC sent went through tunnel {int}")
    public void wentThrough(int seconds, int tunnel) {
        List<Ipv4Address> through = List.of(tunnels.outside(tunnel));
        Duration bound = Duration.ofSeconds(seconds);
        for (int i = 0; i < probes.size(); i++) {
            ProbeRow row = rows.get(i);
            world.outage(new MeasuredOutage(
                    "a silent failure", "VPC to LAN", EACH_SECOND, row.longestGap(), row.lost(), bound));
            ProbeRow ofTunnel = new ProbeRow(
                    row.begun(), row.interval(), row.sent(), probes.get(i).onTheWire(through));
            assertThat(ofTunnel.lostBetween(failed.plusSeconds(seconds), Instant.MAX))
                    .as("requests to %s that did not go through tunnel %d", destinations.get(i), tunnel)
                    .isZero();
        }
    }

    @Then("from {int} s after the failure on, nothing that the VPC sent has left the AWS side")
    public void nothingLeft(int seconds) {
        Instant from = failed.plusSeconds(seconds);
        Ipv4Address host = Ipv4Address.of(world.vpcHost());
        assertThat(rows.get(0).sentAt(rows.get(0).sent()))
                .as("the last request")
                .isAfter(from);
        assertThat(tunnels.view().packets())
                .as("packets of the AWS side")
                .noneMatch(packet -> packet.time().isAfter(from)
                        && (packet.source().equals(host) || tunnels.outside().contains(packet.source())));
    }
}
