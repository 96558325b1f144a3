package io.vpntck.steps.testbed;

/** This machine cannot run the testbed; the message is one line that says why and what to do. */
public final class TestbedUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public TestbedUnavailableException(String message) {
        super(message);
    }
}
