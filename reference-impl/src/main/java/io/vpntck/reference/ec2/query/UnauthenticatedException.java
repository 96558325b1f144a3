package io.vpntck.reference.ec2.query;

/** A request of which it is not known from whom it comes. */
public final class UnauthenticatedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    public UnauthenticatedException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** The HTTP status, 4xx. */
    public int status() {
        return status;
    }

    /** AWS's error code, for example {@code SignatureDoesNotMatch}. */
    public String code() {
        return code;
    }
}
