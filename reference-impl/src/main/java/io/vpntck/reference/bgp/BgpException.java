package io.vpntck.reference.bgp;

/** A fault of the peer's that ends the session: the notification that tells it so. */
public final class BgpException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient NotificationMessage notification;

    public BgpException(NotificationMessage notification, String problem) {
        super(problem);
        this.notification = notification;
    }

    public NotificationMessage notification() {
        return notification;
    }
}
