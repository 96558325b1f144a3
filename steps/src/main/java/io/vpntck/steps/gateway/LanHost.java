package io.vpntck.steps.gateway;

import io.vpntck.reference.ip.Ipv4Address;
import java.time.Duration;

/** A host behind the gateway under test. */
public interface LanHost {
    Ipv4Address address();

    /** Begins to send ICMP echo requests; returns at once. */
    Ping ping(Ipv4Address destination, int count, Duration interval);

    /** A row of echo requests under way. */
    interface Ping {
        int sent();

        int received();

        boolean finished();

        /** Sends no more. */
        void stop();
    }
}
