package io.vpntck.reference.ec2.query;

import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.wire.Octets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * AWS Signature Version 4 of one request, whichever way it came with it.
 *
 * @param made when the request was signed, as {@code 20180921T120000Z}
 * @param validity how long from then
 * @param signedHeaders lower-case names, in their order
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/signature-version-4.html">AWS General Reference, "Signature
 *     Version 4 Signing Process"</a>
 */
public record SignatureV4(
        CredentialScope scope, String made, Duration validity, List<String> signedHeaders, String signature) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    /** The query parameter that the signature itself does not cover. */
    static final String SIGNATURE_PARAMETER = "X-Amz-Signature";

    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** How far the clocks of both ends may differ. */
    private static final Duration SKEW = Duration.ofMinutes(15);

    public SignatureV4 {
        signedHeaders = List.copyOf(signedHeaders);
    }

    public String accessKey() {
        return scope.accessKey();
    }

    public String region() {
        return scope.region();
    }

    public String service() {
        return scope.service();
    }

    /** Whether {@code wallClock} is in the time that the signature is valid for. */
    public boolean isFresh(Instant wallClock) {
        Optional<Instant> time = time();
        return time.isPresent()
                && !wallClock.isBefore(time.get().minus(SKEW))
                && !wallClock.isAfter(time.get().plus(validity));
    }

    private Optional<Instant> time() {
        try {
            return made.startsWith(scope.date()) ? Optional.of(Instant.from(AMZ_DATE.parse(made))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the holder of this secret key signed the request. */
    public boolean isBy(String secretKey, HttpRequestView request) {
        Octets key = HashAlgorithm.SHA2_256.hmac(Octets.ofUtf8("AWS4" + secretKey), Octets.ofUtf8(scope.date()));
        for (String part : List.of(scope.region(), scope.service(), CredentialScope.END)) {
            key = HashAlgorithm.SHA2_256.hmac(key, Octets.ofUtf8(part));
        }
        String expected = HashAlgorithm.SHA2_256
                .hmac(key, Octets.ofUtf8(stringToSign(request)))
                .toHex();
        return MessageDigest.isEqual(
                Octets.ofUtf8(expected).toByteArray(), Octets.ofUtf8(signature).toByteArray());
    }

    private String stringToSign(HttpRequestView request) {
        String canonical = HashAlgorithm.SHA2_256
                .digest(Octets.ofUtf8(canonicalRequest(request)))
                .toHex();
        return String.join("\n", ALGORITHM, made, scope.text(), canonical);
    }

    private String canonicalRequest(HttpRequestView request) {
        StringBuilder headers = new StringBuilder();
        for (String name : signedHeaders) {
            String value = request.header(name.toLowerCase(Locale.ROOT)).orElse("");
            headers.append(name)
                    .append(':')
                    .append(value.trim().replaceAll(" +", " "))
                    .append('\n');
        }
        return String.join(
                "\n",
                request.method(),
                request.path(),
                canonicalQuery(request.query()),
                headers.toString(),
                String.join(";", signedHeaders),
                HashAlgorithm.SHA2_256.digest(request.body()).toHex());
    }

    /** Clients encode a query string as the signature wants it; only the order may differ. */
    private static String canonicalQuery(String query) {
        List<String[]> pairs = new ArrayList<>();
        for (String pair : query.split("&")) {
            String[] both = pair.split("=", 2);
            if (!pair.isEmpty() && !both[0].equals(SIGNATURE_PARAMETER)) {
                pairs.add(new String[] {both[0], both.length == 2 ? both[1] : ""});
            }
        }
        return pairs.stream()
                .sorted(Comparator.comparing((String[] pair) -> pair[0]).thenComparing(pair -> pair[1]))
                .map(pair -> pair[0] + "=" + pair[1])
                .collect(Collectors.joining("&"));
    }
}
