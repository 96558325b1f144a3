package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.glue.Configuration;
import io.vpntck.steps.glue.Migration;
import io.vpntck.steps.glue.World;
import io.vpntck.steps.run.MeasuredOutage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.PropagatingVgw;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** What a migration did to traffic, routes and tunnels. */
public final class MigrationTrafficResultSteps {
    /** What the kit's own steps of a move are given. */
    private static final Duration MOVE = Duration.ofSeconds(120);

    private final World world;
    private final Migration migration;
    private final Tunnels tunnels;
    private final LanTraffic traffic;
    private final Outage outage;
    private String lost = "";

    public MigrationTrafficResultSteps(
            World world, Migration migration, Tunnels tunnels, LanTraffic traffic, Outage outage) {
        this.world = world;
        this.migration = migration;
        this.tunnels = tunnels;
        this.traffic = traffic;
        this.outage = outage;
    }

    @Then("the new connection is in the category {word}")
    public void theNewConnectionIsIn(String category) {
        assertThat(migration.newConnectionNow().category()).as("category").isEqualTo(category);
    }

    @Then("the old connection is in the category {word}")
    public void theOldConnectionIsIn(String category) {
        assertThat(migration.oldConnection().category()).as("category").isEqualTo(category);
    }

    private String lan() {
        return world.testbed().gateway().lan().toString();
    }

    @Then("the route table leads the LAN to the new virtual private gateway, and nothing to the old one")
    public void theRouteTableLeadsToTheNew() {
        RouteTable table = migration.routeTable();
        assertThat(table.routes())
                .as("routes to the LAN")
                .filteredOn(r -> lan().equals(r.destinationCidrBlock()))
                .extracting(Route::gatewayId)
                .containsExactly(migration.newGatewayId());
        assertThat(table.routes())
                .as("routes")
                .noneMatch(r -> migration.oldGatewayId().equals(r.gatewayId()));
        assertThat(propagating(table))
                .as("propagating virtual private gateways")
                .doesNotContain(migration.oldGatewayId());
    }

    @Then("the route table has neither a route to the LAN nor a propagating virtual private gateway")
    public void theRouteTableHasNothing() {
        RouteTable table = migration.routeTable();
        assertThat(table.routes())
                .as("destinations")
                .extracting(Route::destinationCidrBlock)
                .doesNotContain(lan());
        assertThat(propagating(table))
                .as("propagating virtual private gateways")
                .isEmpty();
    }

    private static List<String> propagating(RouteTable table) {
        return table.propagatingVgws().stream().map(PropagatingVgw::gatewayId).toList();
    }

    @Then("all {int} pings came back through the tunnels of the {word} connection")
    public void allPingsCameBack(int count, String which) {
        traffic.assertAllCameBackThrough(
                count, which.equals("old") ? migration.oldConnection() : migration.newConnectionNow());
    }

    @Then("pings were answered until {}")
    public void pingsWereAnsweredUntil(String moment) {
        lost = moment;
        assertThat(traffic.answered()).as("answers in each part").containsKey(moment);
        for (Map.Entry<String, Integer> part : traffic.answered().entrySet()) {
            if (part.getKey().equals(moment)) {
                return;
            }
            assertThat(part.getValue()).as("answers, part: %s", part.getKey()).isPositive();
        }
    }

    @Then("no ping was answered from then on")
    public void noPingWasAnsweredFromThenOn() {
        boolean after = false;
        for (Map.Entry<String, Integer> part : traffic.answered().entrySet()) {
            after |= part.getKey().equals(lost);
            if (after) {
                assertThat(part.getValue())
                        .as("answers, part: %s", part.getKey())
                        .isZero();
            }
        }
    }

    @Then("no ping was answered before the last of them")
    public void noPingWasAnsweredBeforeTheLast() {
        traffic.answered().forEach((part, count) -> {
            if (!part.equals(MigrationTrafficSteps.LAST)) {
                assertThat(count).as("answers after the change: %s", part).isZero();
            }
        });
    }

    @Then("pings were answered afterwards")
    public void pingsWereAnsweredAfterwards() {
        assertThat(traffic.answered().get(MigrationTrafficSteps.LAST))
                .as("answers after the last change")
                .isPositive();
    }

    @Then("the length of the outage is noted")
    public void theOutageIsNoted() {
        assertThat(outage.length()).as("length of the outage").isPresent();
        Duration length = outage.length().orElseThrow();
        int lost = (int) (length.toMillis() / LanTraffic.INTERVAL.toMillis());
        world.outage(new MeasuredOutage(
                "a move from AWS Classic VPN", "LAN to VPC", LanTraffic.EACH_SECOND, length, lost, MOVE));
    }

    @Then("the gateway sends nothing to the old tunnels for {int} s")
    public void theGatewaySendsNothingToTheOld(int seconds) {
        world.testbed().pass(Duration.ofSeconds(seconds));
        List<Ipv4Address> old = Configuration.of(migration.oldConnection()).outsideAddresses().stream()
                .map(Ipv4Address::of)
                .toList();
        // The Delete payloads of a device that stops in good order are the last that the old tunnels hear.
        assertThat(tunnels.view().packets())
                .as("packets to the old outside addresses after the device was switched")
                .noneMatch(packet -> old.contains(packet.destination())
                        && packet.time().isAfter(outage.begun().plusSeconds(10)));
    }
}
