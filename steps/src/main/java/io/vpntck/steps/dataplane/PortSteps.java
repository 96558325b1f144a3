package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.steps.capture.ObservedPacket;
import java.util.List;

/** The UDP ports at both ends of a tunnel. */
public final class PortSteps {
    private final Tunnels tunnels;

    public PortSteps(Tunnels tunnels) {
        this.tunnels = tunnels;
    }

    @Then("IKE of both tunnels goes from UDP port {int} to UDP port {int} alone")
    public void ikeGoesBetween(int source, int destination) {
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<ObservedPacket.Ike> ike = tunnels.view().of(ObservedPacket.Ike.class, tunnel);
            assertThat(ike).as("IKE to " + tunnel).anyMatch(m -> m.destination().equals(tunnel));
            assertThat(ike).as("IKE from " + tunnel).anyMatch(m -> m.source().equals(tunnel));
            assertThat(ike)
                    .as("IKE with " + tunnel)
                    .allMatch(m -> NatMessages.sourcePort(m).orElse(0) == source
                            && NatMessages.destinationPort(m).orElse(0) == destination);
        }
    }

    @Then("no packet comes from or goes to UDP port {int}")
    public void nothingOnPort(int port) {
        assertThat(tunnels.view().packets())
                .as("packets on UDP port " + port)
                .noneMatch(p -> NatMessages.sourcePort(p).orElse(0) == port
                        || NatMessages.destinationPort(p).orElse(0) == port);
    }
}
