package io.vpntck.reference.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.vpntck.reference.ec2.query.HttpRequestView;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The HTTP of the APIs: an exchange of the listener to a request, and the answer back. */
final class QueryHttpHandler implements HttpHandler {
    /** A request of the API is some kilobytes at most. */
    private static final int LARGEST_BODY = 1 << 20;

    private final ApiEndpoint endpoint;

    QueryHttpHandler(AccountResolver accounts) {
        this.endpoint = new ApiEndpoint(accounts);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] content = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        HttpReply reply = content.length > LARGEST_BODY
                ? Ec2Api.refusal(413, "RequestEntityTooLarge", "The request is larger than " + LARGEST_BODY)
                : endpoint.answer(view(exchange, content));
        reply.send(exchange);
    }

    private static HttpRequestView view(HttpExchange exchange, byte[] content) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String path = exchange.getRequestURI().getRawPath();
        return new HttpRequestView(
                exchange.getRequestMethod(), path.isEmpty() ? "/" : path, query, headers, Octets.of(content));
    }
}
