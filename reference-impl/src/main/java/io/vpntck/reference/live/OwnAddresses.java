package io.vpntck.reference.live;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The addresses that this host answers for, and so those that it does not. */
record OwnAddresses(Set<Ipv4Address> addresses) {
    private static final Ipv4Prefix MULTICAST_AND_ABOVE = Ipv4Prefix.of("224.0.0.0/3");

    OwnAddresses {
        addresses = Set.copyOf(addresses);
    }

    /** Those of this host's interfaces, broadcast addresses included, and others that it answers for. */
    static OwnAddresses of(Collection<Ipv4Address> others) throws SocketException {
        Set<Ipv4Address> all = new HashSet<>(others);
        for (NetworkInterface device : NetworkInterface.networkInterfaces().toList()) {
            for (InterfaceAddress address : device.getInterfaceAddresses()) {
                if (address.getAddress() instanceof Inet4Address own) {
                    all.add(of(own));
                }
                if (address.getBroadcast() instanceof Inet4Address broadcast) {
                    all.add(of(broadcast));
                }
            }
        }
        return new OwnAddresses(all);
    }

    private static Ipv4Address of(Inet4Address address) {
        return Ipv4Address.of(address.getHostAddress());
    }

    /** Whether the packet is between others, and still came here: as to a router. */
    boolean isStray(Ipv4Packet packet) {
        return List.of(packet.source(), packet.destination()).stream().noneMatch(addresses::contains)
                && !MULTICAST_AND_ABOVE.contains(packet.destination());
    }
}
