package io.vpntck.reference.cloudwatch.api;

import io.vpntck.reference.wire.Octets;
import java.util.Map;

/** An HTTP status, headers by name, and the body. */
public record MonitoringResponse(int status, Map<String, String> headers, Octets body) {
    public MonitoringResponse {
        headers = Map.copyOf(headers);
    }
}
