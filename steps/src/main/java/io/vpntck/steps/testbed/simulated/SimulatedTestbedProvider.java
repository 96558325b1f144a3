package io.vpntck.steps.testbed.simulated;

import io.vpntck.steps.testbed.GatewayDescription;
import io.vpntck.steps.testbed.Testbed;
import io.vpntck.steps.testbed.TestbedProvider;
import io.vpntck.steps.testbed.TestbedRequest;
import java.util.List;

/** Offers the bundled reference gateway, named {@code reference}, in simulated testbeds. */
public final class SimulatedTestbedProvider implements TestbedProvider {
    private Endpoint endpoint;

    @Override
    public List<GatewayDescription> gateways() {
        return List.of(new GatewayDescription(
                "reference",
                "simulated",
                "vpn-tck reference customer gateway",
                SimulatedGateway.claimed(),
                "the bundled gateway, in this JVM under virtual time; needs nothing"));
    }

    @Override
    public void prepare(GatewayDescription gateway) {
        if (endpoint == null) {
            endpoint = new Endpoint();
        }
    }

    @Override
    public Testbed open(TestbedRequest request) {
        if (endpoint == null) {
            throw new IllegalStateException("prepare comes before open");
        }
        return new SimulatedTestbed(request, endpoint);
    }

    @Override
    public void close() {
        if (endpoint != null) {
            endpoint.close();
            endpoint = null;
        }
    }
}
