package io.vpntck.reference.live;

import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.query.HttpRequestView;
import io.vpntck.reference.ec2.query.SignatureReader;
import io.vpntck.reference.ec2.query.SignatureV4;
import io.vpntck.reference.ec2.query.UnauthenticatedException;
import io.vpntck.reference.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a request as it came over HTTP to the API that its signature names, and the answer. */
final class ApiEndpoint implements WebHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiEndpoint.class);
    /** The parameter that named the access key before version 4. */
    private static final Pattern OLD_ACCESS_KEY = Pattern.compile("AWSAccessKeyId=([^&]*)&?");

    private final AccountResolver accounts;

    ApiEndpoint(AccountResolver accounts) {
        this.accounts = accounts;
    }

    @Override
    public HttpReply answer(HttpRequestView request) {
        try {
            return read(request);
        } catch (UnauthenticatedException e) {
            return Ec2Api.refusal(e.status(), e.code(), e.getMessage());
        } catch (IllegalArgumentException e) {
            return unreadable(e, Ec2Api::refusal);
        } catch (RuntimeException e) {
            LOG.error("a request was not answered", e);
            return Ec2Api.refusal(500, "InternalError", "An internal error has occurred");
        }
    }

    private HttpReply read(HttpRequestView request) throws UnauthenticatedException {
        if (!request.method().equals("GET") && !request.method().equals("POST")) {
            return Ec2Api.refusal(405, "InvalidRequest", "The method is neither POST nor GET");
        }
        Map<String, String> query = FormDecoder.decode(request.query());
        Optional<HttpReply> unsigned = unsigned(request, query);
        if (unsigned.isPresent()) {
            return unsigned.get();
        }
        SignatureV4 signature = SignatureReader.read(request, query);
        Api api = signature.service().equals(MonitoringApi.SERVICE)
                ? new MonitoringApi(signature.region(), request)
                : new Ec2Api(signature.region(), request, query);
        try {
            return api.answer(account(signature, request));
        } catch (UnauthenticatedException e) {
            return api.error(e.status(), e.code(), e.getMessage());
        } catch (IllegalArgumentException e) {
            return unreadable(e, api::error);
        }
    }

    private interface Refusal {
        HttpReply of(int status, String code, String message);
    }

    private static HttpReply unreadable(IllegalArgumentException e, Refusal refusal) {
        return refusal.of(400, "MalformedQueryString", "The request cannot be read: " + e.getMessage());
    }

    private Account account(SignatureV4 signature, HttpRequestView request) throws UnauthenticatedException {
        Account account = accounts.find(signature.accessKey())
                .orElseThrow(() -> new UnauthenticatedException(
                        401, "AuthFailure", "AWS was not able to validate the provided access credentials"));
        if (!signature.isFresh(Instant.now()) && !account.commits(ControlPlaneFault.ACCEPTS_EXPIRED)) {
            throw new UnauthenticatedException(400, "RequestExpired", "The request is too old, or dated too far ahead");
        }
        boolean known = signature.service().equals(Ec2Api.SERVICE)
                || signature.service().equals(MonitoringApi.SERVICE);
        boolean right = account.secretKey()
                .filter(secret -> !signature.isBy(secret, request))
                .isEmpty();
        if (!(known && right) && !account.commits(ControlPlaneFault.ACCEPTS_WRONG_SIGNATURE)) {
            throw new UnauthenticatedException(
                    403, "SignatureDoesNotMatch", "The signature is not that of this request and this secret key");
        }
        return account;
    }

    /** A faulty control plane believes whoever only names an access key. */
    private Optional<HttpReply> unsigned(HttpRequestView request, Map<String, String> query) {
        if (request.header("authorization").isPresent()) {
            return Optional.empty();
        }
        Matcher named = OLD_ACCESS_KEY.matcher(new String(request.body().toByteArray(), StandardCharsets.UTF_8));
        if (!named.find()) {
            return Optional.empty();
        }
        String accessKey = named.group(1);
        Octets rest = Octets.ofUtf8(named.replaceAll(""));
        HttpRequestView said =
                new HttpRequestView(request.method(), request.path(), request.query(), request.headers(), rest);
        return accounts.find(accessKey)
                .filter(account -> account.commits(ControlPlaneFault.ACCEPTS_UNSIGNED))
                .map(new Ec2Api("us-east-1", said, query)::answer);
    }
}
