package io.vpntck.steps.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.KeyExchangePayload;
import io.vpntck.reference.isakmp.Proposal;
import io.vpntck.reference.isakmp.SecurityAssociationPayload;
import io.vpntck.reference.isakmp.Transform;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.capture.ObservedPacket;
import io.vpntck.steps.capture.OutsideView;
import io.vpntck.steps.glue.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the outside capture shows of the negotiation. */
public final class NegotiationSteps {
    /** RFC 2409, appendix A. */
    private static final int AUTHENTICATION_METHOD = 3;

    private static final int PRE_SHARED_KEY = 1;
    /** RFC 2407, section 4.5; 3 is the tunnel mode of RFC 3947, section 5.1. */
    private static final int ENCAPSULATION_MODE = 4;

    private static final Set<Long> TUNNEL_MODES = Set.of(1L, 3L);

    private final World world;
    private final Tunnels tunnels;

    public NegotiationSteps(World world, Tunnels tunnels) {
        this.world = world;
        this.tunnels = tunnels;
    }

    private Ipv4Address gateway() {
        return world.testbed().gateway().outsideAddress();
    }

    private List<ObservedPacket.Ike> ike(OutsideView view, Ipv4Address tunnel) {
        List<ObservedPacket.Ike> messages = view.of(ObservedPacket.Ike.class, tunnel);
        assertThat(messages).as("IKE messages of tunnel " + tunnel).isNotEmpty();
        return messages;
    }

    private List<ObservedPacket.Ike> fromGateway(OutsideView view, Ipv4Address tunnel) {
        return ike(view, tunnel).stream()
                .filter(message -> message.source().equals(gateway()))
                .toList();
    }

    @Then("the first message of each tunnel comes from UDP port 500 of the gateway")
    public void theFirstMessageComesFromTheGateway() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            ObservedPacket.Ike first = ike(view, tunnel).get(0);
            assertThat(first.source()).as("source of the first message").isEqualTo(gateway());
            assertThat(first.sourcePort()).as("its source port").isEqualTo(500);
            world.notes().proves(first, "first message of the tunnel");
        }
    }

    @Then("every message of the gateway has the IKE version 1.0")
    public void everyMessageIsOfVersion1() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            for (ObservedPacket.Ike message : fromGateway(view, tunnel)) {
                if (message.message().header().version() != 0x10) {
                    world.notes().breaks(message, "not version 1.0");
                }
                assertThat(message.message().header().version()).as("version").isEqualTo(0x10);
            }
        }
    }

    @Then("each tunnel's phase 1 is a main mode of {int} messages")
    public void phase1IsMainMode(int count) {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<ObservedPacket.Ike> messages = ike(view, tunnel);
            messages.stream()
                    .filter(m -> m.message().header().exchange() == ExchangeType.AGGRESSIVE.id())
                    .forEach(m -> world.notes().breaks(m, "aggressive mode"));
            assertThat(messages)
                    .as("exchange types of phase 1")
                    .filteredOn(m -> m.message().header().messageId() == 0)
                    .allMatch(m -> m.message().header().exchange() == ExchangeType.IDENTITY_PROTECTION.id());
            Octets established = established(messages);
            assertThat(messages.stream()
                            .filter(m -> m.message().header().messageId() == 0)
                            .filter(m -> m.message().header().initiatorCookie().equals(established))
                            .map(ObservedPacket.Ike::message)
                            .distinct())
                    .as("messages of the main mode that succeeded")
                    .hasSize(count);
        }
    }

    /** The initiator cookie of the first IKE SA that was used. */
    private static Octets established(List<ObservedPacket.Ike> messages) {
        return messages.stream()
                .filter(m -> m.message().header().messageId() != 0
                        && m.message().header().encrypted())
                .map(m -> m.message().header().initiatorCookie())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no message under an IKE SA was seen"));
    }

    @Then("each phase 1 proposal of the gateway authenticates with a pre-shared key")
    public void phase1AuthenticatesWithAPreSharedKey() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            ObservedPacket.Ike first = fromGateway(view, tunnel).get(0);
            List<Transform> transforms = proposals(first).stream()
                    .flatMap(proposal -> proposal.transforms().stream())
                    .toList();
            assertThat(transforms)
                    .as("authentication methods")
                    .isNotEmpty()
                    .allMatch(t -> t.attribute(AUTHENTICATION_METHOD).orElse(0) == PRE_SHARED_KEY);
            world.notes().proves(first, "authentication by pre-shared key");
        }
    }

    private static List<Proposal> proposals(ObservedPacket.Ike message) {
        return message.payloads()
                .flatMap(payloads -> payloads.first(SecurityAssociationPayload.class))
                .map(SecurityAssociationPayload::proposals)
                .orElse(List.of());
    }

    @Then("every message of the gateway from message {int} of main mode on is encrypted")
    public void laterMessagesAreEncrypted(int number) {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            Octets established = established(ike(view, tunnel));
            List<ObservedPacket.Ike> own = fromGateway(view, tunnel).stream()
                    .filter(m -> m.message().header().initiatorCookie().equals(established))
                    .toList();
            List<ObservedPacket.Ike> clear =
                    own.stream().filter(m -> !m.message().header().encrypted()).toList();
            // Messages 1 and 3 are the gateway's own before message 5.
            assertThat(clear.stream().map(ObservedPacket.Ike::message).distinct())
                    .as("messages of the gateway in clear")
                    .hasSize(number / 2);
            assertThat(own)
                    .as("encrypted messages")
                    .anyMatch(m -> m.message().header().encrypted());
        }
    }

    private List<ObservedPacket.Ike> quickModes(OutsideView view, Ipv4Address tunnel) {
        List<ObservedPacket.Ike> first = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (ObservedPacket.Ike message : fromGateway(view, tunnel)) {
            boolean quick = message.message().header().exchange() == ExchangeType.QUICK_MODE.id();
            if (quick && seen.add(message.message().header().messageId())) {
                assertThat(message.payloads())
                        .as("decrypted quick mode message")
                        .isPresent();
                first.add(message);
            }
        }
        assertThat(first).as("quick modes of the gateway on tunnel " + tunnel).isNotEmpty();
        return first;
    }

    @Then("each quick mode of the gateway proposes ESP in tunnel mode")
    public void quickModesProposeEspInTunnelMode() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            for (ObservedPacket.Ike message : quickModes(view, tunnel)) {
                assertThat(proposals(message))
                        .as("proposals of quick mode")
                        .isNotEmpty()
                        .allMatch(proposal -> proposal.protocol() == Proposal.ESP)
                        .allMatch(proposal -> proposal.transforms().stream()
                                .allMatch(t -> TUNNEL_MODES.contains(
                                        t.attribute(ENCAPSULATION_MODE).orElse(0))));
                world.notes().proves(message, "ESP in tunnel mode");
            }
        }
    }

    @Then("each quick mode of the gateway carries a Diffie-Hellman exchange")
    public void quickModesHavePerfectForwardSecrecy() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            for (ObservedPacket.Ike message : quickModes(view, tunnel)) {
                boolean present = message.payloads()
                        .flatMap(payloads -> payloads.first(KeyExchangePayload.class))
                        .isPresent();
                if (!present) {
                    world.notes().breaks(message, "no key exchange: no perfect forward secrecy");
                }
                assertThat(present)
                        .as("key exchange payload in quick mode message 1")
                        .isTrue();
                world.notes().proves(message, "perfect forward secrecy");
            }
        }
    }

    @Then("the gateway begins exactly one quick mode for each tunnel")
    public void oneQuickModeForEachTunnel() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<ObservedPacket.Ike> quickModes = quickModes(view, tunnel);
            quickModes.stream().skip(1).forEach(m -> world.notes()
                    .breaks(m, "another pair of SAs for the same tunnel"));
            assertThat(quickModes).as("quick modes on tunnel " + tunnel).hasSize(1);
        }
    }

    @Then("ESP goes as IP protocol 50 in both directions of each tunnel, and never in UDP")
    public void espIsNotEncapsulated() {
        OutsideView view = tunnels.view();
        for (Ipv4Address tunnel : tunnels.outside()) {
            List<ObservedPacket.Esp> esp = view.of(ObservedPacket.Esp.class, tunnel);
            assertThat(esp).as("ESP to the AWS side").anyMatch(p -> p.destination()
                    .equals(tunnel));
            assertThat(esp).as("ESP from the AWS side").anyMatch(p -> p.source().equals(tunnel));
            assertThat(esp).as("ESP in UDP").noneMatch(ObservedPacket.Esp::inUdp);
        }
    }

    @Then("the two tunnels have pre-shared keys, IKE SAs, ESP SAs and inside addresses of their own")
    public void theTunnelsShareNothing() {
        assertThat(tunnels.configuration().preSharedKeys())
                .as("pre-shared keys")
                .doesNotHaveDuplicates();
        assertThat(tunnels.inside()).as("inside addresses").doesNotHaveDuplicates();
        assertThat(world.testbed().lab().ikeSecrets().stream().map(IkeSecret::encryptionKey))
                .as("keys of the IKE SAs")
                .hasSizeGreaterThanOrEqualTo(2)
                .doesNotHaveDuplicates();
        assertThat(world.testbed().lab().espSecrets().stream().map(EspSecret::encryptionKey))
                .as("keys of the ESP SAs")
                .hasSizeGreaterThanOrEqualTo(4)
                .doesNotHaveDuplicates();
    }
}
