package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** ESP through a NAT device, and what is inside it. */
public final class NatTrafficSteps {
    private final World world;
    private final Tunnels tunnels;
    private final NatEvents events;
    private final LanTraffic traffic;

    public NatTrafficSteps(World world, Tunnels tunnels, NatEvents events, LanTraffic traffic) {
        this.world = world;
        this.tunnels = tunnels;
        this.events = events;
        this.traffic = traffic;
    }

    @Then("ESP goes in UDP in both directions of each tunnel, and never as IP protocol 50")
    public void espIsEncapsulated() {
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<ObservedPacket.Esp> esp = tunnels.view().of(ObservedPacket.Esp.class, tunnel);
            assertThat(esp)
                    .as("ESP to " + tunnel + " that a key opens")
                    .anyMatch(p -> p.destination().equals(tunnel) && p.inner().isPresent());
            assertThat(esp)
                    .as("ESP from " + tunnel + " that a key opens")
                    .anyMatch(p -> p.source().equals(tunnel) && p.inner().isPresent());
            assertThat(esp).as("ESP with " + tunnel).allMatch(ObservedPacket.Esp::inUdp);
        }
    }

    @Then("no ESP is on the outside network")
    public void noEsp() {
        assertThat(tunnels.view().all(ObservedPacket.Esp.class)).as("ESP").isEmpty();
    }

    @Then("each packet for the host in the VPC comes out of its tunnel with the LAN host's own address")
    public void innerSourcesAreUnchanged() {
        Ipv4Address vpcHost = Ipv4Address.of(world.vpcHost());
        List<ObservedPacket.Esp> inside = tunnels.view().all(ObservedPacket.Esp.class).stream()
                .filter(p ->
                        p.inner().filter(i -> i.destination().equals(vpcHost)).isPresent())
                .toList();
        Ipv4Address lanHost = world.testbed().gateway().lanHost().address();
        inside.stream().filter(p -> !inner(p).source().equals(lanHost)).forEach(p -> world.notes()
                .breaks(p, "the inner source is not the LAN host's"));
        assertThat(inside.stream().map(p -> inner(p).source()))
                .as("inner sources of packets for " + vpcHost)
                .isNotEmpty()
                .containsOnly(lanHost);
    }

    private static Ipv4Packet inner(ObservedPacket.Esp packet) {
        return packet.inner().orElseThrow();
    }

    @Then("the gateway lets no {int} s go by without a packet through the NAT device")
    public void theMappingIsRefreshed(int seconds) {
        for (Ipv4Address tunnel : tunnels.outside()) {
            Instant last = events.disturbed();
            List<ObservedPacket> sent = tunnels.view().packets().stream()
                    .filter(p -> p.destination().equals(tunnel))
                    .filter(p ->
                            p.time().isAfter(events.disturbed()) && p.time().isBefore(events.resumed()))
                    .toList();
            assertThat(sent).as("packets to " + tunnel + " in the idle time").isNotEmpty();
            for (ObservedPacket packet : sent) {
                assertThat(Duration.between(last, packet.time()))
                        .as("pause before the packet of " + packet.time() + " to " + tunnel)
                        .isLessThan(Duration.ofSeconds(seconds));
                last = packet.time();
            }
        }
    }

    @Then("the LAN host answers all {int} pings of the host in the VPC through ESP in UDP")
    public void theLanHostAnswers(int count) {
        Ipv4Address lanHost = world.testbed().gateway().lanHost().address();
        assertThat(tunnels.view().all(ObservedPacket.Esp.class))
                .as("echo replies of the LAN host after the idle time")
                .filteredOn(p -> !p.time().isBefore(events.resumed()) && p.inUdp())
                .filteredOn(
                        p -> p.inner().filter(i -> i.source().equals(lanHost)).isPresent())
                .hasSize(count);
    }

    @Then("ESP of the gateway comes from another UDP port than before, and pings are answered again within {int} s")
    public void itGoesOnFromAnotherPort(int seconds) {
        Instant change = events.disturbed();
        List<ObservedPacket.Esp> esp = tunnels.view().all(ObservedPacket.Esp.class);
        List<Integer> before = ports(esp, p -> !p.time().isAfter(change));
        List<Integer> after = ports(esp, p -> p.time().isAfter(change));
        assertThat(before).as("ports before").isNotEmpty();
        assertThat(after).as("ports after").isNotEmpty().doesNotContainAnyElementsOf(before);
        Ipv4Address lanHost = world.testbed().gateway().lanHost().address();
        Instant limit = change.plusSeconds(seconds);
        assertThat(esp)
                .as("echo replies to the LAN host within " + seconds + " s of the change, to a new port")
                .filteredOn(p -> p.time().isAfter(change) && p.time().isBefore(limit))
                .filteredOn(p -> after.contains(NatMessages.destinationPort(p).orElse(0)))
                .anyMatch(p ->
                        p.inner().filter(i -> i.destination().equals(lanHost)).isPresent());
        assertThat(traffic.answered().get("after"))
                .as("pings answered after the change")
                .isPositive();
    }

    private List<Integer> ports(List<ObservedPacket.Esp> esp, Predicate<ObservedPacket> when) {
        List<Ipv4Address> aws = tunnels.outside();
        return esp.stream()
                .filter(p -> aws.contains(p.destination()) && when.test(p))
                .map(p -> NatMessages.sourcePort(p).orElse(0))
                .distinct()
                .toList();
    }
}
