package io.vpntck.reference.ec2.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the signature of a request: in the header {@code Authorization}, or presigned, in the query string. */
public final class SignatureReader {
    private static final Pattern HEADER = Pattern.compile(
            SignatureV4.ALGORITHM + " +Credential=([^, ]+), *SignedHeaders=([^, ]+), *Signature=([0-9a-f]{64})");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");
    private static final Duration OF_A_HEADER = Duration.ofMinutes(15);
    private static final int LONGEST_SECONDS = 604_800;

    private SignatureReader() {}

    /**
     * The signature of a request.
     *
     * @param parameters of the query string, decoded
     * @throws UnauthenticatedException without one, or with one that is not in the form of version 4
     */
    public static SignatureV4 read(HttpRequestView request, Map<String, String> parameters)
            throws UnauthenticatedException {
        Optional<String> authorization = request.header("authorization");
        if (authorization.isPresent()) {
            return ofHeader(authorization.get(), request).orElseThrow(SignatureReader::incomplete);
        }
        if (parameters.containsKey("X-Amz-Algorithm") || parameters.containsKey(SignatureV4.SIGNATURE_PARAMETER)) {
            return ofQuery(parameters).orElseThrow(SignatureReader::incomplete);
        }
        throw new UnauthenticatedException(
                403, "MissingAuthenticationToken", "The request is not signed with Signature Version 4");
    }

    private static UnauthenticatedException incomplete() {
        return new UnauthenticatedException(
                400, "IncompleteSignature", "The signature does not have the form of Signature Version 4");
    }

    private static Optional<SignatureV4> ofHeader(String authorization, HttpRequestView request) {
        Matcher matcher = HEADER.matcher(authorization);
        Optional<String> date = request.header("x-amz-date");
        if (!matcher.matches() || date.isEmpty()) {
            return Optional.empty();
        }
        return CredentialScope.parse(matcher.group(1))
                .map(scope -> new SignatureV4(
                        scope, date.get(), OF_A_HEADER, List.of(matcher.group(2).split(";")), matcher.group(3)));
    }

    private static Optional<SignatureV4> ofQuery(Map<String, String> in) {
        String expires = in.getOrDefault("X-Amz-Expires", "");
        String signature = in.getOrDefault(SignatureV4.SIGNATURE_PARAMETER, "");
        if (!in.getOrDefault("X-Amz-Algorithm", "").equals(SignatureV4.ALGORITHM)
                || !expires.matches("[0-9]{1,6}")
                || Integer.parseInt(expires) > LONGEST_SECONDS
                || !SIGNATURE.matcher(signature).matches()) {
            return Optional.empty();
        }
        return CredentialScope.parse(in.getOrDefault("X-Amz-Credential", ""))
                .map(scope -> new SignatureV4(
                        scope,
                        in.getOrDefault("X-Amz-Date", ""),
                        Duration.ofSeconds(Integer.parseInt(expires)),
                        List.of(in.getOrDefault("X-Amz-SignedHeaders", "host").split(";")),
                        signature));
    }
}
