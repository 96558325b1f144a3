package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The subnets of a region.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Subnets.html">Amazon VPC User Guide, "VPC and
 *     Subnet Sizing for IPv4" (2018-09)</a>
 */
public final class Subnets {
    private static final String PARAMETER = "CidrBlock";

    private final Network network;
    private final Enforcement rules;
    private final UnaryOperator<String> newId;
    private final Map<String, Subnet> subnets = new LinkedHashMap<>();

    Subnets(Network network, Enforcement rules, UnaryOperator<String> newId) {
        this.network = network;
        this.rules = rules;
        this.newId = newId;
    }

    /** @param zone of the caller's choice, or else the region's first */
    public Subnet create(String vpcId, String text, Optional<String> zone) {
        Vpc vpc = network.vpcs().get(vpcId);
        Ipv4Prefix cidr = Ipv4Prefix.parse(text)
                .orElseThrow(() -> Rejection.ofValue(PARAMETER, text, "it is not a network in CIDR notation")
                        .exception());
        boolean inside = vpc.ipv4Cidrs().stream().anyMatch(block -> block.contains(cidr));
        rules.demand(
                inside && cidr.length() >= 16 && cidr.length() <= 28,
                ControlPlaneFault.ACCEPTS_SUBNET_OUTSIDE,
                () -> new Rejection(
                        "InvalidSubnet.Range", PARAMETER, text, "it is not a /16 to /28 within a block of the VPC"));
        rules.demand(
                of(vpcId).stream().noneMatch(other -> other.cidr().overlaps(cidr)),
                ControlPlaneFault.ACCEPTS_OVERLAPPING_SUBNET,
                () -> new Rejection("InvalidSubnet.Conflict", PARAMETER, text, "it overlaps another subnet"));
        List<String> zones = AvailabilityZones.of(network.regionName());
        zone.filter(name -> !zones.contains(name)).ifPresent(name -> {
            throw Rejection.ofValue("AvailabilityZone", name, "the region has no such zone")
                    .exception();
        });
        rules.demand(
                of(vpcId).size() < Quotas.SUBNETS_OF_A_VPC,
                ControlPlaneFault.UNLIMITED_SUBNETS,
                () -> Quotas.exceeded("SubnetLimitExceeded", "VpcId", vpcId, Quotas.SUBNETS_OF_A_VPC));
        if (rules.commits(ControlPlaneFault.REFUSES_SECOND_SUBNET) && !of(vpcId).isEmpty()) {
            throw Quotas.exceeded("SubnetLimitExceeded", "VpcId", vpcId, 1).exception();
        }
        Subnet subnet = new Subnet(newId.apply("subnet"), vpcId, cidr, zone.orElse(zones.get(0)));
        subnets.put(subnet.id(), subnet);
        network.acls().associate(subnet);
        return subnet;
    }

    public List<Subnet> all() {
        return List.copyOf(subnets.values());
    }

    public Subnet get(String id) {
        return AwsRegion.found(subnets.get(id), "InvalidSubnetID.NotFound", "SubnetId", id);
    }

    public List<Subnet> of(String vpcId) {
        return subnets.values().stream().filter(s -> s.vpcId().equals(vpcId)).toList();
    }

    /** The subnet of this VPC that the address is in. */
    Optional<Subnet> of(String vpcId, Ipv4Address address) {
        return of(vpcId).stream().filter(s -> s.cidr().contains(address)).findFirst();
    }

    /** Deletes a subnet, and its associations with a route table and a network ACL. */
    public void delete(String id) {
        get(id);
        rules.beforeChange();
        network.tables().forget(id);
        network.acls().forgetSubnet(id);
        subnets.remove(id);
    }
}
