package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.Subnet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Subnets. */
final class SubnetActions {
    private static final Map<String, Function<Subnet, List<String>>> FILTERS = Map.of(
            "subnet-id", subnet -> List.of(subnet.id()),
            "vpc-id", subnet -> List.of(subnet.vpcId()),
            "cidr-block", subnet -> List.of(subnet.cidr().toString()),
            "cidr", subnet -> List.of(subnet.cidr().toString()),
            "availability-zone", subnet -> List.of(subnet.availabilityZone()),
            "available-ip-address-count", subnet -> List.of(Integer.toString(subnet.availableAddresses())),
            "default-for-az", subnet -> List.of("false"),
            "state", subnet -> List.of("available"));

    private SubnetActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "CreateSubnet", SubnetActions::create,
                "DescribeSubnets", SubnetActions::describe,
                "DeleteSubnet", SubnetActions::delete);
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
        Subnet subnet = region.network()
                .subnets()
                .create(in.required("VpcId"), in.required("CidrBlock"), in.optional("AvailabilityZone"));
        out.open("subnet");
        write(out, region, subnet);
        out.close();
    }

    private static void describe(Parameters in, AwsRegion region, XmlAnswer out) {
        List<Subnet> subnets = Filters.named(
                in,
                region,
                "SubnetId",
                region.network().subnets().all(),
                region.network().subnets()::get);
        out.set(
                "subnetSet",
                Filters.apply(in, region, subnets, Subnet::id, FILTERS),
                (item, subnet) -> write(item, region, subnet));
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        region.network().subnets().delete(in.required("SubnetId"));
        out.value("return", true);
    }

    private static void write(XmlAnswer out, AwsRegion region, Subnet subnet) {
        out.value("subnetId", subnet.id())
                .value("state", "available")
                .value("vpcId", subnet.vpcId())
                .value("cidrBlock", subnet.cidr())
                .value("availableIpAddressCount", subnet.availableAddresses())
                .value("availabilityZone", subnet.availabilityZone())
                .value("defaultForAz", false)
                .value("mapPublicIpOnLaunch", false);
        TagActions.write(out, region, subnet.id());
    }
}
