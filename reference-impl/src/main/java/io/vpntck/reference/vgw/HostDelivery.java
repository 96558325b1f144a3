package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.lab.DropReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last leg to the hosts of VPCs, and the first from them: what their firewall lets pass. */
final class HostDelivery {
    private final VpcHosts hosts;
    private final HostFirewall firewall;
    private final VpcMisbehaviour misbehaviour;
    private final EventLog events;

    HostDelivery(VpcHosts hosts, HostFirewall firewall, VpcMisbehaviour misbehaviour, EventLog events) {
        this.hosts = hosts;
        this.firewall = firewall;
        this.misbehaviour = misbehaviour;
        this.events = events;
    }

    /**
     * Hands a packet to its host; returns what the host sends in answer.
     *
     * @param way how it came, in words
     */
    List<VpcHosts.Sent> deliver(String vpcId, Ipv4Packet packet, String way, Instant now) {
        if (!hosts.has(vpcId, packet.destination())) {
            events.dropped(now, DropReason.NO_HOST, packet, "no such host in " + vpcId);
            return List.of();
        }
        Optional<DropReason> refused = firewall.refuses(vpcId, packet, false);
        if (refused.isPresent()) {
            events.dropped(now, refused.get(), packet, "refused on its way to the host");
            return List.of();
        }
        Optional<Ipv4Packet> delivered = misbehaviour.delivers(packet);
        if (delivered.isEmpty()) {
            return List.of();
        }
        events.note(now, "delivered", packet.source() + " to " + packet.destination() + " " + way);
        return hosts.receive(vpcId, delivered.get(), now);
    }

    /** Hands errors to those hosts whose packets they are about; nothing comes of it. */
    void back(String vpcId, List<Ipv4Packet> errors, Instant now) {
        errors.stream()
                .filter(error -> hosts.has(vpcId, error.destination()))
                .forEach(error -> hosts.receive(vpcId, error, now));
    }

    /** Whether what a host sends may leave it. */
    boolean letsOut(String vpcId, Ipv4Packet packet, Instant now) {
        Optional<DropReason> refused = firewall.refuses(vpcId, packet, true);
        refused.ifPresent(reason -> events.dropped(now, reason, packet, "refused on its way out of the host"));
        return refused.isEmpty();
    }
}
