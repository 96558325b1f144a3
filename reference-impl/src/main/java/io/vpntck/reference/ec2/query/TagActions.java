package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import java.util.Map;

/** Tags of any resource. */
final class TagActions {
    private TagActions() {}

    static Map<String, Action> table() {
        return Map.of("CreateTags", TagActions::create, "DeleteTags", TagActions::delete);
    }

    private static void create(Parameters in, AwsRegion region, XmlAnswer out) {
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

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
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
