package io.vpntck.steps.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.glue.Sites;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;

/** What CloudWatch counts of traffic between two sites. */
public final class HubMetricSteps {
    private static final Duration BACK = Duration.ofMinutes(10);

    private final World world;
    private final Metrics metrics;
    private final Sites sites;

    public HubMetricSteps(World world, Metrics metrics, Sites sites) {
        this.world = world;
        this.metrics = metrics;
        this.sites = sites;
    }

    @Then("TunnelDataIn of the gateway's connection and TunnelDataOut of that of site 2 count {int} octets or more")
    public void bothCount(int octets) {
        Instant since = world.testbed().now().minus(BACK);
        List<String> others =
                sites.all().get(0).outside().stream().map(Ipv4Address::toString).toList();
        metrics.await(() -> sum("TunnelDataIn", metrics.outsideAddresses(), since) >= octets
                && sum("TunnelDataOut", others, since) >= octets);
        assertThat(sum("TunnelDataIn", metrics.outsideAddresses(), since))
                .as("TunnelDataIn of the gateway's connection")
                .isGreaterThanOrEqualTo(octets);
        assertThat(sum("TunnelDataOut", others, since))
                .as("TunnelDataOut of the connection of site 2")
                .isGreaterThanOrEqualTo(octets);
    }

    private double sum(String name, List<String> addresses, Instant since) {
        return addresses.stream()
                .flatMap(address ->
                        metrics
                                .statistics(
                                        name,
                                        metrics.tunnel(address),
                                        since,
                                        world.testbed().now())
                                .stream())
                .mapToDouble(Datapoint::sum)
                .sum();
    }
}
