package io.vpntck.reference.cloudwatch.api;

import io.vpntck.reference.wire.Octets;
import java.util.Map;

/**
 * A request to CloudWatch.
 *
 * @param region from the credential scope
 * @param path of the URL, decoded or not: the operations' names have nothing to escape
 * @param headers by lower-case name
 * @param form decoded parameters of the query string and, if it is a form, of the body
 */
public record MonitoringRequest(
        String region, String path, Map<String, String> headers, Map<String, String> form, Octets body) {
    public MonitoringRequest {
        headers = Map.copyOf(headers);
        form = Map.copyOf(form);
    }
}
