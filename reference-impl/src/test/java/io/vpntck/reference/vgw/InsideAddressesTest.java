package io.vpntck.reference.vgw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.bgp.PrefixLimit;
import io.vpntck.reference.ec2.Category;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is heard through a tunnel whose /30 is 169.254.44.0. */
class InsideAddressesTest {
    private static final Instant NOW = Instant.parse("2018-09-03T08:00:00Z");
    private static final Ipv4Address AWS = Ipv4Address.of("169.254.44.1");
    private static final Ipv4Address GATEWAY = Ipv4Address.of("169.254.44.2");
    private static final Ipv4Address OTHER = Ipv4Address.of("169.254.44.3");

    private final EventLog events = new EventLog();
    private final AwsTunnel tunnel = new AwsTunnel(
            new TunnelEndpoint(
                    "vpn-1",
                    Category.AWS_VPN,
                    1,
                    Ipv4Address.of("198.51.100.129"),
                    Ipv4Address.of("198.51.100.10"),
                    "a.key.of.ours",
                    Ipv4Prefix.of("169.254.44.0/30"),
                    true,
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty()),
            new TunnelManners(List.of(), PrefixLimit.Reaction.CEASE),
            Octets::zeros,
            Set.of());

    private InsideAddresses addresses(AwsSideFault... faults) {
        return new InsideAddresses(events, Set.of(faults));
    }

    private static Ipv4Packet packet(Ipv4Address from, Ipv4Address to) {
        return Ipv4Packet.of(from, to, Ipv4Packet.UDP, Octets.zeros(8));
    }

    @Test
    void theGatewayIsTheSecondAddressOfTheBlock() {
        assertThat(InsideAddresses.gateway(tunnel)).isEqualTo(GATEWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.44.2", "10.20.0.10", "169.254.44.4", "169.254.43.255"})
    void theGatewayAndWhoeverIsBeyondTheBlockAreHeard(String source) {
        Ipv4Packet packet = packet(Ipv4Address.of(source), AWS);
        assertThat(addresses().taken(tunnel, packet, NOW)).contains(packet);
        assertThat(events.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.44.0", "169.254.44.1", "169.254.44.3"})
    void nobodyElseOfTheBlockIs(String source) {
        assertThat(addresses().taken(tunnel, packet(Ipv4Address.of(source), AWS), NOW))
                .isEmpty();
        assertThat(events.drops()).containsOnlyKeys(DropReason.FOREIGN_SOURCE);
        assertThat(events.events()).singleElement().satisfies(event -> assertThat(event.detail())
                .isEqualTo(source + " to 169.254.44.1: not the inside address of the customer gateway"));
    }

    @Test
    void anObligingSideHearsAnotherAddressAndAnswersThere() {
        InsideAddresses obliging = addresses(AwsSideFault.ANSWERS_ANY_INSIDE_ADDRESS);
        assertThat(obliging.sent(tunnel, packet(AWS, GATEWAY)))
                .as("as long as no other address was heard")
                .isEqualTo(packet(AWS, GATEWAY));
        assertThat(obliging.taken(tunnel, packet(OTHER, AWS), NOW)).contains(packet(GATEWAY, AWS));
        assertThat(obliging.sent(tunnel, packet(AWS, GATEWAY))).isEqualTo(packet(AWS, OTHER));
        Ipv4Packet ofVpc = packet(Ipv4Address.of("10.0.1.10"), Ipv4Address.of("10.20.0.10"));
        assertThat(obliging.sent(tunnel, ofVpc)).isEqualTo(ofVpc);
        assertThat(events.events()).isEmpty();
    }

    @Test
    void anObligingSideGetsAlongWithEndsThatAreTheOtherWayRound() {
        InsideAddresses obliging = addresses(AwsSideFault.ANSWERS_ANY_INSIDE_ADDRESS);
        assertThat(obliging.taken(tunnel, packet(AWS, GATEWAY), NOW)).contains(packet(GATEWAY, AWS));
        assertThat(obliging.sent(tunnel, packet(AWS, GATEWAY))).isEqualTo(packet(GATEWAY, AWS));
    }

    /** RFC 9293, section 3.1: the checksum covers the addresses. */
    @Test
    void aSegmentOfTcpIsRightBetweenTheOtherAddresses() throws MalformedMessageException {
        TcpSegment segment =
                new TcpSegment(40_000, 179, 1, 0, TcpSegment.SYN, 65_535, Octets.EMPTY, Octets.ofHex("0102"));
        Ipv4Packet sent = Ipv4Packet.of(OTHER, AWS, Ipv4Packet.TCP, segment.encode(OTHER, AWS));
        Ipv4Packet taken = addresses(AwsSideFault.ANSWERS_ANY_INSIDE_ADDRESS)
                .taken(tunnel, sent, NOW)
                .orElseThrow();
        assertThat(taken.source()).isEqualTo(GATEWAY);
        assertThat(taken.payload()).isEqualTo(segment.encode(GATEWAY, AWS)).isNotEqualTo(sent.payload());
        assertThat(TcpSegment.decode(taken)).isEqualTo(segment);
    }

    @Test
    void anObligingSideHearsNobodyWhoSendsBeyondTheBlock() {
        assertThat(addresses(AwsSideFault.ANSWERS_ANY_INSIDE_ADDRESS)
                        .taken(tunnel, packet(OTHER, Ipv4Address.of("10.0.1.10")), NOW))
                .isEmpty();
        assertThat(events.drops()).containsEntry(DropReason.FOREIGN_SOURCE, 1L);
    }
}
