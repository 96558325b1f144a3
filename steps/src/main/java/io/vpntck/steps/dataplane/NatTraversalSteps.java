package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IdentificationPayload;
import io.vpntck.reference.isakmp.NatDiscoveryPayload;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.isakmp.Transform;
import io.vpntck.reference.isakmp.VendorIdPayload;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.World;
import java.util.List;

/** Detection of a NAT device, port 4500 and UDP encapsulation, as the outside capture shows them. */
public final class NatTraversalSteps {
    /** RFC 3947, section 3.1. */
    private static final Octets VENDOR_ID = Octets.ofHex("4a131c81070358455c5728f20e95452f");
    /** RFC 2407, section 4.5, and RFC 3947, section 5.1. */
    private static final int ENCAPSULATION_MODE = 4;

    private static final long UDP_ENCAPSULATED_TUNNEL = 3;

    private final World world;
    private final Tunnels tunnels;

    public NatTraversalSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    @Then("the AWS side shows the vendor id of NAT traversal and two discovery payloads in main mode of each tunnel")
    public void theAwsSideTakesPart() {
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<ObservedPacket.Ike> answers = new NatMessages(tunnels, tunnel)
                    .fromAws().stream().filter(NatMessages::isMainMode).toList();
            assertThat(answers)
                    .as("main mode messages from " + tunnel + " with the vendor id of RFC 3947")
                    .anyMatch(NatTraversalSteps::showsVendorId);
            assertThat(answers)
                    .as("main mode messages from " + tunnel + " with two discovery payloads")
                    .anyMatch(m -> discoveryPayloads(m) == 2);
            answers.stream().filter(m -> discoveryPayloads(m) == 2).forEach(m -> world.notes()
                    .proves(m, "takes part in the discovery of NAT devices"));
        }
    }

    private static boolean showsVendorId(ObservedPacket.Ike message) {
        return message.payloads().stream()
                .flatMap(payloads -> payloads.all(VendorIdPayload.class).stream())
                .anyMatch(vendor -> vendor.data().equals(VENDOR_ID));
    }

    private static int discoveryPayloads(ObservedPacket.Ike message) {
        return message.payloads()
                .map(payloads -> payloads.all(NatDiscoveryPayload.class).size())
                .orElse(0);
    }

    @Then("messages 1 to 4 of each main mode go over UDP port {int} of the AWS side")
    public void theFirstFourGoOver(int port) {
        for (Ipv4Address tunnel : tunnels.outside()) {
            NatMessages messages = new NatMessages(tunnels, tunnel);
            assertThat(messages.firstFour().stream().map(messages::awsPort))
                    .as("AWS side's ports of messages 1 to 4 with " + tunnel)
                    .hasSizeGreaterThanOrEqualTo(4)
                    .containsOnly(port);
        }
    }

    @Then(
            "from message 5 on both sides of each tunnel send IKE over UDP port {int} of the AWS side, behind the non-ESP marker")
    public void theOthersGoOver(int port) {
        for (Ipv4Address tunnel : tunnels.outside()) {
            NatMessages messages = new NatMessages(tunnels, tunnel);
            List<ObservedPacket.Ike> later = messages.fromFive();
            later.stream().filter(m -> messages.awsPort(m) != port).forEach(m -> world.notes()
                    .breaks(m, "stays on another port"));
            // What has no marker on port 4500 is no IKE message to this capture, but ESP.
            assertThat(later).as("encrypted messages to " + tunnel).anyMatch(messages::toAws);
            assertThat(later).as("encrypted messages from " + tunnel).anyMatch(m -> !messages.toAws(m));
            assertThat(later.stream().map(messages::awsPort))
                    .as("AWS side's ports of the messages from 5 on with " + tunnel)
                    .containsOnly(port);
        }
    }

    @Then("each quick mode of the gateway proposes UDP-encapsulated tunnel mode")
    public void quickModesProposeUdpEncapsulation() {
        for (Ipv4Address tunnel : tunnels.outside()) {
            NatMessages messages = new NatMessages(tunnels, tunnel);
            List<ObservedPacket.Ike> proposing = messages.fromFive().stream()
                    .filter(messages::toAws)
                    .filter(m -> m.message().header().exchange() == ExchangeType.QUICK_MODE.id())
                    .filter(m -> !transforms(m).isEmpty())
                    .toList();
            assertThat(proposing).as("quick modes to " + tunnel).isNotEmpty();
            for (ObservedPacket.Ike message : proposing) {
                assertThat(transforms(message))
                        .as("encapsulation modes proposed to " + tunnel)
                        .allMatch(t -> t.attribute(ENCAPSULATION_MODE).orElse(0) == UDP_ENCAPSULATED_TUNNEL);
                world.notes().proves(message, "UDP-encapsulated tunnel mode");
            }
        }
    }

    private static List<Transform> transforms(ObservedPacket.Ike message) {
        return message.payloads().flatMap(payloads -> payloads.first(SecurityAssociationPayload.class)).stream()
                .flatMap(sa -> sa.proposals().stream())
                .flatMap(proposal -> proposal.transforms().stream())
                .toList();
    }

    @Then("the gateway shows its own address, behind the NAT device, as its identity")
    public void theIdentityIsPrivate() {
        Ipv4Address own = world.testbed().access().gatewayAddress();
        for (Ipv4Address tunnel : tunnels.outside()) {
            NatMessages messages = new NatMessages(tunnels, tunnel);
            List<IdentificationPayload> shown = messages.fromFive().stream()
                    .filter(messages::toAws)
                    .filter(NatMessages::isMainMode)
                    .flatMap(m -> m.payloads().stream())
                    .flatMap(payloads -> payloads.first(IdentificationPayload.class).stream())
                    .toList();
            assertThat(shown)
                    .as("identities shown to " + tunnel)
                    .isNotEmpty()
                    .allMatch(id -> id.idType() == IdentificationPayload.ID_IPV4_ADDR
                            && id.data().equals(own.octets()));
        }
    }

    @Then("the AWS side sends nothing from UDP port {int}")
    public void nothingFromPort(int port) {
        List<Ipv4Address> aws = tunnels.outside();
        assertThat(tunnels.view().packets())
                .as("packets of the AWS side from port " + port)
                .filteredOn(packet -> aws.contains(packet.source()))
                .noneMatch(packet -> NatMessages.sourcePort(packet).orElse(0) == port);
    }
}
