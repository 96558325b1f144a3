package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.reference.bgp.OpenMessage;
import java.util.function.Predicate;

/** What both sides say in their OPEN messages through each tunnel. */
public final class BgpOpenSteps {
    private final Peerings peerings;

    public BgpOpenSteps(Peerings peerings) {
        this.peerings = peerings;
    }

    @Then("the AWS side says AS {long} in its OPEN through each tunnel")
    public void awsSays(long as) {
        ofAws(open -> open.as() == as, "AS " + as);
    }

    @Then("with AS numbers of four octets")
    public void fourOctets() {
        ofAws(OpenMessage::hasFourOctetAs, "capability 65");
    }

    @Then("the AWS side says AS {int} in the header of its OPEN through each tunnel, and AS {long} in capability 65")
    public void awsSaysBoth(int header, long capability) {
        ofAws(open -> open.myAs() == header, "AS " + header + " in the header");
        ofAws(OpenMessage::hasFourOctetAs, "capability 65");
        ofAws(open -> open.as() == capability, "AS " + capability);
    }

    @Then("the gateway says AS {long} in its OPEN through each tunnel")
    public void gatewaySays(long as) {
        ofGateway(open -> open.as() == as, "AS " + as);
    }

    @Then("the gateway announces no AS number of four octets in its OPEN through each tunnel")
    public void gatewayKnowsTwoOctets() {
        ofGateway(open -> !open.hasFourOctetAs(), "no capability 65");
    }

    @Then("the gateway offers a hold time of {int} s on each session")
    public void gatewayOffers(int seconds) {
        ofGateway(open -> open.holdTime() == seconds, "hold time " + seconds);
    }

    private void ofAws(Predicate<OpenMessage> which, String words) {
        for (int tunnel : Peerings.BOTH) {
            assertThat(peerings.fromAws(tunnel, OpenMessage.class))
                    .as("OPEN of the AWS side, tunnel %d", tunnel)
                    .isNotEmpty()
                    .allMatch(which, words);
        }
    }

    private void ofGateway(Predicate<OpenMessage> which, String words) {
        for (int tunnel : Peerings.BOTH) {
            assertThat(peerings.fromGateway(tunnel, OpenMessage.class))
                    .as("OPEN of the gateway, tunnel %d", tunnel)
                    .isNotEmpty()
                    .allMatch(which, words);
        }
    }
}
