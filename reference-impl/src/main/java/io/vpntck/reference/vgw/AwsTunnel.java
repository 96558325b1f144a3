package io.vpntck.reference.vgw;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ec2.TunnelEndpoint;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Packet;
import io.vpntck.reference.tunnel.TunnelEnd;
import java.util.Set;

/** One tunnel of the AWS side: what the control plane says of it, and its machine. */
final class AwsTunnel {
    private final TunnelEnd end;
    private final Set<AwsSideFault> faults;
    private final HardOfHearing hearing;
    private TunnelEndpoint endpoint;
    private boolean reportedUp;
    private boolean blackholed;
    private boolean detached;

    AwsTunnel(TunnelEndpoint endpoint, Entropy entropy, Set<AwsSideFault> faults) {
        this.faults = faults;
        this.hearing = new HardOfHearing(faults);
        this.endpoint = endpoint;
        this.end = new TunnelEnd(AwsPolicy.of(endpoint, faults), entropy);
    }

    TunnelEnd end() {
        return end;
    }

    TunnelEndpoint endpoint() {
        return endpoint;
    }

    /** Routes and VPC attachment may change while the tunnel stays as it is. */
    void follow(TunnelEndpoint newer) {
        boolean loses = endpoint.vpcId().isPresent() && newer.vpcId().isEmpty();
        detached |= loses || endpoint.vpcId().isPresent() && !endpoint.vpcId().equals(newer.vpcId());
        if (detached && faults.contains(AwsSideFault.SERVES_FIRST_VPC_ONLY)) {
            endpoint = newer.unattached();
        } else if (!loses || !faults.contains(AwsSideFault.SERVES_DETACHED_VPC)) {
            endpoint = newer;
        }
    }

    /** Whether this is still the machine for what the control plane describes. */
    boolean fits(TunnelEndpoint newer) {
        return newer.connectionId().equals(endpoint.connectionId())
                && newer.preSharedKey().equals(endpoint.preSharedKey())
                && newer.customerGateway().equals(endpoint.customerGateway());
    }

    /** The first address of the /30 inside the tunnel. */
    Ipv4Address insideAddress() {
        return endpoint.insideCidr().network().plus(1);
    }

    /** Whether a packet reaches the machine. */
    boolean hears(Ipv4Packet packet) {
        return !blackholed && !hearing.misses(packet, end.isUp());
    }

    boolean blackholed() {
        return blackholed;
    }

    void blackhole(boolean on) {
        blackholed = on;
    }

    /** Whether the state differs from the one told before; it counts as told afterwards. */
    boolean changed() {
        boolean changed = reportedUp != end.isUp();
        reportedUp = end.isUp();
        return changed;
    }
}
