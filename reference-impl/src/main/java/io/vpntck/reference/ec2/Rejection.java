package io.vpntck.reference.ec2;

/**
 * Why a request is refused.
 *
 * @param code AWS's error code, for example {@code InvalidParameterValue}
 * @param parameter the parameter at fault, as the Query API names it
 * @param value what it was
 * @param rule the rule that it breaks, in words
 */
public record Rejection(String code, String parameter, String value, String rule) {
    private static final int LONGEST_SHOWN = 200;

    /** A rejection with the code that AWS uses for most values. */
    public static Rejection ofValue(String parameter, String value, String rule) {
        return new Rejection("InvalidParameterValue", parameter, value, rule);
    }

    public String message() {
        return "Value (" + shown(value) + ") for parameter " + shown(parameter) + " is invalid: " + rule;
    }

    /** What a client sent comes back to it, but not all of a megabyte. */
    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    public RejectedRequestException exception() {
        return new RejectedRequestException(this);
    }
}
