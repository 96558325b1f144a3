package io.vpntck.reference.live;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/** One end of a network made of loopback datagrams, each of which carries an IPv4 packet. */
final class Cable implements AutoCloseable {
    private final DatagramSocket socket;
    private final Thread reader;

    /** @param receiver takes every packet that can be read, on a thread of its own */
    Cable(Consumer<Ipv4Packet> receiver) throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        reader = new Thread(() -> read(receiver), "cable");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Consumer<Ipv4Packet> receiver) {
        byte[] buffer = new byte[0xffff];
        while (!socket.isClosed()) {
            DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(datagram);
                receiver.accept(Ipv4Packet.decode(Octets.of(buffer, 0, datagram.getLength())));
            } catch (MalformedMessageException e) {
                // A kernel would drop it as well.
            } catch (IOException e) {
                return;
            }
        }
    }

    /** Sends to another end. */
    void send(Octets packet, Cable to) {
        byte[] octets = packet.toByteArray();
        try {
            socket.send(new DatagramPacket(octets, octets.length, to.socket.getLocalSocketAddress()));
        } catch (IOException e) {
            // As on any network: what cannot be sent is lost.
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
