package io.vpntck.reference.ec2.query;

import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.wire.Octets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS Signature Version 4 in the {@code Authorization} header.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/signature-version-4.html">AWS General Reference, "Signature
 *     Version 4 Signing Process"</a>
 */
public record SignatureV4(
        String accessKey, String date, String region, String service, List<String> signedHeaders, String signature) {
    private static final Pattern HEADER = Pattern.compile("AWS4-HMAC-SHA256 +Credential=([^/, ]+)/(\\d{8})/([^/, ]+)"
            + "/([^/, ]+)/aws4_request, *SignedHeaders=([^, ]+), *Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration VALIDITY = Duration.ofMinutes(15);

    /** Reads an {@code Authorization} header; empty for any other form. */
    public static Optional<SignatureV4> parse(String authorization) {
        Matcher matcher = HEADER.matcher(authorization);
        return matcher.matches()
                ? Optional.of(new SignatureV4(
                        matcher.group(1),
                        matcher.group(2),
                        matcher.group(3),
                        matcher.group(4),
                        List.of(matcher.group(5).split(";")),
                        matcher.group(6)))
                : Optional.empty();
    }

    /**
     * What was signed.
     *
     * @param query the raw query string, empty for none
     * @param headers by lower-case name
     */
    public record Signed(String method, String path, String query, Map<String, String> headers, Octets body) {}

    /** Whether the request was made less than 15 minutes from {@code wallClock}, by its {@code x-amz-date}. */
    public boolean isFresh(Signed request, Instant wallClock) {
        try {
            String text = request.headers.getOrDefault("x-amz-date", "");
            Instant made = Instant.from(AMZ_DATE.parse(text));
            return text.startsWith(date)
                    && Duration.between(made, wallClock).abs().compareTo(VALIDITY) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether the holder of this secret key signed the request. */
    public boolean isBy(String secretKey, Signed request) {
        Octets key = HashAlgorithm.SHA2_256.hmac(Octets.ofUtf8("AWS4" + secretKey), Octets.ofUtf8(date));
        for (String part : List.of(region, service, "aws4_request")) {
            key = HashAlgorithm.SHA2_256.hmac(key, Octets.ofUtf8(part));
        }
        String expected = HashAlgorithm.SHA2_256
                .hmac(key, Octets.ofUtf8(stringToSign(request)))
                .toHex();
        return MessageDigest.isEqual(
                Octets.ofUtf8(expected).toByteArray(), Octets.ofUtf8(signature).toByteArray());
    }

    private String stringToSign(Signed request) {
        String scope = String.join("/", date, region, service, "aws4_request");
        String canonical = HashAlgorithm.SHA2_256
                .digest(Octets.ofUtf8(canonicalRequest(request)))
                .toHex();
        return String.join("\n", "AWS4-HMAC-SHA256", request.headers.getOrDefault("x-amz-date", ""), scope, canonical);
    }

    private String canonicalRequest(Signed request) {
        StringBuilder headers = new StringBuilder();
        for (String name : signedHeaders) {
            String value = request.headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
            headers.append(name)
                    .append(':')
                    .append(value.trim().replaceAll(" +", " "))
                    .append('\n');
        }
        return String.join(
                "\n",
                request.method,
                request.path,
                canonicalQuery(request.query),
                headers.toString(),
                String.join(";", signedHeaders),
                HashAlgorithm.SHA2_256.digest(request.body).toHex());
    }

    /** Clients encode a query string as the signature wants it; only the order may differ. */
    private static String canonicalQuery(String query) {
        if (query.isEmpty()) {
            return "";
        }
        String[] pairs = query.split("&");
        Arrays.sort(pairs);
        return String.join(
                "&",
                Arrays.stream(pairs).map(p -> p.contains("=") ? p : p + "=").toList());
    }
}
