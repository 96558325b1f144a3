package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.steps.glue.SiteRanges;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.List;

/** Whether what several sites announce by BGP overlaps. */
public final class AnnouncedRangeSteps {
    private static final Duration SETTLES = Duration.ofSeconds(5);

    private final World world;
    private final AllSites sites;
    private final SiteAnnouncements announcements;

    public AnnouncedRangeSteps(World world, AllSites sites, SiteAnnouncements announcements) {
        this.world = world;
        this.sites = sites;
        this.announcements = announcements;
    }

    @When("site {int} announces {} instead")
    public void announces(int site, String prefixes) {
        sites.gateway(site).announce(BgpRouteSteps.prefixes(prefixes));
        world.testbed().pass(SETTLES);
    }

    @Then("the kit reports of what the sites announce that {word} and {word} overlap")
    public void theKitReports(String one, String other) {
        assertThat(overlaps()).as("announcements of sites that overlap").containsExactly(one + " and " + other);
    }

    @Then("the kit reports nothing of what the sites announce")
    public void theKitReportsNothing() {
        assertThat(overlaps()).as("announcements of sites that overlap").isEmpty();
    }

    /** Reads what each site announces through its first tunnel. */
    private List<String> overlaps() {
        SiteRanges ranges = new SiteRanges();
        for (int site : sites.numbers()) {
            var announced = announcements.byGateway(site, 1).keySet();
            assertThat(announced).as("what site %d announces", site).isNotEmpty();
            announced.forEach(prefix -> ranges.add(Ipv4Prefix.of(prefix)));
        }
        ranges.overlaps().forEach(found -> world.log("sites with announcements that overlap: " + found));
        return ranges.overlaps();
    }
}
