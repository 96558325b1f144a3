package io.vpntck.reference.host;

import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One end of a TCP connection that sends a number of octets and takes what the other end sends.
 *
 * <pre>
 *              SYN                 SYN, ACK             ACK                    data              time
 * SynSent      -                   ACK, to Established  -                      -                 SYN again
 * SynReceived  SYN, ACK again      -                    to Established         as Established    SYN, ACK again
 * Established  ACK again           ACK again            sends on               ACK               go back to the first
 * </pre>
 *
 * <p>Octets out of order are not kept, and acknowledged by what was expected. Each data octet is the low byte of its
 * place, so that a transfer that was garbled is noticed. There is no FIN: a transfer ends when both ends have all.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc793#section-3.4">RFC 793, section 3.4</a>
 */
public final class TcpTransfer {
    private static final int OWN_MSS = 1460;
    /** RFC 1122, section 4.2.2.6: where the other end says nothing. */
    private static final int DEFAULT_MSS = 536;

    private static final int WINDOW = 0xffff;
    private static final int HEADERS = 40;
    private static final int INITIAL_SEQUENCE = 1_000;
    private static final Duration RETRANSMISSION = Duration.ofSeconds(1);
    private static final int MOST_TRIES = 30;

    private final int localPort;
    private final int remotePort;
    private final long toSend;
    private State state;
    private int mss = DEFAULT_MSS;
    private int peerSequence;
    private long acknowledged;
    private long sent;
    private long highest;
    private long received;
    private int tries;
    private boolean garbled;
    private Optional<Instant> deadline;

    private enum State {
        SYN_SENT,
        SYN_RECEIVED,
        ESTABLISHED
    }

    private TcpTransfer(State state, int localPort, int remotePort, long toSend, Optional<Instant> deadline) {
        this.state = state;
        this.localPort = localPort;
        this.remotePort = remotePort;
        this.toSend = toSend;
        this.deadline = deadline;
    }

    /** The end that begins, with its next tick. */
    static TcpTransfer active(int localPort, int remotePort, long toSend) {
        return new TcpTransfer(State.SYN_SENT, localPort, remotePort, toSend, Optional.of(Instant.MIN));
    }

    static TcpTransfer passive(int localPort, int remotePort, long toSend) {
        return new TcpTransfer(State.SYN_RECEIVED, localPort, remotePort, toSend, Optional.empty());
    }

    /** How many octets have come, in order. */
    public long received() {
        return received;
    }

    /** Whether all own octets have been acknowledged. */
    public boolean sentAll() {
        return state == State.ESTABLISHED && acknowledged == toSend;
    }

    /** Whether an octet came that is not what belongs in its place. */
    public boolean garbled() {
        return garbled;
    }

    List<TcpSegment> receive(TcpSegment segment, Instant now) {
        if (segment.has(TcpSegment.SYN)) {
            return handshake(segment, now);
        }
        if (state == State.SYN_SENT) {
            return List.of();
        }
        state = State.ESTABLISHED;
        List<TcpSegment> out = new ArrayList<>();
        take(segment.data(), segment.sequence(), out);
        long acked = Integer.toUnsignedLong(segment.acknowledgment() - INITIAL_SEQUENCE - 1);
        if (acked > acknowledged && acked <= highest) {
            acknowledged = acked;
            sent = Math.max(sent, acked);
            tries = 0;
            deadline = Optional.of(now.plus(RETRANSMISSION));
        }
        out.addAll(more(now));
        return out;
    }

    private List<TcpSegment> handshake(TcpSegment segment, Instant now) {
        peerSequence = segment.sequence() + 1;
        mss = Math.min(OWN_MSS, segment.maximumSegmentSize().orElse(DEFAULT_MSS));
        if (state == State.SYN_RECEIVED) {
            deadline = Optional.of(now.plus(RETRANSMISSION));
            return List.of(syn(TcpSegment.SYN | TcpSegment.ACK));
        }
        state = State.ESTABLISHED;
        List<TcpSegment> out = new ArrayList<>();
        out.add(acknowledgment());
        out.addAll(more(now));
        return out;
    }

    private void take(Octets data, int sequence, List<TcpSegment> out) {
        if (data.isEmpty()) {
            return;
        }
        if (sequence == peerSequence + (int) received) {
            for (int i = 0; i < data.length(); i++) {
                garbled |= data.at(i) != (int) (received + i & 0xff);
            }
            received += data.length();
        }
        out.add(acknowledgment());
    }

    /** As many segments as the window has room for. */
    private List<TcpSegment> more(Instant now) {
        List<TcpSegment> out = new ArrayList<>();
        while (sent < toSend && sent - acknowledged + mss <= WINDOW) {
            int length = (int) Math.min(mss, toSend - sent);
            out.add(segment(TcpSegment.ACK, INITIAL_SEQUENCE + 1 + (int) sent, Octets.EMPTY, data(sent, length)));
            sent += length;
            highest = Math.max(highest, sent);
        }
        if (!out.isEmpty()) {
            deadline = Optional.of(now.plus(RETRANSMISSION));
        } else if (acknowledged == sent) {
            deadline = Optional.empty();
        }
        return out;
    }

    private static Octets data(long from, int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) (from + i);
        }
        return Octets.of(octets);
    }

    private TcpSegment acknowledgment() {
        return segment(TcpSegment.ACK, INITIAL_SEQUENCE + 1 + (int) sent, Octets.EMPTY, Octets.EMPTY);
    }

    private TcpSegment syn(int flags) {
        return segment(flags, INITIAL_SEQUENCE, TcpSegment.maximumSegmentSize(OWN_MSS), Octets.EMPTY);
    }

    private TcpSegment segment(int flags, int sequence, Octets options, Octets data) {
        int expected = (flags & TcpSegment.ACK) == 0 ? 0 : peerSequence + (int) received;
        return new TcpSegment(localPort, remotePort, sequence, expected, flags, WINDOW, options, data);
    }

    /** A router told that no more than {@code mtu} octets pass: what was not acknowledged goes again in smaller parts. */
    void refused(int mtu, Instant now) {
        if (mtu > HEADERS && mtu - HEADERS < mss) {
            mss = mtu - HEADERS;
            sent = acknowledged;
            deadline = Optional.of(now);
        }
    }

    List<TcpSegment> tick(Instant now) {
        if (deadline.filter(at -> !at.isAfter(now)).isEmpty()) {
            return List.of();
        }
        tries++;
        deadline = tries > MOST_TRIES ? Optional.empty() : Optional.of(now.plus(RETRANSMISSION));
        return switch (state) {
            case SYN_SENT -> List.of(syn(TcpSegment.SYN));
            case SYN_RECEIVED -> List.of(syn(TcpSegment.SYN | TcpSegment.ACK));
            case ESTABLISHED -> {
                sent = acknowledged;
                yield more(now);
            }
        };
    }

    Optional<Instant> wakeAt() {
        return deadline;
    }
}
