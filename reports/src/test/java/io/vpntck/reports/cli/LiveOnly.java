package io.vpntck.reports.cli;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.steps.testbed.TestbedUnavailableException;

/** Tests that need a container engine: skipped by name and with the reason, or failed where one is required. */
final class LiveOnly {
    private LiveOnly() {}

    static boolean required() {
        return System.getProperty("tck.containers", "optional").equals("required");
    }

    /** Finds out whether the gateway's testbed can be prepared here; what that made is removed again. */
    static void require(String test, GatewayChoice gateway) {
        try {
            gateway.provider().prepare(gateway.description());
        } catch (TestbedUnavailableException e) {
            skip(test, e.getMessage());
        } finally {
            gateway.provider().close();
        }
    }

    static void skip(String test, String reason) {
        if (required()) {
            fail(reason);
        }
        System.out.println("SKIPPED " + test + ": " + reason);
        abort(reason);
    }
}
