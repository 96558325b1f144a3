package io.vpntck.reference.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.isakmp.ExchangeType;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.OctetReader;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.Optional;

/**
 * The AWS side as a whole, with a tunnel up, under a program of packets.
 *
 * <p>A program is a row of orders: an octet for the kind, two for the length, and as many octets.
 */
class ResponderFuzzTest {
    private static final int MOST_ORDERS = 64;

    /** Whoever has no keys may send what he likes: nothing fails, nothing grows, and the tunnel stays up. */
    @FuzzTest
    void strangers(byte[] data) {
        Assault assault = new Assault();
        OctetReader in = Octets.of(data).reader();
        for (int orders = 0; orders < MOST_ORDERS; orders++) {
            Optional<Assault.Order> order = Assault.Order.next(in);
            if (order.isEmpty()) {
                break;
            }
            stranger(assault, order.get());
        }
        assault.assertTunnelAlive();
        // After 10 s the gateway is asked for a sign of life.
        assault.pass(Duration.ofSeconds(15));
        assault.assertStrangersHearNothing();
    }

    private static void stranger(Assault assault, Assault.Order order) {
        switch (order.kind() % 8) {
            case 0 -> assault.udp(false, 500, 500, order.octets());
            case 1 -> assault.udp(true, 500, 500, order.octets());
            case 2 -> assault.udp(order.at(0) % 2 == 0, 4500, 4500, order.from(1));
            case 3 -> assault.esp(order.octets());
            case 4 -> assault.raw(order.octets());
            case 5 -> assault.udp(false, 500, 500, assault.mainMode(order.at(0), order.at(1), order.from(2)));
            case 6 -> replayed(assault, order);
            default ->
                assault.udp(false, order.at(0) << 8 | order.at(1), order.at(2) << 8 | order.at(3), order.from(4));
        }
    }

    /** A packet of the negotiation again, whole or with one octet changed, from its sender or from elsewhere. */
    private static void replayed(Assault assault, Assault.Order order) {
        try {
            int index = order.at(0) % EstablishedTunnel.negotiation().size();
            Ipv4Packet packet = EstablishedTunnel.negotiation().get(index);
            Octets message = UdpDatagram.decode(packet).payload();
            Octets changed = order.at(2) == 0 ? message : message.with(order.at(3) % message.length(), order.at(2));
            assault.udp(order.at(1) % 2 == 0, 500, 500, changed);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("the gateway's own packet", e);
        }
    }

    /** Who has the keys can end the tunnel, and no more: nothing fails, and nothing grows without bound. */
    @FuzzTest
    void insiders(byte[] data) {
        Assault assault = new Assault();
        OctetReader in = Octets.of(data).reader();
        int sequence = 1;
        for (int orders = 0; orders < MOST_ORDERS; orders++) {
            Optional<Assault.Order> next = Assault.Order.next(in);
            if (next.isEmpty()) {
                break;
            }
            Assault.Order order = next.get();
            int messageId = 1 + order.at(0);
            switch (order.kind() % 5) {
                case 0 -> ike(assault, ExchangeType.INFORMATIONAL, messageId, order);
                case 1 -> ike(assault, ExchangeType.QUICK_MODE, messageId, order);
                case 2 -> assault.esp(assault.insider().esp(sequence++, order.octets()));
                case 3 -> assault.pass(Duration.ofSeconds(order.at(0)));
                default -> stranger(assault, new Assault.Order(order.at(0), order.from(1)));
            }
        }
        assault.pass(Duration.ofMinutes(10));
    }

    private static void ike(Assault assault, ExchangeType exchange, int messageId, Assault.Order order) {
        assault.udp(true, 500, 500, assault.insider().message(exchange, messageId, order.at(1), order.from(2)));
    }
}
