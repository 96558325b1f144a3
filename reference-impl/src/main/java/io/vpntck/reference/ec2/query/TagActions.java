package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.ControlPlaneFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tags of any resource. */
final class TagActions {
    private TagActions() {}

    static Map<String, Action> table() {
        return Map.of(
                "CreateTags",
                TagActions::create,
                "DeleteTags",
                TagActions::delete,
                "DescribeTags",
                TagActions::describe);
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
        if (region.commits(ControlPlaneFault.FORGETS_TAGS)) {
            out.value("return", true);
            return;
        }
        for (String resource : in.list("ResourceId")) {
            for (int i = 1; i <= in.structures("Tag"); i++) {
                region.tags(resource)
                        .put(
                                in.required("Tag." + i + ".Key"),
                                in.optional("Tag." + i + ".Value").orElse(""));
            }
        }
        out.value("return", true);
    }

    /** Every tag, by resource; the filters are those on its four members. */
    private static void describe(Parameters in, AwsRegion region, XmlAnswer out) {
        List<Tag> all = new ArrayList<>();
        region.tagged()
                .forEach((resource, tags) -> tags.forEach((key, value) -> all.add(new Tag(resource, key, value))));
        Map<String, Function<Tag, List<String>>> filters = Map.of(
                "resource-id", tag -> List.of(tag.resource()),
                "resource-type", tag -> List.of(tag.type()),
                "key", tag -> List.of(tag.key()),
                "value", tag -> List.of(tag.value()));
        out.set("tagSet", Filters.apply(in, region, all, Tag::resource, filters), (item, tag) -> item.value(
                        "resourceId", tag.resource())
                .value("resourceType", tag.type())
                .value("key", tag.key())
                .value("value", tag.value()));
    }

    /** One tag of one resource. */
    private record Tag(String resource, String key, String value) {
        private static final Map<String, String> TYPES = Map.of(
                "vpc", "vpc",
                "vgw", "vpn-gateway",
                "cgw", "customer-gateway",
                "vpn", "vpn-connection",
                "rtb", "route-table");

        String type() {
            return TYPES.getOrDefault(resource.replaceAll("-.*", ""), "unknown");
        }
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        if (region.commits(ControlPlaneFault.KEEPS_DELETED_TAGS)) {
            out.value("return", true);
            return;
        }
        for (String resource : in.list("ResourceId")) {
            for (int i = 1; i <= in.structures("Tag"); i++) {
                String key = in.required("Tag." + i + ".Key");
                String value = in.optional("Tag." + i + ".Value")
                        .orElse(region.tags(resource).get(key));
                region.tags(resource).remove(key, value);
            }
        }
        out.value("return", true);
    }

    /** The tags that a create request carries for a resource just made, for {@code resourceType}. */
    static void ofCreation(Parameters in, AwsRegion region, String resourceId) {
        for (int i = 1; i <= in.structures("TagSpecification"); i++) {
            String prefix = "TagSpecification." + i + ".Tag";
            for (int j = 1; j <= in.structures(prefix); j++) {
                region.tags(resourceId)
                        .put(
                                in.required(prefix + "." + j + ".Key"),
                                in.optional(prefix + "." + j + ".Value").orElse(""));
            }
        }
    }

    static void write(XmlAnswer out, AwsRegion region, String resourceId) {
        out.set("tagSet", region.tags(resourceId).entrySet(), (item, tag) -> item.value("key", tag.getKey())
                .value("value", tag.getValue()));
    }
}
