package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.util.List;

/** Where packets to the AWS side come from. */
public final class AddressSteps {
    private final World world;
    private final Tunnels tunnels;

    public AddressSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    @Then("each packet to the AWS side comes from the registered address {word}")
    public void eachComesFrom(String address) {
        assertSources(Ipv4Address.of(address));
    }

    @Then("each packet to the AWS side comes from the registered address")
    public void eachComesFromTheRegisteredAddress() {
        assertSources(world.testbed().gateway().outsideAddress());
    }

    private void assertSources(Ipv4Address registered) {
        List<Ipv4Address> aws = tunnels.outside();
        List<ObservedPacket> sent = tunnels.view().packets().stream()
                .filter(packet -> aws.contains(packet.destination()))
                .toList();
        sent.stream().filter(p -> !p.source().equals(registered)).forEach(p -> world.notes()
                .breaks(p, "not from the registered address"));
        assertThat(sent.stream().map(ObservedPacket::source))
                .as("sources of packets to the AWS side")
                .isNotEmpty()
                .containsOnly(registered);
    }
}
