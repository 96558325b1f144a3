package io.vpntck.steps.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.bgp.BgpMessage;
import io.vpntck.reference.bgp.Capability;
import io.vpntck.reference.bgp.KeepaliveMessage;
import io.vpntck.reference.bgp.NotificationMessage;
import io.vpntck.reference.bgp.OpenMessage;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.esp.EspKeys;
import io.vpntck.reference.esp.OutboundSa;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BGP as it is read out of captured ESP packets, one each second. */
class BgpViewTest {
    private static final Ipv4Address GATEWAY = Ipv4Address.of("198.51.100.10");
    private static final Ipv4Address TUNNEL = Ipv4Address.of("198.51.100.129");
    private static final Ipv4Address OTHER_TUNNEL = Ipv4Address.of("198.51.100.130");
    private static final Ipv4Address INSIDE = Ipv4Address.of("169.254.10.2");
    private static final Ipv4Address AWS_INSIDE = Ipv4Address.of("169.254.10.1");
    private static final int PORT = 40_000;
    private static final int INITIAL = 0xffff_fff0;
    private static final Instant START = Instant.parse("2018-09-03T08:00:00Z");

    private static final BgpMessage OPEN =
            OpenMessage.of(65_000, 30, INSIDE, List.of(Capability.IPV4_UNICAST, Capability.fourOctetAs(65_000)));
    private static final BgpMessage KEEPALIVE = new KeepaliveMessage();
    private static final BgpMessage HOLD_TIME_OVER = new NotificationMessage(4, 0, Octets.EMPTY);

    private final List<CapturedPacket> capture = new ArrayList<>();
    private final EspSecret secret = secret(GATEWAY, TUNNEL, 0x1001);
    private final OutboundSa sa = new OutboundSa(keys(secret), Octets::zeros);

    private static EspSecret secret(Ipv4Address source, Ipv4Address destination, int spi) {
        EncryptionAlgorithm encryption = EncryptionAlgorithm.AES_128_CBC;
        IntegrityAlgorithm integrity = IntegrityAlgorithm.HMAC_SHA1_96;
        Octets key = Octets.ofHex("000102030405060708090a0b0c0d0e0f");
        Octets integrityKey = Octets.ofHex("000102030405060708090a0b0c0d0e0f10111213");
        return new EspSecret(source, destination, spi, encryption, integrity, key, integrityKey);
    }

    private static EspKeys keys(EspSecret secret) {
        return new EspKeys(
                secret.spi(), secret.encryption(), secret.integrity(), secret.encryptionKey(), secret.integrityKey());
    }

    private void captured(EspSecret of, Ipv4Packet inner) {
        OutboundSa by = of == secret ? sa : new OutboundSa(keys(of), Octets::zeros);
        Ipv4Packet outer = Ipv4Packet.of(
                of.source(), of.destination(), Ipv4Packet.ESP, by.protect(inner).orElseThrow());
        capture.add(new CapturedPacket(START.plusSeconds(capture.size()), outer.encode()));
    }

    private static Ipv4Packet segment(int destinationPort, int sequence, int flags, Octets data) {
        TcpSegment segment = new TcpSegment(PORT, destinationPort, sequence, 1, flags, 65_535, Octets.EMPTY, data);
        return Ipv4Packet.of(INSIDE, AWS_INSIDE, Ipv4Packet.TCP, segment.encode(INSIDE, AWS_INSIDE));
    }

    private void begins(int initial) {
        captured(secret, segment(179, initial, TcpSegment.SYN, Octets.EMPTY));
    }

    /** Octets of the stream from this one on, which is 0 for the first after the SYN. */
    private void sends(int initial, int from, Octets data) {
        captured(secret, segment(179, initial + 1 + from, TcpSegment.ACK, data));
    }

    private BgpView view() {
        return BgpView.of(new OutsideView(capture, List.of(), List.of(secret)), TUNNEL);
    }

    private static List<BgpMessage> messages(BgpView view) {
        return view.messages().stream().map(ObservedBgp::message).toList();
    }

    @Test
    void aMessageIsSeenWhenItsLastOctetIs() {
        Octets open = OPEN.encode();
        begins(INITIAL);
        sends(INITIAL, 0, open.first(10));
        sends(INITIAL, 10, open.from(10));
        assertThat(view().messages()).singleElement().satisfies(seen -> {
            assertThat(seen.message()).isEqualTo(OPEN);
            assertThat(seen.source()).isEqualTo(INSIDE);
            assertThat(seen.time()).isEqualTo("2018-09-03T08:00:02Z");
        });
    }

    @Test
    void aSegmentMayBringSeveral() {
        begins(INITIAL);
        sends(INITIAL, 0, Octets.concat(OPEN.encode(), KEEPALIVE.encode(), HOLD_TIME_OVER.encode()));
        assertThat(messages(view())).containsExactly(OPEN, KEEPALIVE, HOLD_TIME_OVER);
    }

    @Test
    void whatIsSentAgainOrOvertakesIsReadOnceAndInOrder() {
        Octets open = OPEN.encode();
        Octets keepalive = KEEPALIVE.encode();
        begins(INITIAL);
        sends(INITIAL, open.length(), keepalive);
        sends(INITIAL, 0, open);
        sends(INITIAL, 0, open);
        begins(INITIAL);
        sends(INITIAL, open.length(), Octets.concat(keepalive, keepalive));
        assertThat(messages(view())).containsExactly(OPEN, KEEPALIVE, KEEPALIVE);
        assertThat(view().segments()).hasSize(6);
    }

    @Test
    void aConnectionOnThePortsOfAnEarlierOneIsReadFromItsOwnBeginning() {
        Octets open = OPEN.encode();
        begins(INITIAL);
        sends(INITIAL, 0, open);
        sends(INITIAL, open.length(), KEEPALIVE.encode().first(7));
        int again = 0x0102_0304;
        begins(again);
        sends(again, 0, open);
        assertThat(messages(view())).containsExactly(OPEN, OPEN);
    }

    @Test
    void whatIsNoMessageIsLeftOutWithWhatFollowsItInItsSegment() {
        Octets open = OPEN.encode();
        Octets noMarker = KEEPALIVE.encode().with(3, 0);
        Octets ofType9 = KEEPALIVE.encode().with(18, 9);
        begins(INITIAL);
        sends(INITIAL, 0, Octets.concat(open, noMarker, KEEPALIVE.encode()));
        sends(INITIAL, open.length() + 38, ofType9);
        sends(INITIAL, open.length() + 57, HOLD_TIME_OVER.encode());
        assertThat(messages(view())).containsExactly(OPEN, HOLD_TIME_OVER);
    }

    @Test
    void messagesAreFoundByTheirKindAndSender() {
        begins(INITIAL);
        sends(INITIAL, 0, Octets.concat(OPEN.encode(), KEEPALIVE.encode()));
        assertThat(view().from(INSIDE, KeepaliveMessage.class)).containsExactly(new KeepaliveMessage());
        assertThat(view().from(AWS_INSIDE, KeepaliveMessage.class)).isEmpty();
        assertThat(view().from(INSIDE, NotificationMessage.class)).isEmpty();
    }

    @Test
    void otherTunnelsOtherPortsAndOtherPacketsAreLeftOut() {
        begins(INITIAL);
        captured(secret, segment(22, INITIAL, TcpSegment.SYN, Octets.EMPTY));
        captured(secret, segment(22, INITIAL + 1, TcpSegment.ACK, KEEPALIVE.encode()));
        captured(secret, Ipv4Packet.of(INSIDE, AWS_INSIDE, Ipv4Packet.UDP, KEEPALIVE.encode()));
        EspSecret other = secret(GATEWAY, OTHER_TUNNEL, 0x1002);
        captured(other, segment(179, INITIAL + 1, TcpSegment.ACK, KEEPALIVE.encode()));
        BgpView view = BgpView.of(new OutsideView(capture, List.of(), List.of(secret, other)), TUNNEL);
        assertThat(view.messages()).isEmpty();
        assertThat(view.segments()).singleElement().satisfies(seen -> assertThat(
                        seen.segment().has(TcpSegment.SYN))
                .isTrue());
    }

    @Test
    void aSegmentWithAWrongChecksumIsNone() {
        Ipv4Packet right = segment(179, INITIAL + 1, TcpSegment.ACK, KEEPALIVE.encode());
        Octets payload = right.payload();
        assertThat(BgpView.segment(right)).isPresent();
        assertThat(BgpView.segment(right.withPayload(payload.with(30, payload.at(30) ^ 1))))
                .isEmpty();
    }
}
