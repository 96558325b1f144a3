package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.NatDiscoveryPayload;
import io.vpntck.reference.isakmp.VendorIdPayload;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the two categories take in phase 1 and phase 2, and NAT traversal. */
public final class ClassicTunnelSteps {
    /** RFC 3947, section 3.1. */
    private static final Octets NAT_TRAVERSAL = Octets.ofHex("4a131c81070358455c5728f20e95452f");

    private final World world;
    private final Stage stage;
    private final Tunnels tunnels;

    public ClassicTunnelSteps(World world, Stage stage, Tunnels tunnels) {
        this.world = world;
        this.stage = stage;
        this.tunnels = tunnels;
    }

    @Given("the gateway is configured with {} in phase {int} and started")
    public void theGatewayIsConfiguredWith(String algorithm, int phase) {
        String part = phase == 1 ? "ike" : "ipsec";
        String sha256 = phase == 1 ? "sha2-256" : "hmac-sha2-256-128";
        String document = stage.connection().customerGatewayConfiguration();
        stage.configureAndStart(
                switch (algorithm) {
                    case "AES-256" -> with(document, part, "encryption_protocol", "aes-256-cbc");
                    case "SHA-256" -> with(document, part, "authentication_protocol", sha256);
                    case "group 14" -> with(document, part, "perfect_forward_secrecy", "group14");
                    default -> throw new IllegalArgumentException("no such algorithm: " + algorithm);
                });
    }

    /** The document with another value in one element of a part of both tunnels. */
    private static String with(String document, String part, String element, String value) {
        Matcher found = Pattern.compile(
                        "(<%1$s>.*?<%2$s>)[^<]*(</%2$s>.*?</%1$s>)".formatted(part, element), Pattern.DOTALL)
                .matcher(document);
        return found.replaceAll("$1" + value + "$2");
    }

    @Then("no message of the AWS side has a vendor id or a discovery payload of NAT traversal")
    public void noNatTraversal() {
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<ObservedPacket.Ike> messages = tunnels.view().of(ObservedPacket.Ike.class, tunnel).stream()
                    .filter(m -> m.source().equals(tunnel))
                    .toList();
            assertThat(messages).as("messages from " + tunnel).isNotEmpty();
            for (ObservedPacket.Ike message : messages) {
                if (offersNatTraversal(message)) {
                    world.notes().breaks(message, "offers NAT traversal");
                }
            }
            assertThat(messages).as("messages from " + tunnel).noneMatch(ClassicTunnelSteps::offersNatTraversal);
        }
    }

    private static boolean offersNatTraversal(ObservedPacket.Ike message) {
        return message.payloads()
                .filter(payloads -> !payloads.all(NatDiscoveryPayload.class).isEmpty()
                        || payloads.all(VendorIdPayload.class).stream()
                                .anyMatch(v -> v.data().equals(NAT_TRAVERSAL)))
                .isPresent();
    }
}
