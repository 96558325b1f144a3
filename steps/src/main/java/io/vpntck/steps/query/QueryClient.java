package io.vpntck.steps.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Sends requests of the Query protocol, well or badly signed. No retries: each answer counts. */
public final class QueryClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final URI endpoint;
    private final String service;
    private final String region;
    private final String accessKey;
    private final String secretKey;

    /**
     * @param endpoint of the API, without a path
     * @param service its name in signatures: {@code ec2} or {@code monitoring}
     */
    public QueryClient(URI endpoint, String service, String region, String accessKey, String secretKey) {
        this.endpoint = endpoint;
        this.service = service;
        this.region = region;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /** @throws UncheckedIOException when there is no answer */
    public QueryAnswer send(Form form, Manner manner) {
        Signer signer = manner.signer(new Signer(accessKey, secretKey, region, service, Instant.now()));
        Form said = manner == Manner.ACCESS_KEY_ONLY ? form.with("AWSAccessKeyId", accessKey) : form;
        HttpRequest.Builder request = manner.isGet() ? get(said, manner, signer) : post(said, manner, signer);
        try {
            HttpResponse<String> response = HTTP.send(
                    request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new QueryAnswer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(service + " does not answer over the Query protocol", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest.Builder post(Form form, Manner manner, Signer signer) {
        Form sent = manner == Manner.OTHER_PARAMETERS ? form.with("AmazonSideAsn", "65001") : form;
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve("/"))
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofString(sent.encoded()));
        return manner.isSigned() ? signed(request, "POST", "", form.encoded(), signer) : request;
    }

    private HttpRequest.Builder get(Form form, Manner manner, Signer signer) {
        if (manner.isPresigned()) {
            Map<String, String> host = Map.of("host", endpoint.getAuthority());
            Form all = form.with("X-Amz-Algorithm", Signer.ALGORITHM)
                    .with("X-Amz-Credential", signer.credential())
                    .with("X-Amz-Date", signer.amzDate())
                    .with("X-Amz-Expires", "60")
                    .with("X-Amz-SignedHeaders", Signer.names(host));
            String query = all.encoded();
            String signature = signer.signature("GET", query, host, "");
            return HttpRequest.newBuilder(endpoint.resolve("/?" + query + "&X-Amz-Signature=" + signature))
                    .GET();
        }
        String query = form.encoded();
        return signed(HttpRequest.newBuilder(endpoint.resolve("/?" + query)).GET(), "GET", query, "", signer);
    }

    private HttpRequest.Builder signed(
            HttpRequest.Builder request, String method, String query, String body, Signer signer) {
        Map<String, String> headers = Map.of("host", endpoint.getAuthority(), "x-amz-date", signer.amzDate());
        return request.header("X-Amz-Date", signer.amzDate())
                .header("Authorization", signer.authorization(method, query, headers, body));
    }
}
