package io.vpntck.reference.tunnel;

import io.vpntck.reference.ip.Ipv4Address;
import java.util.Optional;

/**
 * How a tunnel interface treats packets that are to go in.
 *
 * @param address the router's own, which its ICMP errors come from
 * @param mtu octets of the largest packet that goes in whole, IP header included
 * @param clearDf whether DF is disregarded: a packet that is too large goes in fragments all the same
 * @param fragmentFirst whether fragments are made before encryption; else the encrypted packet is left to the network
 * @param mss what the maximum segment size in a TCP SYN is lowered to, both ways; empty where it is left alone
 * @param tellsTooLarge whether the sender hears of a packet that is too large and must not be fragmented
 */
public record InterfaceRules(
        Ipv4Address address,
        int mtu,
        boolean clearDf,
        boolean fragmentFirst,
        Optional<Integer> mss,
        boolean tellsTooLarge) {

    public InterfaceRules {
        if (mtu < 68 || mtu > 0xffff) {
            throw new IllegalArgumentException("an MTU of " + mtu + " octets: IPv4 asks for 68 at least (RFC 791)");
        }
    }
}
