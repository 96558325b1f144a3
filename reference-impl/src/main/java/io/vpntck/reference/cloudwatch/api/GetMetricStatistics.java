package io.vpntck.reference.cloudwatch.api;

import io.vpntck.reference.cloudwatch.AccountMetrics;
import io.vpntck.reference.cloudwatch.DataPoint;
import io.vpntck.reference.cloudwatch.Metric;
import io.vpntck.reference.cloudwatch.MetricName;
import io.vpntck.reference.cloudwatch.Statistics;
import io.vpntck.reference.cloudwatch.Window;
import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** GetMetricStatistics: the statistics asked for, of each period that has samples. */
final class GetMetricStatistics implements Operation {
    private static final String STATISTICS = "Statistics";

    private final AccountMetrics metrics;
    private final Map<String, Function<Statistics, Double>> known;

    GetMetricStatistics(AccountMetrics metrics, Predicate<ControlPlaneFault> commits) {
        this.metrics = metrics;
        this.known = Map.of(
                "SampleCount", s -> (double) s.sampleCount(),
                "Sum", Statistics::sum,
                "Minimum", Statistics::minimum,
                "Maximum", Statistics::maximum,
                "Average", commits.test(ControlPlaneFault.SUM_AS_AVERAGE) ? Statistics::sum : Statistics::average);
    }

    @Override
    public Map<String, Object> answer(String region, Input input) {
        String namespace = input.required("Namespace");
        String label = input.required("MetricName");
        Window window = new Window(input.instant("StartTime"), input.instant("EndTime"), input.integer("Period"));
        List<String> wanted = wanted(input);
        Map<String, String> dimensions = dimensions(input);
        Optional<Metric> metric = MetricName.ofWord(label)
                .filter(name -> namespace.equals(Metric.NAMESPACE))
                .filter(name ->
                        input.text("Unit").filter(u -> !u.equals(name.unit())).isEmpty())
                .map(name -> new Metric(name, dimensions));
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("Label", label);
        output.put(
                "Datapoints",
                metric.map(m -> metrics.statistics(region, m, window).stream()
                                .map(point -> member(m, point, wanted))
                                .toList())
                        .orElse(List.of()));
        return output;
    }

    private List<String> wanted(Input input) {
        List<String> wanted = input.texts(STATISTICS);
        for (String statistic : wanted) {
            if (!known.containsKey(statistic)) {
                throw Rejection.ofValue(STATISTICS, statistic, "it is not one of the five statistics")
                        .exception();
            }
        }
        if (wanted.isEmpty()) {
            throw new Rejection("InvalidParameterCombination", STATISTICS, "", "at least one must be given")
                    .exception();
        }
        return wanted;
    }

    private static Map<String, String> dimensions(Input input) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (Input dimension : input.structures("Dimensions")) {
            dimensions.put(dimension.required("Name"), dimension.required("Value"));
        }
        return dimensions;
    }

    private Map<String, Object> member(Metric metric, DataPoint point, List<String> wanted) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("Timestamp", point.timestamp());
        wanted.forEach(statistic -> member.put(statistic, known.get(statistic).apply(point.statistics())));
        member.put("Unit", metric.name().unit());
        return member;
    }
}
