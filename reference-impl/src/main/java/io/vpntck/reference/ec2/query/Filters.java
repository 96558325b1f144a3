package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.RejectedRequestException;
import io.vpntck.reference.ec2.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * {@code Filter.N.Name} and {@code Filter.N.Value.M}: filters are ANDed, their values ORed; each may be a
 * {@link Wildcard}.
 */
final class Filters {
    private Filters() {}

    /**
     * The resources that pass every filter.
     *
     * @param names the filters that this action knows beside those for tags, each with the values that a resource has
     */
    static <T> List<T> apply(
            Parameters in,
            AwsRegion region,
            List<T> resources,
            Function<T, String> id,
            Map<String, Function<T, List<String>>> names) {
        List<Predicate<T>> filters = new ArrayList<>();
        for (int i = 1; i <= in.structures("Filter"); i++) {
            String parameter = "Filter." + i + ".Name";
            String name = in.required(parameter);
            Optional<Function<T, List<String>>> known = values(region, id, names, name);
            if (known.isEmpty() && region.commits(ControlPlaneFault.IGNORES_UNKNOWN_FILTERS)) {
                continue;
            }
            Function<T, List<String>> values = known.orElseThrow(
                    () -> Rejection.ofValue(parameter, name, "no such filter").exception());
            boolean literal = region.commits(ControlPlaneFault.NO_WILDCARDS);
            List<String> wanted = in.list("Filter." + i + ".Value");
            filters.add(resource -> values.apply(resource).stream().anyMatch(value -> wanted.stream()
                    .anyMatch(text -> literal ? text.equals(value) : new Wildcard(text).matches(value))));
        }
        if (filters.isEmpty() || region.commits(ControlPlaneFault.IGNORES_FILTERS)) {
            return resources;
        }
        boolean any = region.commits(ControlPlaneFault.ANY_FILTER_WILL_DO);
        return resources.stream()
                .filter(resource -> any
                        ? filters.stream().anyMatch(filter -> filter.test(resource))
                        : filters.stream().allMatch(filter -> filter.test(resource)))
                .toList();
    }

    private static <T> Optional<Function<T, List<String>>> values(
            AwsRegion region, Function<T, String> id, Map<String, Function<T, List<String>>> names, String name) {
        if (name.equals("tag-key")) {
            return Optional.of(
                    resource -> List.copyOf(region.tags(id.apply(resource)).keySet()));
        }
        if (name.startsWith("tag:")) {
            String key = name.substring("tag:".length());
            return Optional.of(resource -> Optional.ofNullable(
                            region.tags(id.apply(resource)).get(key))
                    .map(List::of)
                    .orElse(List.of()));
        }
        return Optional.ofNullable(names.get(name));
    }

    /** The resources named by {@code <Name>.N}, or all of them; an unknown id is refused by {@code lookup}. */
    static <T> List<T> named(Parameters in, AwsRegion region, String name, List<T> all, Function<String, T> lookup) {
        List<String> ids = in.list(name);
        if (ids.isEmpty()) {
            return all;
        }
        if (region.commits(ControlPlaneFault.DESCRIBES_FIRST_ID_ONLY)) {
            return List.of(lookup.apply(ids.get(0)));
        }
        if (region.commits(ControlPlaneFault.SHOWS_NOTHING_FOR_UNKNOWN_ID)
                && ids.stream().anyMatch(id -> found(id, lookup).isEmpty())) {
            return List.of();
        }
        if (region.commits(ControlPlaneFault.SKIPS_UNKNOWN_IDS)) {
            return ids.stream().flatMap(id -> found(id, lookup).stream()).toList();
        }
        List<T> asked = ids.stream().map(lookup).toList();
        return region.commits(ControlPlaneFault.LISTS_MORE_THAN_ASKED) && !name.equals("VpcId")
                ? withAnother(asked, all)
                : asked;
    }

    private static <T> List<T> withAnother(List<T> asked, List<T> all) {
        List<T> more = new ArrayList<>(asked);
        all.stream().filter(one -> !asked.contains(one)).findFirst().ifPresent(more::add);
        return more;
    }

    private static <T> Optional<T> found(String id, Function<String, T> lookup) {
        try {
            return Optional.of(lookup.apply(id));
        } catch (RejectedRequestException e) {
            return Optional.empty();
        }
    }
}
