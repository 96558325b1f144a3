package io.vpntck.steps.glue;

import io.cucumber.java.en.Given;

/** A second gateway behind the NAT device. */
public final class NeighbourSteps {
    private final Neighbour neighbour;

    public NeighbourSteps(Neighbour neighbour) {
        this.neighbour = neighbour;
    }

    @Given(
            "a second gateway behind the same NAT device has a static VPN connection of its own to a VPC {word} with a host at {word}")
    public void aSecondGateway(String cidr, String host) {
        neighbour.appear(cidr, host);
    }
}
