package io.vpntck.reference.live;

import io.vpntck.reference.cloudwatch.api.MonitoringResponse;
import io.vpntck.reference.ec2.query.QueryResponse;
import io.vpntck.reference.wire.Octets;
import java.util.Map;

/** An answer of any API, as it goes out. */
record HttpReply(int status, Map<String, String> headers, Octets body) {

    static HttpReply of(QueryResponse response) {
        return new HttpReply(
                response.status(), Map.of("Content-Type", "text/xml;charset=UTF-8"), Octets.ofUtf8(response.body()));
    }

    static HttpReply of(MonitoringResponse response) {
        return new HttpReply(response.status(), response.headers(), response.body());
    }
}
