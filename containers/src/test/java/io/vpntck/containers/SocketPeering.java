package io.vpntck.containers;

import io.vpntck.reference.bgp.BgpEffect;
import io.vpntck.reference.bgp.BgpSession;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Drives a {@link BgpSession} over a TCP socket by the system's clock, and keeps what happened and what went over the wire. */
final class SocketPeering implements AutoCloseable {
    private static final int PORT = 179;

    final List<BgpEffect> happened = new ArrayList<>();
    /** What came from the peer and what it was sent, a chunk each, behind {@code <} or {@code >}. */
    final List<String> wire = new ArrayList<>();

    private final BgpSession session;
    private final String address;
    private Optional<Socket> socket = Optional.empty();

    SocketPeering(BgpSession session, String address) {
        this.session = session;
        this.address = address;
    }

    BgpSession session() {
        return session;
    }

    void carryOut(List<BgpEffect> effects) throws IOException {
        for (BgpEffect effect : effects) {
            happened.add(effect);
            if (effect instanceof BgpEffect.Connect) {
                connect();
            } else if (effect instanceof BgpEffect.Send send) {
                send(send.message());
            } else if (effect instanceof BgpEffect.Close) {
                close();
            }
        }
    }

    /** Octets that no session would send. */
    void send(Octets octets) throws IOException {
        wire.add("> " + octets.toHex());
        if (socket.isPresent()) {
            socket.get().getOutputStream().write(octets.toByteArray());
        }
    }

    /** Whether {@code condition} came true within {@code bound}, the session running meanwhile. */
    boolean await(BooleanSupplier condition, Duration bound) throws IOException {
        Instant end = Instant.now().plus(bound);
        while (!condition.getAsBoolean()) {
            Instant now = Instant.now();
            if (now.isAfter(end)) {
                return false;
            }
            if (session.wakeAt().filter(at -> !now.isBefore(at)).isPresent()) {
                carryOut(session.tick(now));
            }
            receive();
        }
        return true;
    }

    private void receive() throws IOException {
        if (socket.isEmpty()) {
            LockSupport.parkNanos(20_000_000);
            return;
        }
        byte[] buffer = new byte[65_536];
        int length;
        try {
            length = socket.get().getInputStream().read(buffer);
        } catch (SocketTimeoutException e) {
            return;
        } catch (IOException e) {
            length = -1;
        }
        if (length < 0) {
            close();
            carryOut(session.disconnected(Instant.now()));
        } else {
            Octets received = Octets.of(buffer, 0, length);
            wire.add("< " + received.toHex());
            carryOut(session.received(received, Instant.now()));
        }
    }

    private void connect() throws IOException {
        close();
        Socket opened = new Socket();
        try {
            opened.connect(new InetSocketAddress(address, PORT), 2_000);
            opened.setSoTimeout(50);
            opened.setTcpNoDelay(true);
            socket = Optional.of(opened);
        } catch (IOException e) {
            opened.close();
            carryOut(session.disconnected(Instant.now()));
            return;
        }
        carryOut(session.connected(Instant.now()));
    }

    @Override
    public void close() throws IOException {
        if (socket.isPresent()) {
            socket.get().close();
            socket = Optional.empty();
        }
    }
}
