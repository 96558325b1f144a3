package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.CidrAssociation;
import io.vpntck.reference.ec2.Rejection;
import io.vpntck.reference.ec2.Vpc;
import io.vpntck.reference.ec2.VpcBlocks;
import io.vpntck.reference.ip.Ipv4Prefix;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** VPCs and their blocks. */
final class VpcActions {
    private static final Map<String, Function<Vpc, List<String>>> FILTERS = Map.of(
            "vpc-id", vpc -> List.of(vpc.id()),
            "cidr", vpc -> List.of(vpc.cidr().toString()),
            "state", vpc -> List.of("available"),
            "isDefault", vpc -> List.of("false"),
            "cidr-block-association.cidr-block",
                    vpc -> vpc.ipv4Cidrs().stream().map(Ipv4Prefix::toString).toList());

    private VpcActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "CreateVpc", VpcActions::create,
                "DescribeVpcs", VpcActions::describe,
                "DeleteVpc", VpcActions::delete,
                "AssociateVpcCidrBlock", VpcActions::associate,
                "DisassociateVpcCidrBlock", VpcActions::disassociate);
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
        Vpc vpc = region.network().createVpc(in.required("CidrBlock"));
        if (in.flag("AmazonProvidedIpv6CidrBlock")) {
            region.network().blocks().associateIpv6(vpc.id());
        }
        out.open("vpc");
        write(out, region, vpc);
        out.close();
    }

    private static void describe(Parameters in, AwsRegion region, XmlAnswer out) {
        List<Vpc> vpcs = Filters.named(
                in,
                region,
                "VpcId",
                region.network().vpcs().all(),
                region.network().vpcs()::get);
        out.set("vpcSet", Filters.apply(in, region, vpcs, Vpc::id, FILTERS), (item, vpc) -> write(item, region, vpc));
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        region.deleteVpc(in.required("VpcId"));
        out.value("return", true);
    }

    private static void write(XmlAnswer out, AwsRegion region, Vpc vpc) {
        out.value("vpcId", vpc.id())
                .value("state", "available")
                .value("cidrBlock", vpc.cidr())
                .value("instanceTenancy", "default")
                .value("isDefault", false)
                .set("cidrBlockAssociationSet", blocks(vpc, true), (item, block) -> write(item, block, "associated"))
                .set(
                        "ipv6CidrBlockAssociationSet",
                        blocks(vpc, false),
                        (item, block) -> write(item, block, "associated"));
        TagActions.write(out, region, vpc.id());
    }

    private static List<CidrAssociation> blocks(Vpc vpc, boolean ipv4) {
        return vpc.blocks().stream()
                .filter(block -> block.cidr() instanceof Ipv4Prefix == ipv4)
                .toList();
    }

    private static void write(XmlAnswer out, CidrAssociation block, String state) {
        boolean ipv4 = block.cidr() instanceof Ipv4Prefix;
        out.value("associationId", block.id())
                .value(ipv4 ? "cidrBlock" : "ipv6CidrBlock", block.cidr())
                .open(ipv4 ? "cidrBlockState" : "ipv6CidrBlockState")
                .value("state", state)
                .close();
    }

    private static void associate(Parameters in, AwsRegion region, XmlAnswer out) {
        String vpc = in.required("VpcId");
        boolean ipv6 = in.flag("AmazonProvidedIpv6CidrBlock");
        if (ipv6 && in.optional("CidrBlock").isPresent()) {
            throw new Rejection(
                            "InvalidParameterCombination",
                            "CidrBlock",
                            in.required("CidrBlock"),
                            "an IPv6 block is asked for as well")
                    .exception();
        }
        VpcBlocks blocks = region.network().blocks();
        answer(
                out,
                vpc,
                ipv6 ? blocks.associateIpv6(vpc) : blocks.associate(vpc, in.required("CidrBlock")),
                "associating");
    }

    private static void disassociate(Parameters in, AwsRegion region, XmlAnswer out) {
        VpcBlocks.Removed removed = region.network().blocks().disassociate(in.required("AssociationId"));
        answer(out, removed.vpc().id(), removed.block(), "disassociating");
    }

    private static void answer(XmlAnswer out, String vpc, CidrAssociation block, String state) {
        out.value("vpcId", vpc)
                .open(block.cidr() instanceof Ipv4Prefix ? "cidrBlockAssociation" : "ipv6CidrBlockAssociation");
        write(out, block, state);
        out.close();
    }
}
