package io.vpntck.reference.ec2.query;

import java.util.Map;

/**
 * A request whose signature has been dealt with.
 *
 * @param region from the credential scope
 * @param parameters decoded form parameters, {@code Action} among them
 */
public record QueryRequest(String region, Map<String, String> parameters) {
    public QueryRequest {
        parameters = Map.copyOf(parameters);
    }
}
