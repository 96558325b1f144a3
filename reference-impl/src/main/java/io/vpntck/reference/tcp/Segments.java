package io.vpntck.reference.tcp;

import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.wire.Octets;

/** Writes the segments of one connection. */
final class Segments {
    /** Of a link of 1,500 octets. */
    static final int OWN_MSS = 1460;

    private final int localPort;
    private final int remotePort;

    Segments(int localPort, int remotePort) {
        this.localPort = localPort;
        this.remotePort = remotePort;
    }

    /** @param acknowledges whether the peer's SYN has come */
    TcpSegment syn(int sequence, boolean acknowledges, int expected) {
        return acknowledges
                ? segment(
                        sequence,
                        expected,
                        TcpSegment.SYN | TcpSegment.ACK,
                        TcpSegment.maximumSegmentSize(OWN_MSS),
                        Octets.EMPTY)
                : segment(sequence, 0, TcpSegment.SYN, TcpSegment.maximumSegmentSize(OWN_MSS), Octets.EMPTY);
    }

    TcpSegment acknowledgment(int sequence, int expected) {
        return segment(sequence, expected, TcpSegment.ACK, Octets.EMPTY, Octets.EMPTY);
    }

    TcpSegment of(Sending.Part part, int expected) {
        int flags = TcpSegment.ACK | (part.data().isEmpty() ? 0 : TcpSegment.PSH) | (part.fin() ? TcpSegment.FIN : 0);
        return segment(part.sequence(), expected, flags, Octets.EMPTY, part.data());
    }

    /** Answers a segment that this connection cannot have asked for. */
    TcpSegment reset(int sequence) {
        return new TcpSegment(localPort, remotePort, sequence, 0, TcpSegment.RST, 0, Octets.EMPTY, Octets.EMPTY);
    }

    /** Ends the connection. */
    TcpSegment reset(int sequence, int expected) {
        return segment(sequence, expected, TcpSegment.RST | TcpSegment.ACK, Octets.EMPTY, Octets.EMPTY);
    }

    private TcpSegment segment(int sequence, int expected, int flags, Octets options, Octets data) {
        return new TcpSegment(localPort, remotePort, sequence, expected, flags, Receiving.WINDOW, options, data);
    }
}
