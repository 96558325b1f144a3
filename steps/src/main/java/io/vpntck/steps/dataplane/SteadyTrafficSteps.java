package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.OutsideView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Traffic over a longer time: whether all of it comes through, once, in SAs whose numbers begin anew. */
public final class SteadyTrafficSteps {
    private final SteadyTraffic traffic;
    private final Tunnels tunnels;

    public SteadyTrafficSteps(SteadyTraffic traffic, Tunnels tunnels) {
        this.traffic = traffic;
        this.tunnels = tunnels;
    }

    @When("the LAN host pings the host in the VPC every {int} s for {int} s")
    public void pingsTheVpcHost(int interval, int seconds) {
        traffic.during(Duration.ofSeconds(seconds), Duration.ofSeconds(interval), List.of(traffic.vpcHost()));
    }

    @When("the LAN host pings the AWS side's inside address of each tunnel every {int} s for {int} s")
    public void pingsTheInsideAddresses(int interval, int seconds) {
        traffic.during(Duration.ofSeconds(seconds), Duration.ofSeconds(interval), tunnels.inside());
    }

    @When("{int} s go by without traffic")
    public void timeGoesBy(int seconds) {
        traffic.during(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds), List.of());
    }

    @Then("every ping was answered, once")
    public void everyPingWasAnswered() {
        assertThat(traffic.sent()).as("pings sent").isPositive();
        assertThat(traffic.received()).as("pings answered").isEqualTo(traffic.sent());
        List<Ipv4Packet> inner = tunnels.view().all(ObservedPacket.Esp.class).stream()
                .filter(packet -> !packet.time().isBefore(traffic.begun()))
                .flatMap(packet -> packet.inner().stream())
                .filter(packet -> packet.protocol() == Ipv4Packet.ICMP)
                .toList();
        assertThat(inner)
                .as("echo requests and replies in ESP")
                .hasSize(2 * traffic.sent())
                .extracting(packet -> packet.source() + " " + packet.payload())
                .doesNotHaveDuplicates();
    }

    @Then(
            "each pair of ESP SAs has SPIs of its own, begins with number 1, and carries nothing a second after the next one was made")
    public void spisChange() {
        OutsideView view = tunnels.view();
        List<String> breaches = new ArrayList<>();
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<Instant> made = Exchanges.completions(new Exchanges(view, tunnel).quickModes());
            Map<Ipv4Address, List<ObservedPacket.Esp>> bySender = new LinkedHashMap<>();
            for (ObservedPacket.Esp packet : view.of(ObservedPacket.Esp.class, tunnel)) {
                bySender.computeIfAbsent(packet.source(), s -> new ArrayList<>())
                        .add(packet);
            }
            assertThat(bySender.keySet()).as("senders on tunnel " + tunnel).hasSize(2);
            bySender.values().forEach(sent -> breaches.addAll(SpiOrder.breaches(sent, made)));
        }
        assertThat(breaches).as("packets out of order of the SAs").isEmpty();
    }
}
