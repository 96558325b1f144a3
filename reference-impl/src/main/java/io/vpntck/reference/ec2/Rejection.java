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

    /** A rejection with the code that AWS uses for most values. */
    public static Rejection ofValue(String parameter, String value, String rule) {
        return new Rejection("InvalidParameterValue", parameter, value, rule);
    }

    public String message() {
        return "Value (" + value + ") for parameter " + parameter + " is invalid: " + rule;
    }

    public RejectedRequestException exception() {
        return new RejectedRequestException(this);
    }
}
