package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the AWS side tells sites by BGP, of each other and of the VPC. */
public final class SiteRouteSteps {
    private final World world;
    private final AllSites sites;
    private final SiteAnnouncements announcements;
    private Instant begun;

    public SiteRouteSteps(World world, AllSites sites, SiteAnnouncements announcements) {
        this.world = world;
        this.sites = sites;
        this.announcements = announcements;
    }

    @When("{int} s go by")
    public void goBy(int seconds) {
        begun = world.testbed().now();
        world.testbed().pass(Duration.ofSeconds(seconds));
    }

    @When("the gateway announces {} instead, and {int} s go by")
    public void announces(String prefixes, int seconds) {
        begun = world.testbed().now();
        world.testbed().gateway().announce(BgpRouteSteps.prefixes(prefixes));
        world.testbed().pass(Duration.ofSeconds(seconds));
    }

    @Then("through both its tunnels, each site is told this by BGP, and nothing else:")
    public void eachIsTold(DataTable rows) {
        Map<Integer, Map<String, String>> expected = new TreeMap<>();
        rows.asMaps()
                .forEach(row -> expected.computeIfAbsent(Integer.parseInt(row.get("site")), site -> new TreeMap<>())
                        .put(row.get("prefix"), row.get("path")));
        assertThat(new TreeSet<>(sites.numbers())).as("sites").isEqualTo(expected.keySet());
        expected.forEach((site, told) -> {
            for (int tunnel : Peerings.BOTH) {
                assertThat(announcements.byAws(site, tunnel))
                        .as("what site %d is told through its tunnel %d", site, tunnel)
                        .isEqualTo(told);
            }
        });
    }

    @Then("through both its tunnels, site {int} was told within {int} s that {word} is withdrawn")
    public void wasWithdrawn(int site, int seconds, String prefix) {
        for (int tunnel : Peerings.BOTH) {
            assertThat(announcements.withdrawn(site, tunnel, Ipv4Prefix.of(prefix), begun))
                    .as("when %s was withdrawn from site %d through its tunnel %d", prefix, site, tunnel)
                    .hasValueSatisfying(at -> assertThat(at).isBeforeOrEqualTo(begun.plusSeconds(seconds)));
        }
    }

    @Then("both gateways announce the same through both their tunnels")
    public void announceTheSame() {
        var first = announcements.byGateway(1, 1).keySet();
        assertThat(first).as("what the gateway announces through tunnel 1").isNotEmpty();
        for (int site : sites.numbers()) {
            for (int tunnel : Peerings.BOTH) {
                assertThat(announcements.byGateway(site, tunnel).keySet())
                        .as("what gateway %d announces through its tunnel %d", site, tunnel)
                        .isEqualTo(first);
            }
        }
    }
}
