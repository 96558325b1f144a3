package io.vpntck.containers;

import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.Lab;
import io.vpntck.steps.testbed.HttpLab;
import io.vpntck.steps.testbed.Testbed;
import io.vpntck.steps.testbed.TestbedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One scenario on the run's AWS side, with a gateway of its own, made when it is first asked for. */
final class LiveTestbed implements Testbed {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final TestbedRequest request;
    private final URI api;
    private final HttpLab lab;
    private final Supplier<? extends GatewayContainer> maker;
    private GatewayContainer gateway;

    LiveTestbed(TestbedRequest request, URI api, Supplier<? extends GatewayContainer> maker) {
        this.request = request;
        this.api = api;
        this.maker = maker;
        this.lab = new HttpLab(api, request.scenario());
    }

    @Override
    public String kind() {
        return "live";
    }

    @Override
    public URI ec2Endpoint() {
        return api;
    }

    @Override
    public String accessKey() {
        return request.scenario();
    }

    @Override
    public String secretKey() {
        return "live";
    }

    @Override
    public String region() {
        return "us-east-1";
    }

    @Override
    public Lab lab() {
        return lab;
    }

    @Override
    public GatewayContainer gateway() {
        if (gateway == null) {
            gateway = maker.get();
        }
        return gateway;
    }

    @Override
    public Instant now() {
        return lab.now();
    }

    @Override
    public boolean await(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            LockSupport.parkNanos(Math.min(left, LOOK_AGAIN.toNanos()));
        }
        return true;
    }

    @Override
    public void pathMtu(int octets) {
        gateway().pathMtu(octets);
    }

    @Override
    public List<CapturedPacket> outsideCapture() {
        return lab.capture();
    }

    @Override
    public void close() {
        try {
            if (gateway != null) {
                gateway.close();
            }
        } finally {
            lab.closeAccount();
        }
    }
}
