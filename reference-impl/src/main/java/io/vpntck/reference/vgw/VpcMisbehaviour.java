package io.vpntck.reference.vgw;

import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.ip.Reassembly;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an AWS side with faults does between its tunnels and the VPC. */
final class VpcMisbehaviour {
    private static final int LARGE = 1400;

    private final Set<AwsSideFault> faults;
    private final Reassembly reassembly = new Reassembly();

    VpcMisbehaviour(Set<AwsSideFault> faults) {
        this.faults = faults;
    }

    /** What a host gets in the place of a packet that came out of a tunnel. */
    Optional<Ipv4Packet> delivers(Ipv4Packet packet) {
        return faults.contains(AwsSideFault.REASSEMBLES_INNER) ? reassembly.add(packet) : Optional.of(packet);
    }

    /** Whether pings to an inside address are answered through the other tunnel. */
    boolean answersElsewhere() {
        return faults.contains(AwsSideFault.ANSWERS_THROUGH_OTHER_TUNNEL);
    }

    /** Whether a packet to the inside address of a tunnel is disregarded. */
    boolean ignores(AwsTunnel tunnel, Ipv4Packet packet) {
        boolean forwards = tunnel.endpoint().vpcId().isPresent()
                && !(tunnel.endpoint().staticRoutes().isEmpty()
                        && tunnel.accepted().isEmpty());
        return faults.contains(AwsSideFault.DEAF_WITHOUT_ROUTES) && !forwards
                || faults.contains(AwsSideFault.IGNORES_LARGE_PINGS) && packet.totalLength() > LARGE;
    }

    /** What leaves in clear of a packet that the VPC has no route for. */
    List<Ipv4Packet> escapes(Ipv4Packet packet) {
        return faults.contains(AwsSideFault.SENDS_UNROUTED_IN_CLEAR) ? List.of(packet) : List.of();
    }

    /** What leaves in clear of a packet that no tunnel is up for. */
    List<Ipv4Packet> escapesWhenDown(Ipv4Packet packet) {
        return faults.contains(AwsSideFault.SENDS_IN_CLEAR_WHEN_DOWN) ? List.of(packet) : List.of();
    }
}
