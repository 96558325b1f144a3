package io.vpntck.reports.sample;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.Lab;
import io.vpntck.reports.gateways.GatewayChoice;
import io.vpntck.steps.gateway.Capability;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.gateway.LanHost;
import io.vpntck.steps.gateway.TunnelConfiguration;
import io.vpntck.steps.testbed.GatewayDescription;
import io.vpntck.steps.testbed.Testbed;
import io.vpntck.steps.testbed.TestbedProvider;
import io.vpntck.steps.testbed.TestbedRequest;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A testbed without a network: a clock, and a gateway whose log names the faults that it was given. */
public final class SampleProvider implements TestbedProvider {
    private final String unavailable;
    private int closed;

    /** @param unavailable what {@link #prepare} says; empty when it is to succeed */
    public SampleProvider(String unavailable) {
        this.unavailable = unavailable;
    }

    public GatewayChoice choice() {
        GatewayDescription description = gateways().get(0);
        return new GatewayChoice(
                "sample", "--gateway sample", this, description, description.capabilities(), List.of());
    }

    public int closed() {
        return closed;
    }

    @Override
    public List<GatewayDescription> gateways() {
        return List.of(new GatewayDescription(
                "sample", "simulated", "Sample", Set.of(Capability.IKEV1), "a gateway for tests"));
    }

    @Override
    public void prepare(GatewayDescription gateway) throws TestbedUnavailableException {
        if (!unavailable.isEmpty()) {
            throw new TestbedUnavailableException(unavailable);
        }
    }

    @Override
    public Testbed open(TestbedRequest request) {
        return new SampleTestbed(request);
    }

    @Override
    public void close() {
        closed++;
    }

    private static final class SampleTestbed implements Testbed {
        private final TestbedRequest request;
        private Instant now = Instant.EPOCH;

        SampleTestbed(TestbedRequest request) {
            this.request = request;
        }

        @Override
        public String kind() {
            return "simulated";
        }

        @Override
        public URI ec2Endpoint() {
            return URI.create("http://127.0.0.1:1");
        }

        @Override
        public String accessKey() {
            return request.scenario();
        }

        @Override
        public String secretKey() {
            return "secret";
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Lab lab() {
            throw new UnsupportedOperationException("no lab");
        }

        @Override
        public GatewayUnderTest gateway() {
            return new SampleGateway(request.faults());
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public boolean await(Duration limit, BooleanSupplier condition) {
            now = now.plus(limit);
            return condition.getAsBoolean();
        }

        @Override
        public void pathMtu(int octets) {
            throw new UnsupportedOperationException("a sample has no network");
        }

        @Override
        public List<CapturedPacket> outsideCapture() {
            return List.of();
        }

        @Override
        public void close() {
            now = Instant.MAX;
        }
    }

    private record SampleGateway(Set<String> faults) implements GatewayUnderTest {
        @Override
        public String name() {
            return "sample";
        }

        @Override
        public String version() {
            return "Sample 1.2";
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.IKEV1);
        }

        @Override
        public Ipv4Address outsideAddress() {
            throw new UnsupportedOperationException("no address");
        }

        @Override
        public Ipv4Prefix lan() {
            throw new UnsupportedOperationException("no LAN");
        }

        @Override
        public void apply(TunnelConfiguration configuration) {
            throw new UnsupportedOperationException("no tunnels");
        }

        @Override
        public void start() {
            throw new UnsupportedOperationException("no tunnels");
        }

        @Override
        public void stop() {
            throw new UnsupportedOperationException("no tunnels");
        }

        @Override
        public LanHost lanHost() {
            throw new UnsupportedOperationException("no host");
        }

        @Override
        public String log() {
            return faults.isEmpty() ? "no fault" : String.join(",", faults);
        }

        @Override
        public void close() {
            // Nothing was started.
        }
    }
}
