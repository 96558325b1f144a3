package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AvailabilityZones;
import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.Rejection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Regions and availability zones. */
final class PlaceActions {
    private PlaceActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "DescribeRegions", PlaceActions::describeRegions,
                "DescribeAvailabilityZones", PlaceActions::describeZones);
    }

    private static void describeRegions(Parameters in, AwsRegion region, XmlAnswer out) {
        List<String> named = Filters.named(
                in, region, "RegionName", AvailabilityZones.REGIONS, name -> known(AvailabilityZones.REGIONS, name));
        Map<String, Function<String, List<String>>> filters =
                Map.of("region-name", List::of, "endpoint", name -> List.of(endpoint(name)));
        out.set(
                "regionInfo",
                Filters.apply(in, region, named, Function.identity(), filters),
                (item, name) -> item.value("regionName", name).value("regionEndpoint", endpoint(name)));
    }

    private static String endpoint(String name) {
        return "ec2." + name + ".amazonaws.com";
    }

    private static void describeZones(Parameters in, AwsRegion region, XmlAnswer out) {
        List<String> zones = AvailabilityZones.of(region.name());
        List<String> named = Filters.named(in, region, "ZoneName", zones, name -> known(zones, name));
        Map<String, Function<String, List<String>>> filters = Map.of(
                "zone-name", List::of,
                "region-name", name -> List.of(region.name()),
                "state", name -> List.of("available"));
        out.set(
                "availabilityZoneInfo",
                Filters.apply(in, region, named, Function.identity(), filters),
                (item, name) -> item.value("zoneName", name)
                        .value("zoneState", "available")
                        .value("regionName", region.name()));
    }

    private static String known(List<String> names, String name) {
        if (!names.contains(name)) {
            throw Rejection.ofValue("Name", name, "there is no such place").exception();
        }
        return name;
    }
}
