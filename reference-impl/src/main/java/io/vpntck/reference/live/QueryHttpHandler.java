package io.vpntck.reference.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.vpntck.reference.ec2.query.QueryRequest;
import io.vpntck.reference.ec2.query.QueryResponse;
import io.vpntck.reference.ec2.query.SignatureV4;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From an HTTP exchange to a decoded, authenticated request of the Query protocol, and back. */
final class QueryHttpHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(QueryHttpHandler.class);
    /** A request of the API is some kilobytes at most. */
    private static final int LARGEST_BODY = 1 << 20;

    private final AccountResolver accounts;

    QueryHttpHandler(AccountResolver accounts) {
        this.accounts = accounts;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        QueryResponse response;
        try {
            response = answer(exchange);
        } catch (RuntimeException e) {
            LOG.error("a request was not answered", e);
            response = error(500, "InternalError", "An internal error has occurred");
        }
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
        exchange.sendResponseHeaders(response.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private QueryResponse answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        if (!method.equals("POST") && !method.equals("GET")) {
            return error(405, "InvalidRequest", "The method " + method + " is not supported: use POST or GET");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return error(413, "InvalidRequest", "The request is larger than " + LARGEST_BODY + " octets");
        }
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        SignatureV4.Signed signed = new SignatureV4.Signed(
                method, exchange.getRequestURI().getRawPath(), query, headers(exchange), Octets.of(body));
        Optional<SignatureV4> signature = Optional.ofNullable(
                        exchange.getRequestHeaders().getFirst("Authorization"))
                .flatMap(SignatureV4::parse);
        if (signature.isEmpty()) {
            return error(401, "AuthFailure", "The request is not signed with Signature Version 4");
        }
        Map<String, String> parameters;
        try {
            String form = method.equals("GET") ? query : new String(body, StandardCharsets.UTF_8);
            parameters = FormDecoder.decode(form);
        } catch (IllegalArgumentException e) {
            return error(400, "MalformedQueryString", "The request holds a broken escape");
        }
        return authenticated(signature.get(), signed, parameters);
    }

    private QueryResponse authenticated(
            SignatureV4 signature, SignatureV4.Signed signed, Map<String, String> parameters) {
        Optional<Account> account = accounts.find(signature.accessKey());
        if (account.isEmpty()) {
            return error(401, "AuthFailure", "AWS was not able to validate the provided access credentials");
        }
        if (!signature.isFresh(signed, Instant.now())) {
            return error(400, "RequestExpired", "The request is dated more than 15 minutes from now");
        }
        if (account.get()
                .secretKey()
                .filter(secret -> !signature.isBy(secret, signed))
                .isPresent()) {
            return error(403, "SignatureDoesNotMatch", "The request signature does not match");
        }
        return account.get().handler().apply(new QueryRequest(signature.region(), parameters));
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return headers;
    }

    private static QueryResponse error(int status, String code, String message) {
        return QueryResponse.error(status, code, message, UUID.randomUUID().toString());
    }
}
