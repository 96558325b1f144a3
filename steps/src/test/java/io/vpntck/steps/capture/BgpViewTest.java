package io.vpntck.steps.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.bgp.BgpMessage;
import io.vpntck.reference.bgp.KeepaliveMessage;
import io.vpntck.reference.bgp.NotificationMessage;
import io.vpntck.reference.bgp.OpenMessage;
import io.vpntck.reference.bgp.UpdateMessage;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.esp.EspKeys;
import io.vpntck.reference.esp.OutboundSa;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** BGP messages of both sides, from a capture of ESP and the keys of its SAs. */
class BgpViewTest {
    private static final Ipv4Address GATEWAY = Ipv4Address.of("198.51.100.10");
    private static final Ipv4Address TUNNEL_1 = Ipv4Address.of("198.51.100.129");
    private static final Ipv4Address TUNNEL_2 = Ipv4Address.of("198.51.100.130");
    private static final Ipv4Address INSIDE_AWS = Ipv4Address.of("169.254.44.1");
    private static final Ipv4Address INSIDE_GATEWAY = Ipv4Address.of("169.254.44.2");
    private static final int BGP = 179;
    private static final int ANY = 40_000;

    private static final OpenMessage OPEN = OpenMessage.of(65_000, 30, INSIDE_GATEWAY, List.of());
    private static final UpdateMessage UPDATE = UpdateMessage.withdrawing(List.of(Ipv4Prefix.of("10.20.0.0/24")));
    private static final KeepaliveMessage KEEPALIVE = new KeepaliveMessage();

    private final List<CapturedPacket> capture = new ArrayList<>();
    private final List<EspSecret> secrets = new ArrayList<>();

    private final Map<Integer, Integer> next = new HashMap<>();

    /** Puts an inner packet into ESP of an SA of its own. */
    private void sealed(Ipv4Address from, Ipv4Address to, Ipv4Packet inner) {
        EspKeys keys = new EspKeys(
                0x1000 + secrets.size(),
                EncryptionAlgorithm.AES_128_CBC,
                IntegrityAlgorithm.HMAC_SHA1_96,
                Octets.of(new byte[16]),
                Octets.of(new byte[20]));
        secrets.add(new EspSecret(
                from, to, keys.spi(), keys.encryption(), keys.integrity(), keys.encryptionKey(), keys.integrityKey()));
        Octets esp = new OutboundSa(keys, length -> Octets.of(new byte[length]))
                .protect(inner)
                .orElseThrow();
        captured(Ipv4Packet.of(from, to, Ipv4Packet.ESP, esp));
    }

    private void captured(Ipv4Packet packet) {
        capture.add(new CapturedPacket(Instant.EPOCH.plusSeconds(capture.size()), packet.encode()));
    }

    private static Ipv4Packet tcp(Ipv4Address from, TcpSegment segment) {
        Ipv4Address to = from.equals(INSIDE_AWS) ? INSIDE_GATEWAY : INSIDE_AWS;
        return Ipv4Packet.of(from, to, Ipv4Packet.TCP, segment.encode(from, to));
    }

    /** The gateway opens a connection from this port. */
    private void gatewayConnects(int port) {
        next.put(port, 1);
        gateway(new TcpSegment(port, BGP, 0, 0, TcpSegment.SYN, 65_535, Octets.EMPTY, Octets.EMPTY));
    }

    private void gateway(TcpSegment segment) {
        sealed(GATEWAY, TUNNEL_1, tcp(INSIDE_GATEWAY, segment));
    }

    private void gatewaySends(int port, Octets octets) {
        int sequence = next.merge(port, octets.length(), Integer::sum) - octets.length();
        gateway(new TcpSegment(port, BGP, sequence, 1, TcpSegment.ACK, 65_535, Octets.EMPTY, octets));
    }

    private BgpView view() {
        return BgpView.of(new OutsideView(capture, List.of(), secrets), TUNNEL_1);
    }

    private List<BgpMessage> messages() {
        return view().messages().stream().map(ObservedBgp::message).toList();
    }

    @Test
    void bothDirectionsAreReadInTheOrderInWhichMessagesAreComplete() {
        gatewayConnects(ANY);
        sealed(
                TUNNEL_1,
                GATEWAY,
                tcp(
                        INSIDE_AWS,
                        new TcpSegment(
                                BGP, ANY, 99, 1, TcpSegment.SYN | TcpSegment.ACK, 65_535, Octets.EMPTY, Octets.EMPTY)));
        Octets open = OPEN.encode();
        gatewaySends(ANY, open.slice(0, 10));
        sealed(
                TUNNEL_1,
                GATEWAY,
                tcp(
                        INSIDE_AWS,
                        new TcpSegment(BGP, ANY, 100, 11, TcpSegment.ACK, 65_535, Octets.EMPTY, KEEPALIVE.encode())));
        gatewaySends(ANY, Octets.concat(open.from(10), UPDATE.encode()));
        assertThat(messages()).containsExactly(KEEPALIVE, OPEN, UPDATE);
        assertThat(view().from(INSIDE_GATEWAY, OpenMessage.class)).containsExactly(OPEN);
        assertThat(view().from(INSIDE_AWS, OpenMessage.class)).isEmpty();
        assertThat(view().from(INSIDE_AWS, KeepaliveMessage.class)).containsExactly(KEEPALIVE);
        // The OPEN was complete with the fifth packet of the capture.
        assertThat(view().messages().get(1).time()).isEqualTo(Instant.EPOCH.plusSeconds(4));
        assertThat(view().segments()).hasSize(5);
    }

    @Test
    void eachConnectionHasAStreamOfItsOwn() {
        gatewayConnects(ANY);
        gatewayConnects(ANY + 1);
        gatewaySends(ANY, OPEN.encode().slice(0, 10));
        gatewaySends(ANY + 1, KEEPALIVE.encode());
        gatewaySends(ANY, OPEN.encode().from(10));
        assertThat(messages()).containsExactly(KEEPALIVE, OPEN);
    }

    @Test
    void whatIsNoMessageIsPassedOver() {
        gatewayConnects(ANY);
        gatewaySends(ANY, OPEN.encode());
        // A marker with a zero (RFC 4271, section 6.1).
        gatewaySends(ANY, Octets.ofHex("00ffffffffffffffffffffffffffffff001304"));
        assertThat(messages()).containsExactly(OPEN);
        gatewaySends(ANY, new NotificationMessage(6, 2, Octets.EMPTY).encode());
        assertThat(messages()).hasSize(2);
    }

    @Test
    void nothingElseIsTakenForBgp() {
        gatewayConnects(ANY);
        TcpSegment web = new TcpSegment(ANY, 80, 1, 1, TcpSegment.ACK, 65_535, Octets.EMPTY, KEEPALIVE.encode());
        sealed(GATEWAY, TUNNEL_1, tcp(INSIDE_GATEWAY, web));
        // The tunnel is another one, or there is none.
        TcpSegment bgp = new TcpSegment(ANY, BGP, 1, 1, TcpSegment.ACK, 65_535, Octets.EMPTY, KEEPALIVE.encode());
        sealed(GATEWAY, TUNNEL_2, tcp(INSIDE_GATEWAY, bgp));
        captured(tcp(INSIDE_GATEWAY, bgp));
        assertThat(messages()).isEmpty();
        assertThat(view().segments()).hasSize(1);
    }

    @Test
    void aFragmentAndASegmentCutShortAreNone() {
        Ipv4Packet whole = tcp(
                INSIDE_GATEWAY,
                new TcpSegment(ANY, BGP, 1, 1, TcpSegment.ACK, 65_535, Octets.EMPTY, KEEPALIVE.encode()));
        assertThat(BgpView.segment(whole)).map(TcpSegment::data).hasValue(KEEPALIVE.encode());
        Ipv4Packet fragment = new Ipv4Packet(
                0,
                1,
                false,
                true,
                0,
                64,
                Ipv4Packet.TCP,
                whole.source(),
                whole.destination(),
                Octets.EMPTY,
                whole.payload());
        assertThat(BgpView.segment(fragment)).isEmpty();
        assertThat(BgpView.segment(whole.withPayload(whole.payload().slice(0, 12))))
                .isEmpty();
        assertThat(BgpView.segment(Ipv4Packet.of(whole.source(), whole.destination(), Ipv4Packet.UDP, whole.payload())))
                .isEmpty();
    }

    @Test
    void withoutKeysThereIsNothingToRead() {
        gatewayConnects(ANY);
        gatewaySends(ANY, OPEN.encode());
        secrets.clear();
        assertThat(messages()).isEmpty();
    }
}
