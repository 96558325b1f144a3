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
 * Whole IPv4 packets, outer header included, past the kernel's own IP.
 *
 * <p>Packets come in through a packet socket, before the kernel would reassemble fragments: the AWS side must see these
 * as they are. They go out through a raw socket as the node made them. Linux only; needs root or CAP_NET_RAW.
 */
final class RawSocket implements AutoCloseable {
    private static final int RECEIVE_BUFFER = 1 << 22;
    private static final int LARGEST = 65_535;
    private static final int ETH_P_IP_IN_NETWORK_ORDER =
            ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 0x0008 : 0x0800;

    private final int socket;
    private final byte[] buffer = new byte[LARGEST];

    private RawSocket(int domain, int type, int protocol) throws IOException {
        try {
            socket = LibC.INSTANCE.socket(domain, type, protocol);
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

    /** Receives every IPv4 packet that reaches any interface of this host. @throws IOException without privilege */
    static RawSocket receiver() throws IOException {
        return new RawSocket(LibC.AF_PACKET, LibC.SOCK_DGRAM, ETH_P_IP_IN_NETWORK_ORDER);
    }

    /** Sends packets. @throws IOException without privilege */
    static RawSocket sender() throws IOException {
        return new RawSocket(LibC.AF_INET, LibC.SOCK_RAW, LibC.IPPROTO_RAW);
    }

    /**
     * Takes a protocol for this process: nothing is read from it, but the kernel no longer answers with "protocol
     * unreachable".
     */
    static RawSocket claim(int protocol) throws IOException {
        return new RawSocket(LibC.AF_INET, LibC.SOCK_RAW, protocol);
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
