package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.glue.Sites;
import io.vpntck.steps.glue.World;
import io.vpntck.steps.run.MeasuredOutage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Traffic of a VPC with several gateways of a customer's: which of them gets it. */
public final class SeveralGatewaysSteps {
    private static final int EACH_SECOND = 10;
    private static final Duration BEFORE = Duration.ofSeconds(5);

    private final World world;
    private final Tunnels tunnels;
    private final Sites sites;
    private final Probe probe;
    private final Map<GatewayUnderTest, LanHost.Ping> pings = new LinkedHashMap<>();
    private ProbeRow row;
    private String cause = "";
    private Instant gone;
    private Instant back;
    private Instant begun;

    public SeveralGatewaysSteps(World world, Tunnels tunnels, Sites sites, Probe probe) {
        this.world = world;
        this.tunnels = tunnels;
        this.sites = sites;
        this.probe = probe;
    }

    @When("the gateway falls silent while the host in the VPC pings the LAN host for {int} s")
    public void fallsSilent(int seconds) {
        probe.begin(true, EACH_SECOND, Duration.ofSeconds(seconds));
        gone = world.testbed().now();
        back = Instant.MAX;
        tunnels.outside().forEach(address -> world.testbed().lab().blackhole(address, true));
        row = probe.end();
        cause = "a gateway of two falls silent";
    }

    @When(
            "the gateway is stopped for {int} s and started again, while the host in the VPC pings the LAN host for {int} s")
    public void isServiced(int away, int seconds) {
        probe.begin(true, EACH_SECOND, Duration.ofSeconds(seconds));
        world.testbed().pass(BEFORE);
        gone = world.testbed().now();
        world.testbed().gateway().stop();
        world.testbed().pass(Duration.ofSeconds(away));
        back = world.testbed().now();
        world.testbed().gateway().start();
        tunnels.raise(Duration.ofSeconds(60));
        row = probe.end();
        cause = "a gateway of two is serviced";
    }

    private void note(int seconds) {
        world.outage(new MeasuredOutage(
                cause, "VPC to LAN", EACH_SECOND, row.longestGap(), row.lost(), Duration.ofSeconds(seconds)));
    }

    private Set<Integer> throughOthers() {
        return probe.onTheWire(
                sites.all().stream().flatMap(site -> site.outside().stream()).toList());
    }

    @Then("from {int} s after that on, all that the VPC sent went through the second gateway, until the first is back")
    public void wentThroughTheSecond(int seconds) {
        note(seconds);
        ProbeRow through = new ProbeRow(row.begun(), row.interval(), row.sent(), throughOthers());
        assertThat(through.lostBetween(gone.plusSeconds(seconds), back))
                .as("requests that did not go through the second gateway")
                .isZero();
    }

    /** More than 10 s is told to the reader. */
    @Then("traffic was interrupted for {int} s at most, and went on once the first is back")
    public void interruptedAtMost(int seconds) {
        if (row.longestGap().toSeconds() > 10) {
            world.log("warning: traffic was interrupted for " + row.longestGap().toMillis() + " ms");
        }
        assertThat(row.longestGap()).as("longest gap").isLessThanOrEqualTo(Duration.ofSeconds(seconds));
        assertThat(row.lostBetween(row.sentAt(row.sent() - 5 * EACH_SECOND), Instant.MAX))
                .as("requests lost in the last 5 s")
                .isZero();
    }

    @Then("nothing that the VPC sent went through the tunnels of the other site")
    public void nothingWentElsewhere() {
        assertThat(sites.all()).as("other sites").isNotEmpty();
        assertThat(tunnels.view().all(ObservedPacket.Esp.class))
                .as("packets for the LAN host in ESP of the other connections")
                .noneMatch(packet -> isOfOthers(packet.source()) && isTo(packet, lanHost()));
    }

    private boolean isOfOthers(Ipv4Address address) {
        return sites.all().stream().anyMatch(site -> site.outside().contains(address));
    }

    private static boolean isTo(ObservedPacket.Esp packet, Ipv4Address address) {
        return packet.inner().filter(p -> p.destination().equals(address)).isPresent();
    }

    private Ipv4Address lanHost() {
        return world.testbed().gateway().lanHost().address();
    }

    @When("the LAN host of each site pings the host in the VPC {int} times")
    public void eachSitePings(int count) {
        begun = world.testbed().now();
        pings.put(world.testbed().gateway(), ping(world.testbed().gateway(), count));
        sites.all().forEach(site -> pings.put(site.gateway(), ping(site.gateway(), count)));
        world.testbed()
                .await(Duration.ofSeconds(30), () -> pings.values().stream().allMatch(LanHost.Ping::finished));
    }

    private LanHost.Ping ping(GatewayUnderTest gateway, int count) {
        return gateway.lanHost().ping(Ipv4Address.of(world.vpcHost()), count, Duration.ofMillis(200));
    }

    @Then("all {int} pings of each site are answered")
    public void allAreAnswered(int count) {
        assertThat(pings.values())
                .as("answered pings of each site")
                .extracting(LanHost.Ping::received)
                .containsOnly(count);
    }

    @Then("each answer went through the tunnels of its own site's connection")
    public void eachWentThroughItsOwn() {
        Map<Ipv4Address, List<Ipv4Address>> own = new LinkedHashMap<>();
        own.put(lanHost(), tunnels.outside());
        sites.all().forEach(site -> own.put(site.gateway().lanHost().address(), site.outside()));
        for (ObservedPacket.Esp packet : tunnels.view().all(ObservedPacket.Esp.class)) {
            own.forEach((host, outside) -> {
                if (!packet.time().isBefore(begun) && isTo(packet, host)) {
                    assertThat(packet.source())
                            .as("outside address that sent to " + host)
                            .isIn(outside);
                }
            });
        }
    }
}
