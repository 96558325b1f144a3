package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<String, String> tags = new LinkedHashMap<>();
        read(in).forEach((key, value) -> tags.put(key, value.orElse("")));
        region.tags().put(resources(in, region), tags);
        out.value("return", true);
    }

    private static void delete(Parameters in, AwsRegion region, XmlAnswer out) {
        region.tags().delete(resources(in, region), read(in));
        out.value("return", true);
    }

    private static Map<String, Optional<String>> read(Parameters in) {
        Map<String, Optional<String>> tags = new LinkedHashMap<>();
        for (int i = 1; i <= in.structures("Tag"); i++) {
            String name = "Tag." + i + ".Key";
            String key = in.required(name);
            if (tags.put(key, in.optional("Tag." + i + ".Value")) != null) {
                throw Rejection.ofValue(name, key, "the request has the key twice")
                        .exception();
            }
        }
        return tags;
    }

    /** The ids of the request; each must be of a resource that there is. */
    private static List<String> resources(Parameters in, AwsRegion region) {
        List<String> ids = in.list("ResourceId");
        ids.forEach(id -> ResourceKind.of(id)
                .orElseThrow(
                        () -> new Rejection("InvalidID", "ResourceId", id, "it is no id of a resource").exception())
                .require(region, id));
        return ids;
    }

    /** Every tag, by resource; the filters are those on its four members. */
    private static void describe(Parameters in, AwsRegion region, XmlAnswer out) {
        List<Tag> all = new ArrayList<>();
        region.tags()
                .all()
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
        String type() {
            return ResourceKind.of(resource).map(ResourceKind::word).orElse("unknown");
        }
    }

    static void write(XmlAnswer out, AwsRegion region, String resourceId) {
        out.set("tagSet", region.tags(resourceId).entrySet(), (item, tag) -> item.value("key", tag.getKey())
                .value("value", tag.getValue()));
    }
}
