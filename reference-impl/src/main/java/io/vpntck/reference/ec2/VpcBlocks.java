package io.vpntck.reference.ec2;

import io.vpntck.reference.ip.IpPrefix;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.ip.Ipv6Prefix;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Further blocks of a VPC.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Subnets.html">Amazon VPC User Guide, "Adding IPv4
 *     CIDR Blocks to a VPC" (2018-09)</a>
 */
public final class VpcBlocks {
    private static final String PARAMETER = "CidrBlock";
    private static final String ASSOCIATION = "AssociationId";
    /** The first block that an IPv6 VPC gets; the next is 256 networks of /64 on. */
    private static final Ipv6Prefix FIRST_IPV6 = Ipv6Prefix.of("2001:db8:1000::/56");

    private final Network network;
    private final Enforcement rules;
    private final UnaryOperator<String> newId;
    private int ipv6Blocks;

    VpcBlocks(Network network, Enforcement rules, UnaryOperator<String> newId) {
        this.network = network;
        this.rules = rules;
        this.newId = newId;
    }

    /** Adds an IPv4 block; local routes to it come into every route table of the VPC. */
    public CidrAssociation associate(String vpcId, String text) {
        Vpc vpc = network.vpcs().get(vpcId);
        Ipv4Prefix cidr = Ipv4Prefix.parse(text)
                .orElseThrow(() -> Rejection.ofValue(PARAMETER, text, "it is not a network in CIDR notation")
                        .exception());
        if (!Vpcs.hasVpcSize(cidr)) {
            throw Vpcs.wrongSize(text).exception();
        }
        if (vpc.ipv4Cidrs().stream().anyMatch(cidr::overlaps)) {
            throw new Rejection("InvalidVpc.Conflict", PARAMETER, text, "it overlaps a block of the VPC").exception();
        }
        ExtensionRanges.check(vpc.cidr(), cidr).ifPresent(rejection -> {
            throw rejection.exception();
        });
        rules.demand(
                !coversARoute(vpcId, cidr),
                ControlPlaneFault.ACCEPTS_CIDR_OVER_ROUTE,
                () -> Rejection.ofValue(PARAMETER, text, "it is the same as or larger than a route of the VPC"));
        if (rules.commits(ControlPlaneFault.REFUSES_CIDR_WITHIN_ROUTE) && isWithinARoute(vpcId, cidr)) {
            throw Rejection.ofValue(PARAMETER, text, "it is a part of a route of the VPC")
                    .exception();
        }
        rules.demand(
                vpc.ipv4Cidrs().size() < Quotas.CIDRS_OF_A_VPC,
                ControlPlaneFault.UNLIMITED_CIDRS,
                () -> Quotas.exceeded("VpcCidrLimitExceeded", PARAMETER, text, Quotas.CIDRS_OF_A_VPC));
        return add(vpc, cidr);
    }

    private boolean coversARoute(String vpcId, Ipv4Prefix cidr) {
        return destinations(vpcId).anyMatch(cidr::covers);
    }

    private boolean isWithinARoute(String vpcId, Ipv4Prefix cidr) {
        return destinations(vpcId).anyMatch(destination -> destination.covers(cidr));
    }

    private Stream<IpPrefix> destinations(String vpcId) {
        return network.tables().of(vpcId).stream()
                .flatMap(table -> network.routes().of(table).stream())
                .map(Route::destination);
    }

    /** Adds the one IPv6 block that a VPC can have, of AWS's choice. */
    public CidrAssociation associateIpv6(String vpcId) {
        Vpc vpc = network.vpcs().get(vpcId);
        if (vpc.blocks().stream().anyMatch(block -> block.cidr() instanceof Ipv6Prefix)) {
            throw Quotas.exceeded("VpcCidrLimitExceeded", "AmazonProvidedIpv6CidrBlock", "true", 1)
                    .exception();
        }
        rules.beforeChange();
        return add(vpc, new Ipv6Prefix(FIRST_IPV6.high() + ((long) ipv6Blocks++ << 8), 0, FIRST_IPV6.length()));
    }

    private CidrAssociation add(Vpc vpc, IpPrefix cidr) {
        CidrAssociation block = new CidrAssociation(newId.apply("vpc-cidr-assoc"), cidr);
        vpc.add(block);
        return block;
    }

    /** Takes a block away; the primary one stays, and so does one with subnets in it. */
    public Removed disassociate(String associationId) {
        for (Vpc vpc : network.vpcs().all()) {
            for (CidrAssociation block : vpc.blocks()) {
                if (block.id().equals(associationId)) {
                    remove(vpc, block);
                    return new Removed(vpc, block);
                }
            }
        }
        throw new Rejection(
                        "InvalidVpcCidrBlockAssociationID.NotFound", ASSOCIATION, associationId, "it does not exist")
                .exception();
    }

    private void remove(Vpc vpc, CidrAssociation block) {
        if (block.cidr().equals(vpc.cidr())) {
            throw new Rejection("OperationNotPermitted", ASSOCIATION, block.id(), "it is the primary block")
                    .exception();
        }
        if (network.subnets().of(vpc.id()).stream()
                .anyMatch(subnet -> block.cidr().covers(subnet.cidr()))) {
            throw new Rejection("InvalidCidrBlock.InUse", ASSOCIATION, block.id(), "a subnet is in it").exception();
        }
        rules.beforeChange();
        vpc.remove(block);
    }

    /** A block and the VPC that it was taken from. */
    public record Removed(Vpc vpc, CidrAssociation block) {}
}
