package io.vpntck.reference.ec2.query;

import io.vpntck.reference.wire.Octets;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over HTTP: what a signature covers.
 *
 * @param path as sent, {@code /} for none
 * @param query the raw query string, empty for none
 * @param headers by lower-case name
 */
public record HttpRequestView(String method, String path, String query, Map<String, String> headers, Octets body) {
    public HttpRequestView {
        headers = Map.copyOf(headers);
    }

    /** The value of a header, by its lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
