package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Several gateways announce one LAN, and the AWS side takes the best path to it. */
public final class PathChoiceSteps {
    private static final Duration SETTLES = Duration.ofSeconds(5);
    /** By the value of the attribute (RFC 4271, section 4.3). */
    private static final List<String> ORIGINS = List.of("IGP", "EGP", "incomplete");

    private final World world;
    private final AllSites sites;
    private final InnerTraffic traffic;

    public PathChoiceSteps(World world, AllSites sites, InnerTraffic traffic) {
        this.world = world;
        this.sites = sites;
        this.traffic = traffic;
    }

    @Given("gateway {int} announces the LAN through both its tunnels with the path {} and origin {word}")
    public void announces(int site, String path, String origin) {
        int value = ORIGINS.indexOf(origin);
        if (value < 0) {
            throw new IllegalArgumentException("no origin: " + origin);
        }
        List<Long> ases = Arrays.stream(path.split(" ")).map(Long::valueOf).toList();
        for (int tunnel : Peerings.BOTH) {
            Ipv4Address hop = sites.inside(site).get(tunnel - 1).plus(1);
            sites.gateway(site)
                    .sendOnSession(
                            tunnel,
                            MadeUpdates.announcing(
                                    List.of(world.testbed().gateway().lan()), value, ases, hop));
        }
        world.testbed().pass(SETTLES);
    }

    @When(
            "the host in the VPC pings the LAN host {int} times, then gateway {int} changes the path to {}, and {int} times more")
    public void pingsBeforeAndAfter(int before, int site, String path, int after) {
        traffic.begin();
        ping(before);
        announces(site, path, "IGP");
        ping(after);
    }

    private void ping(int count) {
        world.testbed().lab().pingFromVpcHost(world.vpcId(), traffic.vpcHost(), traffic.lanHost(), count);
        world.testbed().pass(Duration.ofSeconds(count + 2L));
    }

    @Then("all {int} requests went through tunnels of gateway {int}")
    public void allWentThrough(int count, int site) {
        assertThat(used()).as("gateways of the requests").isEqualTo(Collections.nCopies(count, site));
    }

    @Then(
            "of the {int} requests, the first {int} went through tunnels of gateway {int}, and the last {int} through tunnels of gateway {int}")
    public void wentThroughOneThenTheOther(int count, int before, int first, int after, int second) {
        assertThat(used())
                .as("gateways of the requests")
                .hasSize(count)
                .isEqualTo(Stream.of(Collections.nCopies(before, first), Collections.nCopies(after, second))
                        .flatMap(List::stream)
                        .toList());
    }

    /** Through whose tunnels the host in the VPC sent to the LAN host, packet by packet. */
    private List<Integer> used() {
        return traffic.esp().stream().filter(this::isRequest).map(this::site).toList();
    }

    private boolean isRequest(ObservedPacket.Esp packet) {
        return packet.inner()
                .filter(inner -> inner.source().equals(traffic.vpcHost())
                        && inner.destination().equals(traffic.lanHost()))
                .isPresent();
    }

    /** 0 for what went to no gateway that the scenario knows. */
    private int site(ObservedPacket.Esp packet) {
        return sites.numbers().stream()
                .filter(number -> sites.outside(number).contains(packet.source()))
                .findFirst()
                .orElse(0);
    }
}
