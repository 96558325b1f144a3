package io.vpntck.reference.live;

import io.vpntck.reference.ec2.ControlPlaneFault;
import io.vpntck.reference.ec2.query.HttpRequestView;
import io.vpntck.reference.ec2.query.QueryRequest;
import io.vpntck.reference.ec2.query.QueryResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A request to EC2: a form in the body, or in the query string of a GET.
 *
 * @param region from the credential scope
 * @param query decoded parameters of the query string
 */
record Ec2Api(String region, HttpRequestView request, Map<String, String> query) implements Api {
    /** The service's name in a signature. */
    static final String SERVICE = "ec2";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String OF_SIGNATURES = "X-Amz-";

    @Override
    public HttpReply answer(Account account) {
        boolean get = request.method().equals("GET");
        if (get && account.commits(ControlPlaneFault.REFUSES_GET)) {
            return error(405, "InvalidRequest", "The method is not POST");
        }
        if (!get && !isForm()) {
            return error(400, "InvalidRequest", "The content of a POST is not " + FORM);
        }
        return HttpReply.of(account.handler().apply(new QueryRequest(region, parameters(get))));
    }

    private Map<String, String> parameters(boolean get) {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.keySet().removeIf(name -> name.startsWith(OF_SIGNATURES));
        if (!get) {
            FormDecoder.decode(new String(request.body().toByteArray(), StandardCharsets.UTF_8))
                    .forEach((name, value) -> {
                        if (all.put(name, value) != null) {
                            throw new IllegalArgumentException("a parameter comes twice");
                        }
                    });
        }
        return all;
    }

    /** Older clients name no content type. */
    private boolean isForm() {
        String type = request.header("content-type").orElse(FORM);
        return type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).equals(FORM);
    }

    @Override
    public HttpReply error(int status, String code, String message) {
        return refusal(status, code, message);
    }

    static HttpReply refusal(int status, String code, String message) {
        return HttpReply.of(
                QueryResponse.error(status, code, message, UUID.randomUUID().toString()));
    }
}
