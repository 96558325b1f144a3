package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.vpntck.reference.cloudwatch.AccountMetrics;
import io.vpntck.reference.cloudwatch.api.MonitoringRequest;
import io.vpntck.reference.cloudwatch.api.MonitoringService;
import io.vpntck.reference.ec2.AwsAccount;
import io.vpntck.reference.simulation.SeededEntropy;
import io.vpntck.reference.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests to CloudWatch in each of its three protocols. */
class MonitoringFuzzTest {
    private static final String SERVICE = "GraniteServiceVersion20100801";

    private final AwsAccount account =
            new AwsAccount(new SharedAddresses(List.of()), () -> Instant.EPOCH, new SeededEntropy(1, "ec2"), Set.of());
    private final MonitoringService monitoring =
            new MonitoringService(new AccountMetrics(account, () -> Instant.EPOCH), account::commits);

    @FuzzTest
    void json(byte[] data) {
        answered("/", Map.of("x-amz-target", SERVICE + ".GetMetricStatistics"), Map.of(), data);
        answered("/", Map.of("x-amz-target", SERVICE + ".ListMetrics"), Map.of(), data);
    }

    @FuzzTest
    void cbor(byte[] data) {
        Map<String, String> headers = Map.of("smithy-protocol", "rpc-v2-cbor");
        answered("/service/" + SERVICE + "/operation/GetMetricStatistics", headers, Map.of(), data);
        answered("/service/" + SERVICE + "/operation/ListMetrics", headers, Map.of(), data);
    }

    @FuzzTest
    void query(byte[] data) {
        try {
            answered("/", Map.of(), FormDecoder.decode(new String(data, StandardCharsets.UTF_8)), data);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private void answered(String path, Map<String, String> headers, Map<String, String> form, byte[] body) {
        int status = monitoring
                .handle(new MonitoringRequest("us-east-1", path, headers, form, Octets.of(body)))
                .status();
        assertThat(status).isBetween(200, 499);
    }
}
