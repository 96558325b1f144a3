package io.vpntck.steps.gateway;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A host behind the gateway under test. */
public interface LanHost {
    Ipv4Address address();

    /** Begins to send ICMP echo requests with {@code dataLength} octets of data; returns at once. */
    Ping ping(Ipv4Address destination, int count, Duration interval, int dataLength, boolean dontFragment);

    /** As above, with DF clear. */
    default Ping ping(Ipv4Address destination, int count, Duration interval, int dataLength) {
        return ping(destination, count, interval, dataLength, false);
    }

    /** With 56 octets of data, as ping sends them by itself. */
    default Ping ping(Ipv4Address destination, int count, Duration interval) {
        return ping(destination, count, interval, 56);
    }

    /**
     * Sends an IPv4 packet as it is. This and what follows is for hosts that claim {@code lan-stack}.
     *
     * @throws UnsupportedOperationException where the host has a stack that is not the kit's
     */
    default void send(Octets packet) {
        throw new UnsupportedOperationException("this host sends no packets of one's own making");
    }

    /** What came to this host, the last 4,096 packets, fragments one by one. */
    default List<CapturedPacket> arrived() {
        throw new UnsupportedOperationException("this host keeps no packets");
    }

    /** Opens a TCP connection, sends {@code octets} and takes what comes; returns at once. */
    default Transfer transfer(Ipv4Address destination, int port, long octets) {
        throw new UnsupportedOperationException("this host has no TCP of the kit's");
    }

    /** A row of echo requests under way. */
    interface Ping {
        int sent();

        int received();

        /** The MTU that a router told when it refused a request as too large (ICMP type 3, code 4). */
        Optional<Integer> nextHopMtu();

        boolean finished();

        /** Sends no more. */
        void stop();
    }

    /** A TCP connection that carries octets both ways. */
    interface Transfer {
        /** Whether the other end has acknowledged all that was to be sent. */
        boolean sentAll();

        /** Octets that came, in order and as they were sent. */
        long received();
    }
}
