package io.vpntck.reference.host;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The TCP connections of a host, by its own port and the other end. */
final class TcpPorts {
    private static final int FIRST_PORT = 49_152;

    private final Ipv4Address address;
    private final Map<Integer, Long> served = new HashMap<>();
    private final Map<Key, TcpTransfer> connections = new LinkedHashMap<>();
    private int nextPort = FIRST_PORT;

    private record Key(int localPort, Ipv4Address remote, int remotePort) {}

    TcpPorts(Ipv4Address address) {
        this.address = address;
    }

    void serve(int port, long octets) {
        served.put(port, octets);
    }

    TcpTransfer connect(Ipv4Address destination, int port, long octets) {
        Key key = new Key(nextPort++, destination, port);
        TcpTransfer transfer = TcpTransfer.active(key.localPort, port, octets);
        connections.put(key, transfer);
        return transfer;
    }

    List<Ipv4Packet> receive(Ipv4Packet packet, Instant now) {
        try {
            TcpSegment segment = TcpSegment.decode(packet);
            Key key = new Key(segment.destinationPort(), packet.source(), segment.sourcePort());
            if (!connections.containsKey(key) && segment.has(TcpSegment.SYN) && served.containsKey(key.localPort)) {
                connections.put(key, TcpTransfer.passive(key.localPort, key.remotePort, served.get(key.localPort)));
            }
            return connections.containsKey(key)
                    ? packets(key, connections.get(key).receive(segment, now))
                    : List.of();
        } catch (MalformedMessageException e) {
            return List.of();
        }
    }

    /** Takes note that a router refused a segment, of which these first octets came back. */
    void refused(Octets header, int mtu, Instant now) {
        int localPort = header.at(0) << 8 | header.at(1);
        int remotePort = header.at(2) << 8 | header.at(3);
        connections.forEach((key, transfer) -> {
            if (key.localPort == localPort && key.remotePort == remotePort) {
                transfer.refused(mtu, now);
            }
        });
    }

    List<Ipv4Packet> tick(Instant now) {
        List<Ipv4Packet> out = new ArrayList<>();
        connections.forEach((key, transfer) -> out.addAll(packets(key, transfer.tick(now))));
        return out;
    }

    private List<Ipv4Packet> packets(Key key, List<TcpSegment> segments) {
        // RFC 1191, section 6.3: DF is set, for the path MTU to be found.
        return segments.stream()
                .map(s -> Ipv4Packet.of(address, key.remote, Ipv4Packet.TCP, s.encode(address, key.remote))
                        .withDontFragment(true))
                .toList();
    }

    Optional<Instant> wakeAt() {
        return connections.values().stream()
                .map(TcpTransfer::wakeAt)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
