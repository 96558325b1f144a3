package io.vpntck.reference.live;

import io.vpntck.reference.ip.Ipv4Packet;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outside network as this host has it: every IPv4 packet in, fragments included, any packet out.
 *
 * <p>UDP 500, UDP 4500 and protocol 50 are claimed, or the kernel would answer for them with "unreachable".
 */
final class LiveLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLink.class);
    private static final List<Integer> PORTS = List.of(500, 4500);

    private final List<DatagramSocket> claimed = new ArrayList<>();
    private final List<RawSocket> sockets = new ArrayList<>();
    private final List<Thread> receivers = new ArrayList<>();
    private final RawSocket sender;
    private volatile boolean open = true;

    /**
     * Opens the sockets and begins to hand packets over, on threads of its own.
     *
     * @throws IOException when a privilege is missing or a port is in use; the message is one line that says so
     */
    LiveLink(Consumer<Ipv4Packet> receiver) throws IOException {
        try {
            for (int port : PORTS) {
                claimed.add(claim(port));
            }
            sender = add(RawSocket.sender());
            add(RawSocket.claim(Ipv4Packet.ESP));
            receive(add(RawSocket.receiver()), receiver);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static DatagramSocket claim(int port) throws IOException {
        try {
            return new DatagramSocket(port);
        } catch (BindException e) {
            String why = e.getMessage().contains("ermission") ? "needs root or CAP_NET_BIND_SERVICE" : "is in use";
            throw new IOException("UDP port " + port + " " + why, e);
        }
    }

    private RawSocket add(RawSocket socket) {
        sockets.add(socket);
        return socket;
    }

    private void receive(RawSocket socket, Consumer<Ipv4Packet> receiver) {
        Thread thread = new Thread(
                () -> {
                    while (open) {
                        try {
                            socket.receive().ifPresent(receiver);
                        } catch (IOException e) {
                            LOG.warn("{}", e.getMessage());
                        }
                    }
                },
                "receiver-" + receivers.size());
        thread.setDaemon(true);
        thread.start();
        receivers.add(thread);
    }

    void send(Ipv4Packet packet) {
        try {
            sender.send(packet);
        } catch (IOException e) {
            // As on any network: what cannot be sent is lost.
            LOG.warn("{}", e.getMessage());
        }
    }

    @Override
    public void close() {
        open = false;
        for (Thread thread : receivers) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        sockets.forEach(RawSocket::close);
        claimed.forEach(DatagramSocket::close);
    }
}
