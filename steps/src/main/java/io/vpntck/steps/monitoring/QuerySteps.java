package io.vpntck.steps.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.vpntck.steps.glue.Stage;
import io.vpntck.steps.glue.World;
import io.vpntck.steps.query.Form;
import io.vpntck.steps.query.Manner;
import io.vpntck.steps.query.QueryAnswer;
import io.vpntck.steps.query.QueryClient;
import io.vpntck.steps.testbed.Testbed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** CloudWatch's answers in the Query protocol, API version 2010-08-01, as documents. */
public final class QuerySteps {
    private static final List<String> STATISTICS = List.of("SampleCount", "Average", "Sum", "Minimum", "Maximum");

    private final World world;
    private final Stage stage;
    private final Metrics metrics;
    private QueryAnswer listed;
    private QueryAnswer read;

    public QuerySteps(World world, Stage stage, Metrics metrics) {
        this.world = world;
        this.stage = stage;
        this.metrics = metrics;
    }

    @When("ListMetrics and GetMetricStatistics are asked for over the Query protocol, once it has data points")
    public void areAskedFor() {
        metrics.await(() -> !metrics.list(metrics.connection()).isEmpty());
        Testbed testbed = world.testbed();
        QueryClient client = new QueryClient(
                testbed.cloudWatchEndpoint(), "monitoring", testbed.region(), testbed.accessKey(), testbed.secretKey());
        String id = stage.connection().vpnConnectionId();
        listed = client.send(new Form(request("ListMetrics", id)), Manner.POST);
        Map<String, String> statistics = request("GetMetricStatistics", id);
        Instant now = testbed.now().truncatedTo(ChronoUnit.SECONDS);
        statistics.put("MetricName", "TunnelState");
        statistics.put("StartTime", now.minus(Duration.ofHours(1)).toString());
        statistics.put("EndTime", now.toString());
        statistics.put("Period", "300");
        STATISTICS.forEach(s -> statistics.put("Statistics.member." + (STATISTICS.indexOf(s) + 1), s));
        read = client.send(new Form(statistics), Manner.POST);
    }

    private static Map<String, String> request(String action, String connectionId) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Action", action);
        parameters.put("Version", "2010-08-01");
        parameters.put("Namespace", Metrics.NAMESPACE);
        parameters.put("Dimensions.member.1.Name", "VpnId");
        parameters.put("Dimensions.member.1.Value", connectionId);
        return parameters;
    }

    @Then("the answers are ListMetricsResponse with ListMetricsResult, and GetMetricStatisticsResponse likewise")
    public void theAnswersAreWrapped() {
        assertThat(path(listed)).as("answer of ListMetrics").startsWith("ListMetricsResponse", "ListMetricsResult");
        assertThat(path(read))
                .as("answer of GetMetricStatistics")
                .startsWith("GetMetricStatisticsResponse", "GetMetricStatisticsResult");
    }

    /** The elements that come first, from the root down. */
    private static List<String> path(QueryAnswer answer) {
        List<String> names = new ArrayList<>();
        Element at = answer.root();
        while (at != null) {
            names.add(at.getLocalName());
            List<Element> below = children(at);
            at = below.isEmpty() ? null : below.get(0);
        }
        return names;
    }

    private static List<Element> children(Element parent) {
        List<Element> all = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                all.add(element);
            }
        }
        return all;
    }

    @Then("each is of the namespace of 2010-08-01 and ends with its RequestId")
    public void theNamespaceIsThatOfTheVersion() {
        for (QueryAnswer answer : List.of(listed, read)) {
            Element root = answer.root();
            assertThat(root.getNamespaceURI())
                    .as("namespace of " + root.getLocalName())
                    .isEqualTo("http://monitoring.amazonaws.com/doc/2010-08-01/");
            List<Element> parts = children(root);
            Element last = parts.get(parts.size() - 1);
            assertThat(last.getLocalName()).as("last element").isEqualTo("ResponseMetadata");
            assertThat(children(last)).extracting(Element::getLocalName).containsExactly("RequestId");
        }
    }

    @Then("a data point has its Timestamp, its Unit and the five statistics")
    public void aDataPointHasTheStatistics() {
        var points = read.root().getElementsByTagNameNS("*", "Datapoints");
        assertThat(points.getLength()).as("Datapoints elements").isEqualTo(1);
        List<Element> members = children((Element) points.item(0));
        assertThat(members).as("data points").isNotEmpty();
        assertThat(children(members.get(0)))
                .as("members of a data point")
                .extracting(Element::getLocalName)
                .containsExactlyInAnyOrder("Timestamp", "Unit", "SampleCount", "Average", "Sum", "Minimum", "Maximum");
    }
}
