package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vpntck.reference.cloudwatch.AccountMetrics;
import io.vpntck.reference.cloudwatch.api.MonitoringService;
import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.ec2.OutsideAddresses;
import io.vpntck.reference.ec2.query.QueryService;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.simulation.SeededEntropy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** CloudWatch in its three protocols: CBOR by the unmodified SDK; Query and JSON, as the AWS CLI speaks them, by hand. */
class CloudWatchSdkTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2018-09-03T08:00:00Z");

    private Instant now = START;
    private final AwsAccount account = new AwsAccount(
            new OutsideAddresses() {
                @Override
                public Optional<List<Ipv4Address>> takeTwo() {
                    return Optional.of(List.of(Ipv4Address.of("198.51.100.64"), Ipv4Address.of("198.51.100.65")));
                }

                @Override
                public void giveBack(List<Ipv4Address> addresses) {
                    // Nothing is deleted here.
                }
            },
            () -> now,
            new SeededEntropy(1, "ec2"),
            Set.of());
    private QueryHttpServer server;
    private String connection;

    @BeforeEach
    void listenAndMeasureFiveMinutes() throws IOException {
        QueryService ec2 = new QueryService(account);
        MonitoringService monitoring = new MonitoringService(new AccountMetrics(account, () -> now), account::commits);
        server = new QueryHttpServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                key -> key.equals("known")
                        ? Optional.of(new Account(Optional.of("secret"), ec2::handle, monitoring::handle))
                        : Optional.empty());
        var region = account.region("eu-west-1");
        connection = region.connections()
                .create(
                        region.createVpnGateway(Optional.empty()).id(),
                        region.createCustomerGateway("198.51.100.10", 65000).id(),
                        true,
                        List.of())
                .id();
        now = now.plusSeconds(300);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CloudWatchClient client(String secret) {
        return CloudWatchClient.builder()
                .endpointOverride(server.uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("known", secret)))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    @Test
    void speaksToTheSdk() {
        try (CloudWatchClient cloudWatch = client("secret")) {
            assertThat(cloudWatch
                            .listMetrics(r -> r.namespace("AWS/VPN").metricName("TunnelState"))
                            .metrics())
                    .hasSize(5)
                    .anySatisfy(metric -> assertThat(metric.dimensions()).containsExactly(byConnection()));
            List<Datapoint> points = statistics(cloudWatch, 300);
            assertThat(points).singleElement().satisfies(point -> {
                assertThat(point.timestamp()).isEqualTo(START);
                assertThat(point.sampleCount()).isEqualTo(10);
                assertThat(point.maximum()).isZero();
                assertThat(point.average()).isNull();
                assertThat(point.unit()).isEqualTo(StandardUnit.NONE);
            });
        }
    }

    private Dimension byConnection() {
        return Dimension.builder().name("VpnId").value(connection).build();
    }

    private List<Datapoint> statistics(CloudWatchClient cloudWatch, int period) {
        return cloudWatch
                .getMetricStatistics(r -> r.namespace("AWS/VPN")
                        .metricName("TunnelState")
                        .dimensions(byConnection())
                        .startTime(START)
                        .endTime(START.plusSeconds(86_460))
                        .period(period)
                        .statistics(Statistic.SAMPLE_COUNT, Statistic.MAXIMUM))
                .datapoints();
    }

    @Test
    void refusesWithTheCodesOfAws() {
        try (CloudWatchClient cloudWatch = client("secret");
                CloudWatchClient wrong = client("other")) {
            assertThat(code(() -> statistics(cloudWatch, 60))).isEqualTo("InvalidParameterCombination");
            assertThat(code(() -> statistics(cloudWatch, 61))).isEqualTo("InvalidParameterValue");
            assertThat(code(() -> cloudWatch.getMetricStatistics(r -> r.namespace("AWS/VPN"))))
                    .isEqualTo("MissingParameter");
            assertThat(code(cloudWatch::describeAlarms)).isEqualTo("InvalidAction");
            assertThat(code(wrong::listMetrics)).isEqualTo("SignatureDoesNotMatch");
        }
    }

    private static String code(Runnable call) {
        return catchThrowableOfType(CloudWatchException.class, call::run)
                .awsErrorDetails()
                .errorCode();
    }

    private record Reply(int status, Map<String, List<String>> headers, String body) {}

    private Reply post(Map<String, String> headers, String body) throws IOException {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(server.uri())
                .encodedPath("/");
        headers.forEach(request::putHeader);
        var signed = AwsV4HttpSigner.create().sign(r -> r.identity(AwsCredentialsIdentity.create("known", "secret"))
                .request(request.build())
                .payload(ContentStreamProvider.fromUtf8String(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "monitoring")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1"));
        try (SdkHttpClient http = UrlConnectionHttpClient.create()) {
            HttpExecuteResponse response = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(signed.payload().orElseThrow())
                            .build())
                    .call();
            return new Reply(
                    response.httpResponse().statusCode(),
                    response.httpResponse().headers(),
                    new String(response.responseBody().orElseThrow().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void speaksTheQueryProtocol() throws IOException {
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        Reply list = post(
                form,
                "Action=ListMetrics&Version=2010-08-01&Namespace=AWS%2FVPN&MetricName=TunnelDataIn"
                        + "&Dimensions.member.1.Name=VpnId&Dimensions.member.2.Name=TunnelIpAddress"
                        + "&Dimensions.member.2.Value=198.51.100.65");
        assertThat(list.body())
                .startsWith("<ListMetricsResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">"
                        + "<ListMetricsResult><Metrics><member><Namespace>AWS/VPN</Namespace>"
                        + "<MetricName>TunnelDataIn</MetricName><Dimensions><member><Name>TunnelIpAddress</Name>"
                        + "<Value>198.51.100.65</Value></member><member><Name>VpnId</Name><Value>" + connection
                        + "</Value></member></Dimensions></member></Metrics></ListMetricsResult><ResponseMetadata>");
        Reply statistics = post(
                form,
                "Action=GetMetricStatistics&Version=2010-08-01&Namespace=AWS%2FVPN&MetricName=TunnelState"
                        + "&StartTime=2018-09-03T08%3A00%3A00Z&EndTime=2018-09-03T09%3A00%3A00%2B00%3A00&Period=300"
                        + "&Statistics.member.1=Average&Dimensions.member.1.Name=VpnId&Dimensions.member.1.Value="
                        + connection);
        assertThat(statistics.body())
                .contains("<GetMetricStatisticsResult><Label>TunnelState</Label><Datapoints><member>"
                        + "<Timestamp>2018-09-03T08:00:00Z</Timestamp><Average>0.0</Average><Unit>None</Unit>"
                        + "</member></Datapoints></GetMetricStatisticsResult>");
    }

    @Test
    void speaksJson() throws IOException {
        Reply reply = post(
                Map.of(
                        "Content-Type", "application/x-amz-json-1.0",
                        "X-Amz-Target", "GraniteServiceVersion20100801.GetMetricStatistics"),
                "{\"Namespace\":\"AWS/VPN\",\"MetricName\":\"TunnelState\",\"StartTime\":1535961600,"
                        + "\"EndTime\":1535965200.5,\"Period\":300,\"Statistics\":[\"Sum\"],"
                        + "\"Dimensions\":[{\"Name\":\"TunnelIpAddress\",\"Value\":\"198.51.100.64\"}]}");
        JsonNode tree = JSON.readTree(reply.body());
        assertThat(tree.path("Datapoints").path(0).path("Timestamp").asLong()).isEqualTo(1535961600);
        assertThat(tree.path("Datapoints").path(0).path("Sum").asDouble(1)).isZero();
    }

    /** Whatever comes, there is an error document, and the next request is served. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SerializationException | GraniteServiceVersion20100801.ListMetrics         | {\"Namespace",
                "SerializationException | GraniteServiceVersion20100801.ListMetrics         | [1]",
                "SerializationException | GraniteServiceVersion20100801.ListMetrics         | nothing",
                "MissingParameter       | GraniteServiceVersion20100801.ListMetrics         | {\"Dimensions\":[[]]}",
                "MissingParameter       | GraniteServiceVersion20100801.GetMetricStatistics | {}",
                "InvalidAction          | Elsewhere.ListMetrics                             | {}",
                "InvalidNextToken       | GraniteServiceVersion20100801.ListMetrics         | {\"NextToken\":\"99\"}",
            })
    void answersHostileRequestsWithErrorDocuments(String code, String target, String body) throws IOException {
        Reply reply = post(Map.of("Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", target), body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.headers().get("x-amzn-query-error")).containsExactly(code + ";Sender");
        assertThat(JSON.readTree(reply.body()).path("__type").asText()).startsWith("com.amazonaws.cloudwatch#");
    }
}
