package io.vpntck.reference.live;

import com.sun.net.httpserver.HttpExchange;
import io.vpntck.reference.cloudwatch.api.MonitoringResponse;
import io.vpntck.reference.ec2.query.QueryResponse;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
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

    /** Sends it, and ends the exchange. */
    void send(HttpExchange exchange) throws IOException {
        byte[] octets = body.toByteArray();
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }
}
