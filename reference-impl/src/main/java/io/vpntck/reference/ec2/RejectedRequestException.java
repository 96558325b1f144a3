package io.vpntck.reference.ec2;

/** A request that is refused; nothing has changed. */
public final class RejectedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    RejectedRequestException(Rejection rejection) {
        super(rejection.message());
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
