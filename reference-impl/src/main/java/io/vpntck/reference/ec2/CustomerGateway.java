package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import java.time.Duration;
import java.time.Instant;

/** A customer gateway: what AWS knows of the customer's device. */
public final class CustomerGateway {
    private final String id;
    private final Ipv4Address address;
    private final long bgpAsn;
    private Lifecycle lifecycle;

    CustomerGateway(String id, Ipv4Address address, long bgpAsn, Instant now) {
        this.id = id;
        this.address = address;
        this.bgpAsn = bgpAsn;
        this.lifecycle = Lifecycle.begin(now, Duration.ofSeconds(1));
    }

    public String id() {
        return id;
    }

    public Ipv4Address address() {
        return address;
    }

    public long bgpAsn() {
        return bgpAsn;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    public String state(Instant now) {
        return lifecycle.state(now);
    }

    void delete(Instant now) {
        lifecycle = lifecycle.delete(now);
    }
}
