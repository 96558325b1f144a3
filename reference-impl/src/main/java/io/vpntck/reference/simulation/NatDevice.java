package io.vpntck.reference.simulation;

import io.vpntck.reference.ip.IpNode;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.ip.UdpEndpoint;
import io.vpntck.reference.wire.MalformedMessageException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A router that puts one public address in the place of all addresses behind it, and a port of its own in the place of
 * theirs (NAPT).
 *
 * <p>Mapping and filtering are endpoint-independent for a mapping that lives. Only whole UDP datagrams pass; plain ESP
 * has no ports and is dropped in both directions, which is why NAT traversal exists (RFC 3947, RFC 3948).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3022#section-2.2">RFC 3022, section 2.2</a>
 */
public final class NatDevice implements IpNode {
    /** The link to the hosts whose addresses are replaced; {@link IpNode#OUTSIDE} leads to the public side. */
    public static final String INSIDE = "inside";

    private static final int FIRST_PORT = 40_001;

    private final Ipv4Address publicAddress;
    private final Duration timeout;
    private final Map<UdpEndpoint, Mapping> byInside = new LinkedHashMap<>();
    private int nextPort = FIRST_PORT;

    /** @param timeout how long a mapping lives without a packet from the inside */
    public NatDevice(Ipv4Address publicAddress, Duration timeout) {
        this.publicAddress = publicAddress;
        this.timeout = timeout;
    }

    /** Forgets every mapping, as a restart does: the next packet from the inside gets another port. */
    public void rebind() {
        byInside.clear();
    }

    @Override
    public List<Emission> receive(String link, Ipv4Packet packet, Instant now) {
        if (packet.protocol() != Ipv4Packet.UDP || packet.isFragment() || packet.timeToLive() <= 1) {
            return List.of();
        }
        try {
            UdpDatagram datagram = UdpDatagram.decode(packet);
            return link.equals(INSIDE) ? outbound(packet, datagram, now) : inbound(packet, datagram, now);
        } catch (MalformedMessageException e) {
            return List.of();
        }
    }

    private List<Emission> outbound(Ipv4Packet packet, UdpDatagram datagram, Instant now) {
        UdpEndpoint inside = new UdpEndpoint(packet.source(), datagram.sourcePort());
        Mapping old = byInside.get(inside);
        int port = old != null && old.lives(now) ? old.port : nextPort++;
        byInside.put(inside, new Mapping(port, now.plus(timeout)));
        UdpDatagram translated = new UdpDatagram(port, datagram.destinationPort(), datagram.payload());
        return List.of(new Emission(OUTSIDE, forward(packet, publicAddress, packet.destination(), translated)));
    }

    private List<Emission> inbound(Ipv4Packet packet, UdpDatagram datagram, Instant now) {
        return byInside.entrySet().stream()
                .filter(e -> e.getValue().port == datagram.destinationPort()
                        && e.getValue().lives(now))
                .findFirst()
                .map(e -> new Emission(
                        INSIDE,
                        forward(
                                packet,
                                packet.source(),
                                e.getKey().address(),
                                new UdpDatagram(
                                        datagram.sourcePort(), e.getKey().port(), datagram.payload()))))
                .map(List::of)
                .orElse(List.of());
    }

    private static Ipv4Packet forward(Ipv4Packet packet, Ipv4Address from, Ipv4Address to, UdpDatagram datagram) {
        return packet.readdressed(from, to, datagram.encode(from, to)).withTimeToLive(packet.timeToLive() - 1);
    }

    @Override
    public List<Emission> tick(Instant now) {
        return List.of();
    }

    /** Mappings are judged when a packet comes: nothing has to happen at their end. */
    @Override
    public Optional<Instant> wakeAt() {
        return Optional.empty();
    }

    private record Mapping(int port, Instant end) {
        boolean lives(Instant now) {
            return now.isBefore(end);
        }
    }
}
