package io.vpntck.reference.ec2.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose signature it is, and for what: {@code <access key>/20180921/us-east-1/ec2/aws4_request}. */
public record CredentialScope(String accessKey, String date, String region, String service) {
    static final String END = "aws4_request";

    private static final Pattern FORM =
            Pattern.compile("([\\w.-]{1,128})/(\\d{8})/([a-z0-9-]{1,32})/([a-z0-9-]{1,32})/" + END);

    static Optional<CredentialScope> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new CredentialScope(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)))
                : Optional.empty();
    }

    /** As it is signed: without the access key. */
    String text() {
        return String.join("/", date, region, service, END);
    }
}
