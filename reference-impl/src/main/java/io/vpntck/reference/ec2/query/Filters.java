package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.RejectedRequestException;
import io.vpntck.reference.ec2.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * {@code Filter.N.Name} and {@code Filter.N.Value.M}: filters are ANDed, their values ORed; {@code *} and {@code ?} are
 * wildcards; case counts.
 */
final class Filters {
    private Filters() {}

    /**
     * The resources that pass every filter.
     *
     * @param names the filters that this action knows, each with the values that a resource has for it
     */
    static <T> List<T> apply(Parameters in, List<T> resources, Map<String, Function<T, List<String>>> names) {
        List<T> left = resources;
        for (int i = 1; i <= in.structures("Filter"); i++) {
            String name = in.required("Filter." + i + ".Name");
            Function<T, List<String>> values = names.get(name);
            if (values == null) {
                throw new Rejection("InvalidParameterValue", "Filter." + i + ".Name", name, "no such filter")
                        .exception();
            }
            List<Pattern> wanted = in.list("Filter." + i + ".Value").stream()
                    .map(Filters::pattern)
                    .toList();
            left = left.stream()
                    .filter(resource -> values.apply(resource).stream().anyMatch(value -> wanted.stream()
                            .anyMatch(pattern -> pattern.matcher(value).matches())))
                    .toList();
        }
        return left;
    }

    private static Pattern pattern(String wildcard) {
        StringBuilder regex = new StringBuilder();
        for (char c : wildcard.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** The resources named by {@code <Name>.N}, or all of them; an unknown id is refused by {@code lookup}. */
    static <T> List<T> named(Parameters in, AwsRegion region, String name, List<T> all, Function<String, T> lookup) {
        List<String> ids = in.list(name);
        if (ids.isEmpty()) {
            return all;
        }
        return region.commits(ControlPlaneFault.SKIPS_UNKNOWN_IDS)
                ? ids.stream().flatMap(id -> found(id, lookup).stream()).toList()
                : ids.stream().map(lookup).toList();
    }

    private static <T> Optional<T> found(String id, Function<String, T> lookup) {
        try {
            return Optional.of(lookup.apply(id));
        } catch (RejectedRequestException e) {
            return Optional.empty();
        }
    }
}
