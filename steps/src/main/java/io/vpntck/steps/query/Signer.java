package io.vpntck.steps.query;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests with Signature Version 4, in the name of a key pair, for one region and service, at one moment.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/signature-version-4.html">AWS General Reference, "Signature
 *     Version 4 Signing Process"</a>
 */
record Signer(String accessKey, String secretKey, String region, String service, Instant time) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    String amzDate() {
        return SECONDS.format(time);
    }

    String credential() {
        return accessKey + "/" + scope();
    }

    private String scope() {
        return amzDate().substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
    }

    /** The value of the header {@code Authorization}. */
    String authorization(String method, String query, Map<String, String> headers, String body) {
        return ALGORITHM + " Credential=" + credential() + ", SignedHeaders=" + names(headers) + ", Signature="
                + signature(method, query, headers, body);
    }

    /** @param headers those that are signed, by lower-case name */
    String signature(String method, String query, Map<String, String> headers, String body) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(headers)
                .forEach((name, value) ->
                        lines.append(name).append(':').append(value).append('\n'));
        String canonical = String.join("\n", method, "/", query, lines, names(headers), sha256(body));
        String toSign = String.join("\n", ALGORITHM, amzDate(), scope(), sha256(canonical));
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope().split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    static String names(Map<String, String> headers) {
        return String.join(";", new TreeMap<>(headers).keySet());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
