package io.vpntck.reference.tcp;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The TCP of one address: its open ports and its connections.
 *
 * <p>A segment of no connection is answered by a RST, unless it opens one at an open port. Packets have DF set, for the
 * path MTU to be found (RFC 1191, section 6.3).
 */
public final class TcpEndpoint {
    private static final int FIRST_PORT = 49_152;
    private static final int PORTS = 0x1_0000 - FIRST_PORT;

    private final Ipv4Address address;
    private final Entropy entropy;
    private final int timeToLive;
    private final Set<Integer> open = new LinkedHashSet<>();
    private final Map<TcpKey, TcpConnection> connections = new LinkedHashMap<>();
    private int opened;

    /**
     * @param entropy for initial sequence numbers
     * @param timeToLive of its packets
     */
    public TcpEndpoint(Ipv4Address address, int timeToLive, Entropy entropy) {
        this.address = address;
        this.timeToLive = timeToLive;
        this.entropy = entropy;
    }

    /** A connection by its ends. */
    public record TcpKey(int localPort, Ipv4Address remote, int remotePort) {}

    /** News of one connection. */
    public record News(TcpKey connection, TcpEvent event) {}

    /** Packets to send and news, both in order. */
    public record Outcome(List<Ipv4Packet> packets, List<News> news) {
        public Outcome {
            packets = List.copyOf(packets);
            news = List.copyOf(news);
        }

        static final Outcome NOTHING = new Outcome(List.of(), List.of());
    }

    /** Takes connections at this port from now on. */
    public void listen(int port) {
        open.add(port);
    }

    /** Opens a connection with the next tick, which is due at once. */
    public TcpKey connect(Ipv4Address remote, int port) {
        TcpKey key;
        do {
            key = new TcpKey(FIRST_PORT + opened++ % PORTS, remote, port);
        } while (connections.containsKey(key));
        connections.put(key, TcpConnection.active(key.localPort(), port, sequence()));
        return key;
    }

    private int sequence() {
        Octets octets = entropy.next(4);
        return octets.at(0) << 24 | octets.at(1) << 16 | octets.at(2) << 8 | octets.at(3);
    }

    /** Takes a whole packet for this address; what is no TCP, or broken, is dropped. */
    public Outcome receive(Ipv4Packet packet, Instant now) {
        if (packet.protocol() != Ipv4Packet.TCP || !packet.destination().equals(address)) {
            return Outcome.NOTHING;
        }
        TcpSegment segment;
        try {
            segment = TcpSegment.decode(packet);
        } catch (MalformedMessageException e) {
            return Outcome.NOTHING;
        }
        TcpKey key = new TcpKey(segment.destinationPort(), packet.source(), segment.sourcePort());
        TcpConnection connection = connections.get(key);
        if (connection != null) {
            return outcome(key, connection.receive(segment, now));
        }
        boolean opens = segment.has(TcpSegment.SYN) && !segment.has(TcpSegment.ACK) && !segment.has(TcpSegment.RST);
        if (opens && open.contains(key.localPort())) {
            TcpConnection accepted = TcpConnection.passive(key.localPort(), key.remotePort(), sequence());
            connections.put(key, accepted);
            return outcome(key, accepted.accept(segment, now));
        }
        return new Outcome(reset(key, segment), List.of());
    }

    /** RFC 9293, section 3.10.7.1. */
    private List<Ipv4Packet> reset(TcpKey key, TcpSegment segment) {
        if (segment.has(TcpSegment.RST)) {
            return List.of();
        }
        boolean acknowledges = segment.has(TcpSegment.ACK);
        int length =
                segment.data().length() + (segment.has(TcpSegment.SYN) ? 1 : 0) + (segment.has(TcpSegment.FIN) ? 1 : 0);
        return List.of(packet(
                key,
                new TcpSegment(
                        key.localPort(),
                        key.remotePort(),
                        acknowledges ? segment.acknowledgment() : 0,
                        acknowledges ? 0 : segment.sequence() + length,
                        acknowledges ? TcpSegment.RST : TcpSegment.RST | TcpSegment.ACK,
                        0,
                        Octets.EMPTY,
                        Octets.EMPTY)));
    }

    /** Nothing where the connection is no more. */
    public Outcome send(TcpKey key, Octets octets, Instant now) {
        return with(key, connection -> connection.send(octets, now));
    }

    public Outcome close(TcpKey key, Instant now) {
        return with(key, connection -> connection.close(now));
    }

    public Outcome abort(TcpKey key) {
        return with(key, TcpConnection::abort);
    }

    /** Takes note that a router refused a segment, of which the first eight octets at least came back. */
    public Outcome refused(Ipv4Address remote, Octets header, int mtu, Instant now) {
        TcpKey key = new TcpKey(header.at(0) << 8 | header.at(1), remote, header.at(2) << 8 | header.at(3));
        return with(key, connection -> connection.refused(mtu, now));
    }

    private Outcome with(TcpKey key, Function<TcpConnection, TcpStep> input) {
        TcpConnection connection = connections.get(key);
        return connection == null ? Outcome.NOTHING : outcome(key, input.apply(connection));
    }

    public Outcome tick(Instant now) {
        List<Ipv4Packet> packets = new ArrayList<>();
        List<News> news = new ArrayList<>();
        for (TcpKey key : List.copyOf(connections.keySet())) {
            TcpConnection connection = connections.get(key);
            if (connection.wakeAt().filter(at -> !at.isAfter(now)).isPresent()) {
                Outcome outcome = outcome(key, connection.tick(now));
                packets.addAll(outcome.packets());
                news.addAll(outcome.news());
            }
        }
        return new Outcome(packets, news);
    }

    public Optional<Instant> wakeAt() {
        return connections.values().stream()
                .map(TcpConnection::wakeAt)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Outcome outcome(TcpKey key, TcpStep step) {
        if (connections.get(key).isClosed()) {
            connections.remove(key);
        }
        return new Outcome(
                step.segments().stream().map(segment -> packet(key, segment)).toList(),
                step.events().stream().map(event -> new News(key, event)).toList());
    }

    private Ipv4Packet packet(TcpKey key, TcpSegment segment) {
        return Ipv4Packet.of(address, key.remote(), Ipv4Packet.TCP, segment.encode(address, key.remote()))
                .withTimeToLive(timeToLive)
                .withDontFragment(true);
    }
}
