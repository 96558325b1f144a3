package io.vpntck.reports.gateways;

/** A gateway file cannot be used; the message is one line that names the file and what is wrong. */
public final class GatewayFileException extends Exception {
    private static final long serialVersionUID = 1L;

    GatewayFileException(String message) {
        super(message);
    }
}
