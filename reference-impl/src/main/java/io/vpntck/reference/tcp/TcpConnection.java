package io.vpntck.reference.tcp;

import io.vpntck.reference.ip.TcpSegment;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One end of a TCP connection.
 *
 * <pre>
 *              SYN           SYN, ACK      ACK of SYN    ACK of FIN    FIN           close         time
 * SynSent      SynReceived   Established   -             -             -             Closed        SYN again
 * SynReceived  SYN, ACK      Established   Established   -             as Estab.     FinWait1      SYN, ACK again
 * Established  -             -             -             -             CloseWait     FinWait1      data again
 * FinWait1     -             -             -             FinWait2      Closing       -             data, FIN again
 * FinWait2     -             -             -             -             TimeWait      -             -
 * CloseWait    -             -             -             -             -             LastAck       data again
 * Closing      -             -             -             TimeWait      -             -             FIN again
 * LastAck      -             -             -             Closed        -             -             FIN again
 * TimeWait     -             -             -             -             anew          -             Closed
 * </pre>
 *
 * <p>A SYN or an unfit RST within a connection is answered by an acknowledgment, and moves nothing (RFC 5961).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9293#section-3.10">RFC 9293, section 3.10</a>
 */
public final class TcpConnection {
    /** RFC 9293, section 3.7.1: where the other end says nothing. */
    private static final int DEFAULT_MSS = 536;

    private static final int HEADERS = 40;
    /** RFC 9293, section 3.8.3: R2, at least three minutes for a SYN, and more than 100 s for data. */
    private static final Duration SYN_PATIENCE = Duration.ofMinutes(3);

    private static final Duration DATA_PATIENCE = Duration.ofMinutes(15);
    /** Twice how long a segment may live: half a minute here, where RFC 9293, section 3.4.2, has two. */
    static final Duration TIME_WAIT = Duration.ofSeconds(60);

    private enum State {
        SYN_SENT,
        SYN_RECEIVED,
        ESTABLISHED,
        FIN_WAIT_1,
        FIN_WAIT_2,
        CLOSE_WAIT,
        CLOSING,
        LAST_ACK,
        TIME_WAIT,
        CLOSED
    }

    private final Segments segments;
    private final int initial;
    private final Sending sending = new Sending();
    private final Receiving receiving = new Receiving();
    private final RetransmissionTimer timer = new RetransmissionTimer();
    private State state;
    private Optional<Instant> end = Optional.empty();

    private TcpConnection(State state, int localPort, int remotePort, int initial) {
        this.state = state;
        this.segments = new Segments(localPort, remotePort);
        this.initial = initial;
        sending.begin(initial + 1);
        sending.segments(DEFAULT_MSS);
    }

    /** The end that begins; its first segment comes of {@link #tick}, which is due at once. */
    static TcpConnection active(int localPort, int remotePort, int initial) {
        return new TcpConnection(State.SYN_SENT, localPort, remotePort, initial);
    }

    /** The end that is called; it must be given the SYN. */
    static TcpConnection passive(int localPort, int remotePort, int initial) {
        return new TcpConnection(State.SYN_RECEIVED, localPort, remotePort, initial);
    }

    public boolean isClosed() {
        return state == State.CLOSED;
    }

    public boolean isEstablished() {
        return state == State.ESTABLISHED;
    }

    /** Queues octets; those that there is room for leave at once. Nothing, once this end has closed. */
    public TcpStep send(Octets octets, Instant now) {
        TcpStep.Builder step = new TcpStep.Builder();
        if (state == State.SYN_SENT || state == State.SYN_RECEIVED) {
            sending.append(octets);
        } else if (state == State.ESTABLISHED || state == State.CLOSE_WAIT) {
            sending.append(octets);
            transmit(step, now);
        }
        return step.build();
    }

    /** Sends no more after what is queued; the peer still may. */
    public TcpStep close(Instant now) {
        TcpStep.Builder step = new TcpStep.Builder();
        switch (state) {
            case SYN_SENT -> closed(step, "closed before it was open");
            case SYN_RECEIVED, ESTABLISHED -> finish(State.FIN_WAIT_1, step, now);
            case CLOSE_WAIT -> finish(State.LAST_ACK, step, now);
            default -> {}
        }
        return step.build();
    }

    private void finish(State then, TcpStep.Builder step, Instant now) {
        state = then;
        sending.close();
        transmit(step, now);
    }

    /** Ends the connection at once, by a RST where the peer knows of it. */
    public TcpStep abort() {
        TcpStep.Builder step = new TcpStep.Builder();
        if (state != State.CLOSED && state != State.SYN_SENT && state != State.TIME_WAIT) {
            step.segments.add(segments.reset(sending.highest(), receiving.next()));
        }
        if (state != State.CLOSED) {
            closed(step, "aborted");
        }
        return step.build();
    }

    private void closed(TcpStep.Builder step, String reason) {
        state = State.CLOSED;
        timer.stop();
        end = Optional.empty();
        step.events.add(new TcpEvent.Closed(reason));
    }

    public TcpStep receive(TcpSegment segment, Instant now) {
        TcpStep.Builder step = new TcpStep.Builder();
        switch (state) {
            case CLOSED -> {}
            case SYN_SENT -> inSynSent(segment, step, now);
            default -> inSynchronised(segment, step, now);
        }
        return step.build();
    }

    private void inSynSent(TcpSegment segment, TcpStep.Builder step, Instant now) {
        boolean acknowledges = segment.has(TcpSegment.ACK);
        if (acknowledges && segment.acknowledgment() != initial + 1) {
            if (!segment.has(TcpSegment.RST)) {
                step.segments.add(segments.reset(segment.acknowledgment()));
            }
            return;
        }
        if (segment.has(TcpSegment.RST)) {
            if (acknowledges) {
                closed(step, "refused");
            }
            return;
        }
        if (!segment.has(TcpSegment.SYN)) {
            return;
        }
        begin(segment);
        if (acknowledges) {
            established(step, now);
            acknowledge(step, now);
        } else {
            state = State.SYN_RECEIVED;
            step.segments.add(syn());
        }
    }

    private void begin(TcpSegment syn) {
        receiving.begin(syn.sequence() + 1);
        sending.segments(Math.min(Segments.OWN_MSS, syn.maximumSegmentSize().orElse(DEFAULT_MSS)));
        sending.window(syn.window());
    }

    private void established(TcpStep.Builder step, Instant now) {
        state = State.ESTABLISHED;
        timer.acknowledged(initial + 1, false, now);
        step.events.add(new TcpEvent.Connected());
    }

    /** Takes the SYN that a passive connection was made for. */
    TcpStep accept(TcpSegment syn, Instant now) {
        TcpStep.Builder step = new TcpStep.Builder();
        begin(syn);
        step.segments.add(syn());
        timer.sent(initial + 1, false, now);
        return step.build();
    }

    private void inSynchronised(TcpSegment segment, TcpStep.Builder step, Instant now) {
        if (state == State.SYN_RECEIVED && segment.has(TcpSegment.SYN) && segment.sequence() + 1 == receiving.next()) {
            if (segment.has(TcpSegment.ACK) && segment.acknowledgment() == initial + 1) {
                established(step, now);
                acknowledge(step, now);
            } else {
                step.segments.add(syn());
            }
            return;
        }
        if (!receiving.accepts(segment)) {
            if (!segment.has(TcpSegment.RST)) {
                repeatEnd(segment, now);
                step.segments.add(acknowledgment());
            }
            return;
        }
        if (segment.has(TcpSegment.RST) || segment.has(TcpSegment.SYN)) {
            if (state == State.TIME_WAIT && segment.has(TcpSegment.RST)) {
                // An old copy of what this end sent, to an end that has forgotten: RFC 1337, section 3, fix F1.
                return;
            }
            if (segment.has(TcpSegment.RST) && segment.sequence() == receiving.next()) {
                closed(step, "reset by the peer");
            } else {
                step.segments.add(acknowledgment());
            }
            return;
        }
        if (segment.has(TcpSegment.ACK) && acknowledged(segment, step, now)) {
            text(segment, step, now);
        }
    }

    /** The peer's FIN came again: its acknowledgment was lost, and the wait begins anew. */
    private void repeatEnd(TcpSegment segment, Instant now) {
        if (state == State.TIME_WAIT && segment.has(TcpSegment.FIN)) {
            end = Optional.of(now.plus(TIME_WAIT));
        }
    }

    /** Returns whether the rest of the segment counts. */
    private boolean acknowledged(TcpSegment segment, TcpStep.Builder step, Instant now) {
        int acknowledgment = segment.acknowledgment();
        if (state == State.SYN_RECEIVED) {
            if (acknowledgment != initial + 1 && !sending.isNews(acknowledgment)) {
                step.segments.add(segments.reset(acknowledgment));
                return false;
            }
            established(step, now);
        }
        if (sending.isFuture(acknowledgment)) {
            step.segments.add(acknowledgment());
            return false;
        }
        if (sending.isNews(acknowledgment)) {
            sending.acknowledged(acknowledgment);
            timer.acknowledged(acknowledgment, sending.outstanding(), now);
        } else if (segment.data().isEmpty() && !segment.has(TcpSegment.FIN)) {
            sending.duplicate().ifPresent(part -> step.segments.add(segment(part)));
        }
        if (sending.blocked()) {
            timer.heard(now);
        }
        sending.window(segment.window());
        if (sending.finished()) {
            finAcknowledged(step, now);
        }
        return state != State.CLOSED;
    }

    private void finAcknowledged(TcpStep.Builder step, Instant now) {
        switch (state) {
            case FIN_WAIT_1 -> state = State.FIN_WAIT_2;
            case CLOSING -> linger(now);
            case LAST_ACK -> closed(step, "closed by both ends");
            default -> {}
        }
    }

    private void linger(Instant now) {
        state = State.TIME_WAIT;
        timer.stop();
        end = Optional.of(now.plus(TIME_WAIT));
    }

    private void text(TcpSegment segment, TcpStep.Builder step, Instant now) {
        boolean occupies = !segment.data().isEmpty() || segment.has(TcpSegment.FIN);
        if (occupies) {
            boolean ended = receiving.ended();
            Octets octets = receiving.take(segment);
            if (!octets.isEmpty()) {
                step.events.add(new TcpEvent.Data(octets));
            }
            if (receiving.ended() && !ended) {
                step.events.add(new TcpEvent.PeerClosed());
                peerClosed(now);
            }
        }
        if (!transmit(step, now) && occupies) {
            step.segments.add(acknowledgment());
        }
    }

    private void peerClosed(Instant now) {
        switch (state) {
            case ESTABLISHED -> state = State.CLOSE_WAIT;
            case FIN_WAIT_1 -> state = State.CLOSING;
            case FIN_WAIT_2 -> linger(now);
            default -> {}
        }
    }

    private void acknowledge(TcpStep.Builder step, Instant now) {
        if (!transmit(step, now)) {
            step.segments.add(acknowledgment());
        }
    }

    /** Sends what there is room for; returns whether anything was. */
    private boolean transmit(TcpStep.Builder step, Instant now) {
        if (state == State.SYN_RECEIVED) {
            return false;
        }
        List<Sending.Part> parts = sending.ready();
        for (Sending.Part part : parts) {
            step.segments.add(segment(part));
            timer.sent(part.end(), part.again(), now);
        }
        if (parts.isEmpty() && sending.blocked() && timer.deadline().isEmpty()) {
            timer.sent(sending.highest(), true, now);
        }
        return !parts.isEmpty();
    }

    /** A router told that no more than {@code mtu} octets pass (RFC 1191, section 6.4). */
    TcpStep refused(int mtu, Instant now) {
        TcpStep.Builder step = new TcpStep.Builder();
        if (mtu > HEADERS && state != State.SYN_SENT) {
            sending.shrink(mtu - HEADERS);
            transmit(step, now);
        }
        return step.build();
    }

    public TcpStep tick(Instant now) {
        TcpStep.Builder step = new TcpStep.Builder();
        if (end.filter(at -> !at.isAfter(now)).isPresent()) {
            closed(step, "closed by both ends");
        } else if (state == State.SYN_SENT && timer.deadline().isEmpty()) {
            step.segments.add(syn());
            timer.sent(initial + 1, false, now);
        } else if (timer.isDue(now)) {
            again(step, now);
        }
        return step.build();
    }

    private void again(TcpStep.Builder step, Instant now) {
        boolean opening = state == State.SYN_SENT || state == State.SYN_RECEIVED;
        if (timer.unheardFor(opening ? SYN_PATIENCE : DATA_PATIENCE, now) && !sending.blocked()) {
            TcpStep abort = abort();
            step.segments.addAll(abort.segments());
            step.events.addAll(abort.events());
            return;
        }
        timer.backOff(now);
        if (opening) {
            step.segments.add(syn());
            return;
        }
        Optional<Sending.Part> probe = sending.probe();
        if (probe.isPresent()) {
            step.segments.add(segment(probe.get()));
        } else {
            sending.rewind();
            transmit(step, now);
        }
    }

    public Optional<Instant> wakeAt() {
        if (state == State.SYN_SENT && timer.deadline().isEmpty()) {
            return Optional.of(Instant.MIN);
        }
        return end.or(timer::deadline);
    }

    private TcpSegment syn() {
        return segments.syn(initial, state != State.SYN_SENT, receiving.next());
    }

    private TcpSegment acknowledgment() {
        return segments.acknowledgment(sending.highest(), receiving.next());
    }

    private TcpSegment segment(Sending.Part part) {
        return segments.of(part, receiving.next());
    }
}
