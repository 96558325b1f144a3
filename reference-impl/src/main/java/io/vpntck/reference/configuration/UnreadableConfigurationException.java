package io.vpntck.reference.configuration;

/** A native document of another form than AWS's; the message names the element. */
public final class UnreadableConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableConfigurationException(String message) {
        super(message);
    }
}
