package io.vpntck.reference.live;

import io.vpntck.reference.cloudwatch.api.MonitoringRequest;
import io.vpntck.reference.cloudwatch.api.MonitoringService;
import io.vpntck.reference.ec2.query.HttpRequestView;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A request to CloudWatch: a form, JSON or CBOR. */
record MonitoringApi(String region, HttpRequestView signed) implements Api {
    /** The service's name in a signature. */
    static final String SERVICE = "monitoring";

    private static final String FORM = "application/x-www-form-urlencoded";

    private String form() {
        boolean inBody = signed.headers().getOrDefault("content-type", "").startsWith(FORM);
        return inBody ? new String(signed.body().toByteArray(), StandardCharsets.UTF_8) : signed.query();
    }

    private MonitoringRequest request(Map<String, String> form) {
        return new MonitoringRequest(region, signed.path(), signed.headers(), form, signed.body());
    }

    @Override
    public HttpReply answer(Account account) {
        return HttpReply.of(account.monitoring().apply(request(FormDecoder.decode(form()))));
    }

    @Override
    public HttpReply error(int status, String code, String message) {
        return HttpReply.of(MonitoringService.refusal(
                request(Map.of()), status, code, message, UUID.randomUUID().toString()));
    }
}
