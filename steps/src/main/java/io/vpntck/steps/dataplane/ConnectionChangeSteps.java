package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.AccessParts;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A VPN connection that is deleted, and another in its place. */
public final class ConnectionChangeSteps {
    private static final String OLD = "with the old configuration";
    private static final String NEW = "with the new configuration";

    private final World world;
    private final Stage stage;
    private final AccessParts parts;
    private final LanTraffic traffic;
    private final Tunnels tunnels;
    private final Probe probe;
    private String oldDocument = "";
    private List<Ipv4Address> oldAddresses = List.of();
    private Instant deleted;

    public ConnectionChangeSteps(
            World world, Stage stage, AccessParts parts, LanTraffic traffic, Tunnels tunnels, Probe probe) {
        this.world = world;
        this.stage = stage;
        this.parts = parts;
        this.traffic = traffic;
        this.tunnels = tunnels;
        this.probe = probe;
    }

    @When(
            "the VPN connection is deleted and made anew, and the LAN host pings the host in the VPC for {int} s with the old configuration and as long with the new one")
    public void isMadeAnew(int seconds) {
        oldDocument = world.configuration();
        oldAddresses = tunnels.outside();
        parts.takeAway("the VPN connection");
        stage.anotherStaticConnection();
        traffic.begin(10 * 60 * 5);
        traffic.part(OLD, Duration.ofSeconds(seconds));
        world.testbed().gateway().stop();
        stage.takeTheNewConfiguration();
        traffic.part(NEW, Duration.ofSeconds(seconds));
        traffic.end();
    }

    @Then("the new configuration has other outside addresses or other pre-shared keys than the old one")
    public void theConfigurationsDiffer() {
        boolean others = !tunnels.outside().equals(oldAddresses);
        boolean otherKeys = tunnels.configuration().preSharedKeys().stream().noneMatch(oldDocument::contains);
        assertThat(others || otherKeys).as("other addresses or other keys").isTrue();
    }

    @Then("no ping was answered with the old configuration, and pings were with the new one")
    public void onlyTheNewWorks() {
        assertThat(traffic.answered().get(OLD)).as(OLD).isZero();
        assertThat(traffic.answered().get(NEW)).as(NEW).isPositive();
    }

    @When("the VPN connection is deleted while the host in the VPC pings the LAN host for {int} s")
    public void isDeleted(int seconds) {
        oldAddresses = tunnels.outside();
        probe.begin(true, 10, Duration.ofSeconds(seconds));
        world.testbed().pass(Duration.ofSeconds(5));
        parts.takeAway("the VPN connection");
        deleted = world.testbed().now();
        probe.end();
    }

    @Then("from {int} s after it is shown as deleted on, nothing comes from its outside addresses")
    public void nothingComes(int seconds) {
        Instant from = deleted.plusSeconds(seconds);
        List<ObservedPacket> late = tunnels.view().packets().stream()
                .filter(packet -> packet.time().isAfter(from) && oldAddresses.contains(packet.source()))
                .toList();
        late.forEach(packet -> world.notes().breaks(packet, "from a connection that was deleted"));
        assertThat(late).as("packets from the old outside addresses").isEmpty();
    }

    @Then("nothing that the VPC sent was lost before it was deleted")
    public void nothingWasLostBefore() {
        Ipv4Address host = Ipv4Address.of(world.vpcHost());
        assertThat(tunnels.view().all(ObservedPacket.Esp.class))
                .as("requests of the VPC in ESP before the deletion")
                .filteredOn(packet -> packet.time().isBefore(deleted)
                        && packet.inner().filter(p -> p.source().equals(host)).isPresent())
                .hasSizeGreaterThanOrEqualTo(40);
    }
}
