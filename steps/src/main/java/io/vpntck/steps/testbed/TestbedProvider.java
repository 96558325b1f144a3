package io.vpntck.steps.testbed;

import java.util.List;

/** Opens testbeds for the gateways that it knows; found by {@link java.util.ServiceLoader}. */
public interface TestbedProvider extends AutoCloseable {
    List<GatewayDescription> gateways();

    /**
     * Readies what all scenarios of a run share.
     *
     * @throws TestbedUnavailableException when this machine cannot run it, with one line that says what to do
     */
    void prepare(GatewayDescription gateway) throws TestbedUnavailableException;

    Testbed open(TestbedRequest request);

    @Override
    void close();
}
