package io.vpntck.reference.vgw;

import io.vpntck.reference.host.Arrival;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.wire.MalformedMessageException;
import io.vpntck.reference.wire.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the lab does in the VPCs of an account: it puts hosts there, has them send, and changes what is around them. */
public final class VpcControls {
    private final VpcHosts hosts;
    private final Ipv6Packets ipv6;
    private final VpcForwarding forwarding;
    private final DirectConnectPeers directConnect;

    VpcControls(VpcHosts hosts, Ipv6Packets ipv6, VpcForwarding forwarding, DirectConnectPeers directConnect) {
        this.hosts = hosts;
        this.ipv6 = ipv6;
        this.forwarding = forwarding;
        this.directConnect = directConnect;
    }

    public void addHost(String vpcId, Ipv4Address address) {
        hosts.add(vpcId, address);
    }

    /** Has a host ping; the first request is due now. */
    public void ping(
            String vpcId, Ipv4Address source, Ipv4Address destination, int count, Duration interval, Instant now) {
        hosts.ping(vpcId, source, destination, count, interval, now);
    }

    /**
     * Has a host send a packet as it is with the next tick, which is due at once. IPv6 hosts are not told apart.
     *
     * @throws MalformedMessageException when the header of the packet cannot be read
     */
    public void send(String vpcId, Octets packet) throws MalformedMessageException {
        if (!packet.isEmpty() && packet.at(0) >>> 4 == 6) {
            ipv6.send(vpcId, hosts.any(vpcId), packet);
        } else {
            hosts.send(vpcId, Ipv4Packet.decode(packet));
        }
    }

    /** Has a host take TCP connections at a port, and send so many octets on each. */
    public void serve(String vpcId, Ipv4Address address, int port, long octets) {
        hosts.serve(vpcId, address, port, octets);
    }

    /** The last packets that came to a host, fragments one by one. */
    public List<Arrival> arrived(String vpcId, Ipv4Address address) {
        return hosts.arrived(vpcId, address);
    }

    /** Of the VPCs, beside VPN connections; {@link #surroundingsChanged} is to be called after a change. */
    VpcSurroundings surroundings() {
        return forwarding.surroundings();
    }

    void surroundingsChanged() {
        forwarding.changed();
        directConnect.changed();
    }

    /** Direct Connect as a peer of the virtual private gateways. */
    DirectConnectPeers directConnect() {
        return directConnect;
    }
}
