package io.vpntck.reference.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.vpntck.reference.ec2.query.QueryResponse;
import io.vpntck.reference.ec2.query.SignatureV4;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From an HTTP exchange to an authenticated request of the API that its signature names, and back. */
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
        HttpReply reply;
        try {
            reply = answer(exchange);
        } catch (RuntimeException e) {
            LOG.error("a request was not answered", e);
            reply = error(500, "InternalError", "An internal error has occurred");
        }
        reply.send(exchange);
    }

    private HttpReply answer(HttpExchange exchange) throws IOException {
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
        Api api = signature.get().service().equals(MonitoringApi.SERVICE)
                ? new MonitoringApi(signature.get(), signed)
                : new Ec2Api(signature.get(), signed);
        return authenticated(signature.get(), signed, api);
    }

    private HttpReply authenticated(SignatureV4 signature, SignatureV4.Signed signed, Api api) {
        Optional<Account> account = accounts.find(signature.accessKey());
        if (account.isEmpty()) {
            return api.error(401, "AuthFailure", "AWS was not able to validate the provided access credentials");
        }
        if (!signature.isFresh(signed, Instant.now())) {
            return api.error(400, "RequestExpired", "The request is dated more than 15 minutes from now");
        }
        if (account.get()
                .secretKey()
                .filter(secret -> !signature.isBy(secret, signed))
                .isPresent()) {
            return api.error(403, "SignatureDoesNotMatch", "The request signature does not match");
        }
        try {
            return api.answer(account.get());
        } catch (IllegalArgumentException e) {
            return api.error(400, "MalformedQueryString", "The request holds a broken escape");
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return headers;
    }

    private static HttpReply error(int status, String code, String message) {
        return HttpReply.of(
                QueryResponse.error(status, code, message, UUID.randomUUID().toString()));
    }
}
