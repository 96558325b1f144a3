package io.vpntck.reference.ec2;

import io.vpntck.reference.crypto.Entropy;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** One account: its regions side by side, and all their tunnels for the data plane. */
public final class AwsAccount implements TunnelInventory, TunnelTelemetry {
    private final OutsideAddresses addresses;
    private final Supplier<Instant> clock;
    private final Entropy entropy;
    private final Set<ControlPlaneFault> faults;
    private final Map<String, AwsRegion> regions = new LinkedHashMap<>();
    /** Changes that no request has made. */
    private long otherChanges;

    private final VpcRules vpcRules = new AccountRules(this::regions);
    private final VpcRoutes vpcRoutes = new AccountRoutes(this);

    public AwsAccount(
            OutsideAddresses addresses, Supplier<Instant> clock, Entropy entropy, Set<ControlPlaneFault> faults) {
        this.addresses = addresses;
        this.clock = clock;
        this.entropy = entropy;
        this.faults = Set.copyOf(faults);
    }

    /** The region of this name, empty at first. */
    public AwsRegion region(String name) {
        if (faults.contains(ControlPlaneFault.ONE_REGION) && !regions.isEmpty()) {
            return regions.values().iterator().next();
        }
        return regions.computeIfAbsent(name, n -> new AwsRegion(n, addresses, clock, entropy, faults));
    }

    /** The regions that have been used. */
    public List<AwsRegion> regions() {
        return List.copyOf(regions.values());
    }

    /** What the data plane asks of packets of hosts in VPCs. */
    public VpcRules vpcRules() {
        return vpcRules;
    }

    /** By which the data plane finds the way of packets of hosts in VPCs. */
    public VpcRoutes vpcRoutes() {
        return vpcRoutes;
    }

    /** Whether the control plane is to do this wrong. */
    public boolean commits(ControlPlaneFault fault) {
        return faults.contains(fault);
    }

    /**
     * Puts a route target that the API cannot make into a VPC.
     *
     * @return its id
     * @throws IllegalArgumentException for an unknown VPC or kind
     */
    public String addRouteTarget(String vpcId, String kind) {
        AwsRegion region = regions.values().stream()
                .filter(r -> r.network().vpcs().find(vpcId).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no VPC " + vpcId));
        return region.network().targets().add(vpcId, kind).id();
    }

    /** @throws IllegalArgumentException when there is no such target */
    public void removeRouteTarget(String id) {
        boolean removed = regions.values().stream()
                .anyMatch(region -> region.network().targets().remove(id));
        if (!removed) {
            throw new IllegalArgumentException("there is no route target " + id);
        }
        otherChanges++;
    }

    @Override
    public List<TunnelEndpoint> tunnels() {
        return regions.values().stream()
                .flatMap(region -> region.tunnels().endpoints().stream())
                .toList();
    }

    /** Tunnels change with requests, the lab, and the first report of a tunnel: its routes are then propagated. */
    @Override
    public long revision() {
        return otherChanges
                + regions.values().stream().mapToLong(AwsRegion::changes).sum();
    }

    @Override
    public void report(Ipv4Address outsideAddress, boolean up, String statusMessage, int acceptedRoutes, Instant now) {
        otherChanges++;
        regions.values().forEach(region -> region.tunnels()
                .at(outsideAddress)
                .ifPresent(tunnel -> tunnel.report(up, statusMessage, acceptedRoutes, now)));
    }

    @Override
    public void learned(Ipv4Address outsideAddress, List<Ipv4Prefix> prefixes) {
        otherChanges++;
        regions.values()
                .forEach(region -> region.tunnels().at(outsideAddress).ifPresent(tunnel -> tunnel.learned(prefixes)));
    }
}
