package io.vpntck.steps.gateway;

import io.vpntck.reference.ip.Ipv4Address;
import java.time.Duration;

/** A host behind the gateway under test. */
public interface LanHost {
    Ipv4Address address();

    /** Begins to send ICMP echo requests, DF clear, with {@code dataLength} octets of data; returns at once. */
    Ping ping(Ipv4Address destination, int count, Duration interval, int dataLength);

    /** With 56 octets of data, as ping sends them by itself. */
    default Ping ping(Ipv4Address destination, int count, Duration interval) {
        return ping(destination, count, interval, 56);
    }

    /** A row of echo requests under way. */
    interface Ping {
        int sent();

        int received();

        boolean finished();

        /** Sends no more. */
        void stop();
    }
}
