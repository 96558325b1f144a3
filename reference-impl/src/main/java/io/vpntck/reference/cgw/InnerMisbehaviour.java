package io.vpntck.reference.cgw;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.tunnel.InterfaceRules;
import io.vpntck.reference.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a gateway with faults does to packets of its LAN before they go into a tunnel, and to those that come out. */
final class InnerMisbehaviour {
    private static final int GRE = 47;
    /** No checksum, no key, version 0, IPv4 inside (RFC 2784, section 2.1). */
    private static final Octets GRE_HEADER = Octets.ofHex("00000800");

    private final Set<GatewayFault> faults;

    InnerMisbehaviour(Set<GatewayFault> faults) {
        this.faults = faults;
    }

    InterfaceRules bend(InterfaceRules rules) {
        boolean later = faults.contains(GatewayFault.FRAGMENTS_AFTER_ENCRYPTION);
        boolean unclamped = faults.contains(GatewayFault.LEAVES_MSS);
        boolean silent = faults.contains(GatewayFault.SWALLOWS_LARGE_PACKETS);
        return new InterfaceRules(
                rules.address(),
                faults.contains(GatewayFault.IGNORES_INTERFACE_MTU) ? 0xffff : rules.mtu(),
                rules.clearDf() && !silent,
                rules.fragmentFirst() && !later,
                unclamped ? Optional.empty() : rules.mss(),
                rules.tellsTooLarge() && !silent);
    }

    /** What goes in, in the place of a packet of the LAN. */
    List<Ipv4Packet> goesIn(Ipv4Packet packet) {
        Ipv4Packet changed = faults.contains(GatewayFault.CLEARS_DSCP) ? packet.withTypeOfService(0) : packet;
        if (!faults.contains(GatewayFault.GRE_INSIDE)) {
            return List.of(changed);
        }
        Octets wrapped = Octets.concat(GRE_HEADER, changed.encode());
        return List.of(Ipv4Packet.of(packet.source(), packet.destination(), GRE, wrapped), changed);
    }

    /** Whether a packet that came out of {@code from} is dropped because the LAN sends through {@code used}. */
    boolean drops(GatewayTunnel from, GatewayTunnel used) {
        return faults.contains(GatewayFault.DROPS_ASYMMETRIC_TRAFFIC) && from != used;
    }

    /** Whether echo requests to the inside address go unanswered. */
    boolean isDeaf() {
        return faults.contains(GatewayFault.DEAF_INSIDE_ADDRESS);
    }

    /** Whether the tunnel is chosen without regard to which one an inside address belongs to. */
    boolean hasOneInterface() {
        return faults.contains(GatewayFault.ONE_INTERFACE);
    }
}
