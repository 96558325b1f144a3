package io.vpntck.steps.testbed.simulated;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;

/** A customer's premises: a gateway, the LAN behind it and one host there. */
enum SimulatedSite {
    FIRST("gateway", "lan", "10.20.0.0/24", "10.20.0.10"),
    SECOND("gateway-2", "lan-2", "10.21.0.0/24", "10.21.0.10");

    private final String gateway;
    private final String segment;
    private final String lan;
    private final String host;

    SimulatedSite(String gateway, String segment, String lan, String host) {
        this.gateway = gateway;
        this.segment = segment;
        this.lan = lan;
        this.host = host;
    }

    /** The name of its gateway's source of entropy. */
    String gateway() {
        return gateway;
    }

    /** The name of the segment of its LAN. */
    String segment() {
        return segment;
    }

    Ipv4Prefix lan() {
        return Ipv4Prefix.of(lan);
    }

    Ipv4Address host() {
        return Ipv4Address.of(host);
    }
}
