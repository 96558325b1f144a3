package io.vpntck.reports.run;

import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.Lab;
import io.vpntck.reference.wire.Octets;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.testbed.AccessNetwork;
import io.vpntck.steps.testbed.GatewayDescription;
import io.vpntck.steps.testbed.RequestLedger;
import io.vpntck.steps.testbed.Testbed;
import io.vpntck.steps.testbed.TestbedProvider;
import io.vpntck.steps.testbed.TestbedRequest;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import io.vpntck.steps.testbed.Wire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A provider whose testbeds note how far their clock went between opening and closing, and which version the gateway is. */
final class WatchedProvider implements TestbedProvider {
    private final TestbedProvider provider;
    private final SimulatedTime time;
    private Optional<String> gatewayVersion = Optional.empty();

    WatchedProvider(TestbedProvider provider, SimulatedTime time) {
        this.provider = provider;
        this.time = time;
    }

    @Override
    public List<GatewayDescription> gateways() {
        return provider.gateways();
    }

    @Override
    public void prepare(GatewayDescription gateway) throws TestbedUnavailableException {
        provider.prepare(gateway);
    }

    @Override
    public Testbed open(TestbedRequest request) {
        return new WatchedTestbed(provider.open(request));
    }

    @Override
    public void close() {
        provider.close();
    }

    /** What a gateway that was started said of itself. */
    Optional<String> gatewayVersion() {
        return gatewayVersion;
    }

    private final class WatchedTestbed implements Testbed {
        private final Testbed testbed;
        private final Instant opened;

        WatchedTestbed(Testbed testbed) {
            this.testbed = testbed;
            this.opened = testbed.now();
        }

        @Override
        public String kind() {
            return testbed.kind();
        }

        @Override
        public URI ec2Endpoint() {
            return testbed.ec2Endpoint();
        }

        @Override
        public URI cloudWatchEndpoint() {
            return testbed.cloudWatchEndpoint();
        }

        @Override
        public String accessKey() {
            return testbed.accessKey();
        }

        @Override
        public String secretKey() {
            return testbed.secretKey();
        }

        @Override
        public String region() {
            return testbed.region();
        }

        @Override
        public Lab lab() {
            return testbed.lab();
        }

        @Override
        public GatewayUnderTest gateway() {
            GatewayUnderTest gateway = testbed.gateway();
            if (gatewayVersion.isEmpty()) {
                gatewayVersion = Optional.of(gateway.version());
            }
            return gateway;
        }

        @Override
        public Instant now() {
            return testbed.now();
        }

        @Override
        public boolean await(Duration limit, BooleanSupplier condition) {
            return testbed.await(limit, condition);
        }

        @Override
        public void pass(Duration duration) {
            testbed.pass(duration);
        }

        @Override
        public Optional<RequestLedger> ledger() {
            return testbed.ledger();
        }

        @Override
        public void pathMtu(int octets) {
            testbed.pathMtu(octets);
        }

        @Override
        public GatewayUnderTest standIn() {
            return testbed.standIn();
        }

        @Override
        public GatewayUnderTest site(int number) {
            return testbed.site(number);
        }

        @Override
        public AccessNetwork access() {
            return testbed.access();
        }

        @Override
        public List<String> packetEvents() {
            return testbed.packetEvents();
        }

        @Override
        public Wire wire() {
            return testbed.wire();
        }

        @Override
        public List<Octets> injectedPackets() {
            return testbed.injectedPackets();
        }

        @Override
        public List<CapturedPacket> outsideCapture() {
            return testbed.outsideCapture();
        }

        @Override
        public void close() {
            time.add(opened, testbed.now());
            testbed.close();
        }
    }
}
