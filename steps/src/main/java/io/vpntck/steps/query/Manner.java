package io.vpntck.steps.query;

import java.time.Duration;
import java.util.Arrays;

/** How a request is sent: the words of the features. */
public enum Manner {
    POST("as a signed POST"),
    GET("as a signed GET"),
    PRESIGNED("as a presigned GET"),
    UNSIGNED("unsigned"),
    ACCESS_KEY_ONLY("unsigned, with the access key as a parameter"),
    UNKNOWN_ACCESS_KEY("with an unknown access key"),
    OTHER_SECRET("signed with another secret key"),
    OTHER_PARAMETERS("with a parameter changed after it was signed"),
    OTHER_SERVICE("signed for the service s3"),
    OLD("signed 16 minutes ago"),
    AHEAD("signed 16 minutes ahead"),
    PRESIGNED_OTHER_SECRET("presigned with another secret key"),
    PRESIGNED_OLD("presigned for 60 s, 16 minutes ago");

    private final String words;

    Manner(String words) {
        this.words = words;
    }

    /** @throws IllegalArgumentException for words that no manner has */
    public static Manner ofWords(String words) {
        return Arrays.stream(values())
                .filter(manner -> manner.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such way to send a request: " + words));
    }

    boolean isGet() {
        return this == GET || isPresigned();
    }

    boolean isPresigned() {
        return this == PRESIGNED || this == PRESIGNED_OTHER_SECRET || this == PRESIGNED_OLD;
    }

    boolean isSigned() {
        return this != UNSIGNED && this != ACCESS_KEY_ONLY;
    }

    Signer signer(Signer right) {
        return switch (this) {
            case UNKNOWN_ACCESS_KEY -> with(right, "AKIAUNKNOWN", right.secretKey(), right.service(), Duration.ZERO);
            case OTHER_SECRET, PRESIGNED_OTHER_SECRET ->
                with(right, right.accessKey(), "another secret key", right.service(), Duration.ZERO);
            case OTHER_SERVICE -> with(right, right.accessKey(), right.secretKey(), "s3", Duration.ZERO);
            case OLD, PRESIGNED_OLD ->
                with(right, right.accessKey(), right.secretKey(), right.service(), Duration.ofMinutes(-16));
            case AHEAD -> with(right, right.accessKey(), right.secretKey(), right.service(), Duration.ofMinutes(16));
            default -> right;
        };
    }

    private static Signer with(Signer right, String accessKey, String secretKey, String service, Duration later) {
        return new Signer(
                accessKey, secretKey, right.region(), service, right.time().plus(later));
    }
}
