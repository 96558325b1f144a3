package io.vpntck.reference.live;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.UdpDatagram;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** What somebody without keys makes of the packets that he has overheard: changed, cut, repeated, or made up. */
final class Mutations {
    private static final int MOST_OVERHEARD = 64;
    private static final Ipv4Address STRANGER = Ipv4Address.of("198.51.100.66");

    private final Random random;
    private final Ipv4Address from;
    private final Ipv4Address to;
    private final Deque<Ipv4Packet> overheard = new ArrayDeque<>();

    Mutations(long seed, Ipv4Address from, Ipv4Address to) {
        this.random = new Random(seed);
        this.from = from;
        this.to = to;
    }

    /** The first packets are kept for good: they are the negotiation. */
    synchronized void overhear(Ipv4Packet packet) {
        if (overheard.size() == MOST_OVERHEARD) {
            overheard.removeLast();
        }
        overheard.add(packet);
    }

    synchronized Octets next() {
        if (overheard.isEmpty()) {
            return udp(from, 500, noise(200)).encode();
        }
        Ipv4Packet packet = overheard.stream()
                .skip(random.nextInt(overheard.size()))
                .findFirst()
                .orElseThrow();
        return switch (random.nextInt(8)) {
            case 0 -> packet.readdressed(STRANGER, to, packet.payload()).encode();
            case 1 -> packet.readdressed(from, to, changed(packet.payload())).encode();
            case 2 -> packet.readdressed(from, to, cut(packet.payload())).encode();
            case 3 -> udp(from, random.nextBoolean() ? 500 : 4500, noise(1_400)).encode();
            case 4 -> Ipv4Packet.of(from, to, Ipv4Packet.ESP, noise(1_400)).encode();
            case 5 -> changed(packet.encode());
            case 6 ->
                Ipv4Packet.of(STRANGER, to, random.nextInt(256), noise(64)).encode();
            default -> changedInside(packet);
        };
    }

    /** A message with other octets under a right checksum, so that it comes as far as IKE. */
    private Octets changedInside(Ipv4Packet packet) {
        try {
            if (packet.protocol() != Ipv4Packet.UDP) {
                return packet.readdressed(from, to, changed(packet.payload())).encode();
            }
            UdpDatagram datagram = UdpDatagram.decode(packet);
            return udp(random.nextBoolean() ? from : STRANGER, datagram.destinationPort(), changed(datagram.payload()))
                    .encode();
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("the gateway's own packet", e);
        }
    }

    private Ipv4Packet udp(Ipv4Address source, int port, Octets payload) {
        return Ipv4Packet.of(source, to, Ipv4Packet.UDP, new UdpDatagram(port, port, payload).encode(source, to));
    }

    private Octets changed(Octets octets) {
        Octets out = octets;
        for (int i = 0; i <= random.nextInt(4); i++) {
            out = out.with(random.nextInt(out.length()), random.nextInt(256));
        }
        return out;
    }

    private Octets cut(Octets octets) {
        return octets.first(random.nextInt(octets.length()));
    }

    private Octets noise(int most) {
        byte[] octets = new byte[random.nextInt(most)];
        random.nextBytes(octets);
        return Octets.of(octets);
    }
}
