package io.vpntck.reference.ec2;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tags of one region's resources.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html">Amazon EC2 User Guide, "Tagging Your
 *     Amazon EC2 Resources", tag restrictions</a>
 */
public final class ResourceTags {
    private static final int LONGEST_KEY = 127;
    private static final int LONGEST_VALUE = 255;
    private static final String RESERVED = "aws:";

    private final Enforcement rules;
    private final Map<String, Map<String, String>> byResource = new LinkedHashMap<>();

    ResourceTags(Enforcement rules) {
        this.rules = rules;
    }

    /** The tags of one resource; a view that cannot be written to. */
    public Map<String, String> of(String resourceId) {
        return Collections.unmodifiableMap(byResource.getOrDefault(resourceId, Map.of()));
    }

    /** All that have tags. */
    public Map<String, Map<String, String>> all() {
        return Collections.unmodifiableMap(byResource);
    }

    /** Gives tags to resources that exist; a tag with the same key is overwritten. All or none. */
    public void put(List<String> resourceIds, Map<String, String> tags) {
        tags.forEach(this::check);
        for (String id : resourceIds) {
            Map<String, String> then = new LinkedHashMap<>(of(id));
            then.putAll(tags);
            rules.demand(
                    then.size() <= Quotas.TAGS_OF_A_RESOURCE,
                    ControlPlaneFault.UNLIMITED_TAGS,
                    () -> Quotas.exceeded("TagLimitExceeded", "ResourceId", id, Quotas.TAGS_OF_A_RESOURCE));
        }
        rules.beforeChange();
        if (rules.commits(ControlPlaneFault.FORGETS_TAGS)) {
            return;
        }
        for (String id : resourceIds) {
            Map<String, String> own = byResource.computeIfAbsent(id, i -> new LinkedHashMap<>());
            if (rules.commits(ControlPlaneFault.FORGETS_SECOND_TAG) && !own.isEmpty()) {
                tags.forEach(own::replace);
            } else if (rules.commits(ControlPlaneFault.KEEPS_OLD_TAG_VALUE)) {
                tags.forEach(own::putIfAbsent);
            } else {
                own.putAll(tags);
            }
        }
    }

    private void check(String key, String value) {
        if (key.isEmpty() || key.codePointCount(0, key.length()) > LONGEST_KEY) {
            throw Rejection.ofValue("Tag.Key", key, "a key has 1 to " + LONGEST_KEY + " characters")
                    .exception();
        }
        if (value.codePointCount(0, value.length()) > LONGEST_VALUE) {
            throw Rejection.ofValue("Tag.Value", value, "a value has at most " + LONGEST_VALUE + " characters")
                    .exception();
        }
        if (key.startsWith(RESERVED)) {
            throw Rejection.ofValue("Tag.Key", key, "keys that start with " + RESERVED + " are reserved")
                    .exception();
        }
    }

    /**
     * Takes tags away; one that is not there is passed over.
     *
     * @param tags keys, each with the value that it must have, or with none for any; empty for all tags
     */
    public void delete(List<String> resourceIds, Map<String, Optional<String>> tags) {
        rules.beforeChange();
        if (rules.commits(ControlPlaneFault.KEEPS_DELETED_TAGS)) {
            return;
        }
        for (String id : resourceIds) {
            Map<String, String> own = byResource.getOrDefault(id, new LinkedHashMap<>());
            if (tags.isEmpty()) {
                own.keySet().removeIf(key -> !key.startsWith(RESERVED));
            }
            tags.forEach((key, value) -> {
                boolean any = value.isEmpty() || rules.commits(ControlPlaneFault.DELETES_TAGS_OF_OTHER_VALUE);
                if (any || own.getOrDefault(key, "").equals(value.orElseThrow())) {
                    own.remove(key);
                }
            });
            if (own.isEmpty()) {
                byResource.remove(id);
            }
        }
    }
}
