package io.vpntck.reference.cloudwatch.api;

import io.vpntck.reference.cloudwatch.AccountMetrics;
import io.vpntck.reference.cloudwatch.Metric;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** ListMetrics: by namespace, name and dimensions, 500 in an answer. */
final class ListMetrics implements Operation {
    private static final int PAGE = 500;

    private final AccountMetrics metrics;
    private final boolean filters;

    ListMetrics(AccountMetrics metrics, Predicate<ControlPlaneFault> commits) {
        this.metrics = metrics;
        this.filters = !commits.test(ControlPlaneFault.IGNORES_DIMENSION_FILTERS);
    }

    @Override
    public Map<String, Object> answer(String region, Input input) {
        List<Metric> found = metrics.list(region).stream()
                .filter(m -> input.text("Namespace")
                        .filter(n -> !n.equals(Metric.NAMESPACE))
                        .isEmpty())
                .filter(m -> input.text("MetricName")
                        .filter(n -> !n.equals(m.name().word()))
                        .isEmpty())
                .filter(m -> !filters || input.structures("Dimensions").stream().allMatch(d -> passes(m, d)))
                .toList();
        int from = input.text("NextToken")
                .map(token -> position(token, found.size()))
                .orElse(0);
        int to = Math.min(found.size(), from + PAGE);
        Map<String, Object> output = new LinkedHashMap<>();
        output.put(
                "Metrics",
                found.subList(from, to).stream().map(ListMetrics::member).toList());
        if (to < found.size()) {
            output.put("NextToken", Integer.toString(to));
        }
        return output;
    }

    /** A filter without a value asks for the dimension alone. */
    private static boolean passes(Metric metric, Input filter) {
        Optional<String> value = Optional.ofNullable(metric.dimensions().get(filter.required("Name")));
        return value.isPresent()
                && filter.text("Value").filter(v -> !v.equals(value.get())).isEmpty();
    }

    private static int position(String token, int size) {
        if (!token.matches("[0-9]{1,9}") || Integer.parseInt(token) > size) {
            throw new Rejection("InvalidNextToken", "NextToken", token, "it was not given out").exception();
        }
        return Integer.parseInt(token);
    }

    private static Map<String, Object> member(Metric metric) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("Namespace", Metric.NAMESPACE);
        member.put("MetricName", metric.name().word());
        member.put(
                "Dimensions",
                metric.sorted().stream().map(ListMetrics::dimension).toList());
        return member;
    }

    private static Map<String, Object> dimension(Map.Entry<String, String> dimension) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("Name", dimension.getKey());
        member.put("Value", dimension.getValue());
        return member;
    }
}
