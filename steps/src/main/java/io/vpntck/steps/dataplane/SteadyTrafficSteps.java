package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.steps.capture.ObservedPacket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    @Then("each pair of ESP SAs has SPIs of its own, begins with number 1, and carries nothing once the next one does")
    public void spisChange() {
        List<String> breaches = new ArrayList<>();
        int senders = 0;
        for (Ipv4Address tunnel : tunnels.outside()) {
            Map<Ipv4Address, List<ObservedPacket.Esp>> bySender = new LinkedHashMap<>();
            for (ObservedPacket.Esp packet : tunnels.view().of(ObservedPacket.Esp.class, tunnel)) {
                bySender.computeIfAbsent(packet.source(), s -> new ArrayList<>()).add(packet);
            }
            for (List<ObservedPacket.Esp> sent : bySender.values()) {
                Set<Integer> spis = breaches(sent, breaches);
                senders += spis.size() > 1 ? 1 : 0;
            }
        }
        assertThat(breaches).as("packets out of order of the SAs").isEmpty();
        assertThat(senders).as("senders that have gone over to new SPIs").isGreaterThanOrEqualTo(2);
    }

    /** What is wrong with the packets of one sender; returns its SPIs in order. */
    private static Set<Integer> breaches(List<ObservedPacket.Esp> sent, List<String> breaches) {
        Set<Integer> past = new HashSet<>();
        int current = 0;
        long expected = 1;
        for (ObservedPacket.Esp packet : sent) {
            if (packet.spi() != current) {
                if (past.contains(packet.spi())) {
                    breaches.add("%s: SPI %08x is used again".formatted(packet.time(), packet.spi()));
                    continue;
                }
                current = packet.spi();
                past.add(current);
                expected = 1;
            }
            if (packet.sequence() != expected) {
                breaches.add("%s: SPI %08x has number %d, not %d"
                        .formatted(packet.time(), packet.spi(), packet.sequence(), expected));
            }
            expected = packet.sequence() + 1;
        }
        return past;
    }
}
