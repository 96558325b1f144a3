package io.vpntck.reference.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.isakmp.IsakmpHeader;
import io.vpntck.reference.isakmp.IsakmpMessage;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.vgw.AwsSide;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An AWS side with one tunnel up, at which packets are fired; counts what it sends, and fails when that has no bound. */
final class Assault {
    /** Of one packet: an answer, or the deletes of what a new pair of SAs replaces. */
    private static final int MOST_ANSWERS = 8;

    private static final int MOST_TICKS = 2_000;
    private static final Ipv4Address STRANGER = Ipv4Address.of("198.51.100.66");

    private final AwsSide awsSide = EstablishedTunnel.awsSide();
    private final Insider insider;
    private Instant now = EstablishedTunnel.START;
    private Octets halfOpenCookies = Octets.zeros(16);
    private Octets lastMainMode = Octets.EMPTY;
    private final Set<Ipv4Address> unasked = new LinkedHashSet<>();

    Assault() {
        for (Ipv4Packet packet : EstablishedTunnel.negotiation()) {
            receive(packet);
        }
        EspSecret toAws = awsSide.espSecrets().stream()
                .filter(secret -> secret.destination().equals(EstablishedTunnel.AWS))
                .findFirst()
                .orElseThrow();
        insider = new Insider(awsSide.ikeSecrets().get(0), lastMainMode.from(lastMainMode.length() - 16), toAws);
    }

    Insider insider() {
        return insider;
    }

    /** Sends UDP from port to port, as the gateway or as a stranger. */
    List<IpNode.Emission> udp(boolean asGateway, int sourcePort, int destinationPort, Octets payload) {
        Ipv4Address from = asGateway ? EstablishedTunnel.GATEWAY : STRANGER;
        Octets datagram = new UdpDatagram(sourcePort, destinationPort, payload).encode(from, EstablishedTunnel.AWS);
        return receive(Ipv4Packet.of(from, EstablishedTunnel.AWS, Ipv4Packet.UDP, datagram));
    }

    List<IpNode.Emission> esp(Octets packet) {
        return receive(Ipv4Packet.of(EstablishedTunnel.GATEWAY, EstablishedTunnel.AWS, Ipv4Packet.ESP, packet));
    }

    List<IpNode.Emission> receive(Ipv4Packet packet) {
        List<IpNode.Emission> emissions = awsSide.receive(IpNode.OUTSIDE, packet, now);
        assertThat(emissions).as("answers to one packet").hasSizeLessThanOrEqualTo(MOST_ANSWERS);
        emissions.forEach(emission -> remember(emission.packet()));
        return emissions;
    }

    /** Where the AWS side answered with a cookie of its own: what a third message of main mode must bear. */
    private void remember(Ipv4Packet packet) {
        try {
            if (packet.protocol() == Ipv4Packet.UDP) {
                Octets payload = UdpDatagram.decode(packet).payload();
                IsakmpHeader header = IsakmpHeader.decode(payload.reader());
                if (header.exchange() == ExchangeType.IDENTITY_PROTECTION.id()) {
                    halfOpenCookies = payload.first(16);
                    lastMainMode = payload;
                }
            }
        } catch (MalformedMessageException e) {
            // A NAT keepalive, or a message behind the non-ESP marker.
        }
    }

    /** A later message of a main mode that was begun: the cookies are right, all else is the sender's. */
    Octets mainMode(int flags, int firstType, Octets body) {
        return new IsakmpMessage(
                        new IsakmpHeader(
                                halfOpenCookies.first(8),
                                halfOpenCookies.from(8),
                                firstType,
                                IsakmpHeader.VERSION_1_0,
                                ExchangeType.IDENTITY_PROTECTION.id(),
                                flags,
                                0,
                                IsakmpHeader.LENGTH + body.length()),
                        body)
                .encode();
    }

    void pass(Duration time) {
        Instant end = now.plus(time);
        for (int ticks = 0; ; ticks++) {
            Optional<Instant> next = awsSide.wakeAt().filter(at -> !at.isAfter(end));
            if (next.isEmpty()) {
                now = end;
                return;
            }
            assertThat(ticks).as("moments in %s", time).isLessThan(MOST_TICKS);
            now = next.get().isAfter(now) ? next.get() : now;
            List<IpNode.Emission> emissions = awsSide.tick(now);
            assertThat(emissions).as("packets of one moment").hasSizeLessThanOrEqualTo(64);
            emissions.forEach(emission -> unasked.add(emission.packet().destination()));
        }
    }

    /** What the AWS side sends of its own accord, as time passes, goes to the gateway and to nobody else. */
    void assertStrangersHearNothing() {
        assertThat(unasked).as("to whom it sends unasked").isSubsetOf(EstablishedTunnel.GATEWAY);
    }

    /** The tunnel still carries a ping of the gateway, and the answer goes to the gateway. */
    void assertTunnelAlive() {
        List<IpNode.Emission> answer = receive(EstablishedTunnel.ping());
        assertThat(answer).as("answer of the VPC host").hasSize(1);
        Ipv4Packet packet = answer.get(0).packet();
        assertThat(packet.protocol()).isEqualTo(Ipv4Packet.ESP);
        assertThat(packet.destination()).isEqualTo(EstablishedTunnel.GATEWAY);
    }

    /** Fires a whole packet, header and all, where the octets are one. */
    void raw(Octets octets) {
        try {
            receive(Ipv4Packet.decode(octets));
        } catch (MalformedMessageException e) {
            assertThat(e.field()).isNotBlank();
        }
    }

    /** One order of a program: what to do, and the octets to do it with. */
    record Order(int kind, Octets octets) {
        static Optional<Order> next(OctetReader in) {
            if (in.remaining() < 3) {
                return Optional.empty();
            }
            try {
                int kind = in.uint8("kind");
                int length = Math.min(in.uint16("length"), in.remaining());
                return Optional.of(new Order(kind, in.octets("octets", length)));
            } catch (MalformedMessageException e) {
                throw new IllegalStateException("three octets were there", e);
            }
        }

        /** An octet of the order; zero behind its end. */
        int at(int index) {
            return index < octets.length() ? octets.at(index) : 0;
        }

        Octets from(int index) {
            return octets.from(Math.min(index, octets.length()));
        }
    }
}
