package io.vpntck.reference.live;

import com.sun.jna.LastErrorException;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A raw IPv4 socket for one protocol: whole packets, outer header included, in both directions.
 *
 * <p>UDP goes through raw sockets as well, so that a node sees and decides every octet of the header; the ports are
 * claimed besides (see {@link LiveLink}), or the kernel would answer with "port unreachable". Linux only; needs root or
 * CAP_NET_RAW.
 */
final class RawSocket implements AutoCloseable {
    private static final int RECEIVE_BUFFER = 1 << 22;
    private static final int LARGEST = 65_535;

    private final int socket;
    private final byte[] buffer = new byte[LARGEST];

    /** @throws IOException when the privilege is missing; the message says which */
    RawSocket(int protocol) throws IOException {
        try {
            socket = LibC.INSTANCE.socket(LibC.AF_INET, LibC.SOCK_RAW, protocol);
            option(LibC.SO_RCVBUF, ints(RECEIVE_BUFFER));
            // A tenth of a second: how soon a receiver notices that it is to end.
            option(LibC.SO_RCVTIMEO, longs(0, 100_000));
        } catch (LastErrorException e) {
            throw new IOException(
                    e.getErrorCode() == LibC.EPERM
                            ? "raw sockets need root or CAP_NET_RAW"
                            : "no raw socket: " + e.getMessage(),
                    e);
        }
    }

    private void option(int option, byte[] value) {
        LibC.INSTANCE.setsockopt(socket, LibC.SOL_SOCKET, option, value, value.length);
    }

    private static byte[] ints(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }

    private static byte[] longs(long first, long second) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.nativeOrder())
                .putLong(first)
                .putLong(second)
                .array();
    }

    /** Waits a tenth of a second for a packet; empty when none came, or what came has no valid header. */
    Optional<Ipv4Packet> receive() throws IOException {
        try {
            int length = LibC.INSTANCE.recv(socket, buffer, buffer.length, 0);
            return Optional.of(Ipv4Packet.decode(Octets.of(buffer, 0, length)));
        } catch (MalformedMessageException e) {
            return Optional.empty();
        } catch (LastErrorException e) {
            if (e.getErrorCode() == LibC.EAGAIN) {
                return Optional.empty();
            }
            throw new IOException("receiving failed: " + e.getMessage(), e);
        }
    }

    /** Sends a packet as it is, but for an identification of zero, which the kernel fills in. */
    void send(Ipv4Packet packet) throws IOException {
        byte[] octets = packet.encode().toByteArray();
        ByteBuffer address = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
        address.putShort((short) LibC.AF_INET);
        address.order(ByteOrder.BIG_ENDIAN)
                .putShort((short) 0)
                .putInt(packet.destination().bits());
        try {
            LibC.INSTANCE.sendto(socket, octets, octets.length, 0, address.array(), 16);
        } catch (LastErrorException e) {
            throw new IOException("sending to " + packet.destination() + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        LibC.INSTANCE.close(socket);
    }
}
