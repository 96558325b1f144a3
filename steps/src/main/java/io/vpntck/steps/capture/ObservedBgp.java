package io.vpntck.steps.capture;

import io.vpntck.reference.bgp.BgpMessage;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import java.time.Instant;

/**
 * A BGP message that went through a tunnel.
 *
 * @param time when its last octet was seen
 * @param packet the one within ESP that brought its last octet
 */
public record ObservedBgp(Instant time, Ipv4Packet packet, BgpMessage message) {
    public Ipv4Address source() {
        return packet.source();
    }
}
