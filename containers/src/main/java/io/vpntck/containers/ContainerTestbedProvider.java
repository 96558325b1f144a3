package io.vpntck.containers;

import io.vpntck.steps.testbed.GatewayDescription;
import io.vpntck.steps.testbed.Testbed;
import io.vpntck.steps.testbed.TestbedProvider;
import io.vpntck.steps.testbed.TestbedRequest;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** Offers gateways in containers. The network and the AWS side serve a whole run, a gateway one scenario. */
public final class ContainerTestbedProvider implements TestbedProvider {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerTestbedProvider.class);
    private static final int REACHABLE_WITHIN_MILLIS = 5000;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Set<StrongswanFault> faults;
    private final Deque<AutoCloseable> made = new ConcurrentLinkedDeque<>();
    private String strongswan;
    private ControlNetwork network;
    private volatile AwsSideContainer awsSide;
    private final AtomicInteger gateways = new AtomicInteger();

    public ContainerTestbedProvider() {
        this(Set.of());
    }

    /** One whose strongSwan commits faults. */
    public ContainerTestbedProvider(Set<StrongswanFault> faults) {
        this.faults = Set.copyOf(faults);
    }

    @Override
    public List<GatewayDescription> gateways() {
        return Arrays.stream(RoutingSoftware.values())
                .map(RoutingSoftware::description)
                .toList();
    }

    @Override
    public void prepare(GatewayDescription gateway) throws TestbedUnavailableException {
        if (awsSide != null) {
            return;
        }
        Engine.require();
        Engine.requireNoOtherRun();
        Engine.requireFree(ControlNetwork.PREFIX);
        strongswan = Images.strongswan();
        String image = Images.awsSide();
        try {
            network = new ControlNetwork(run);
            made.push(network);
            AwsSideContainer starting = new AwsSideContainer(image, network, run);
            made.push(starting);
            starting.start();
            requireReachable(starting);
            awsSide = starting;
        } catch (RuntimeException e) {
            close();
            throw new TestbedUnavailableException("the AWS side's container does not start: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private void requireReachable(AwsSideContainer container) throws TestbedUnavailableException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            container.api().getHost(), container.api().getPort()),
                    REACHABLE_WITHIN_MILLIS);
        } catch (IOException e) {
            close();
            throw new TestbedUnavailableException("this machine does not reach containers on the engine's bridge: "
                    + "run on the machine of the engine itself");
        }
    }

    @Override
    public Testbed open(TestbedRequest request) {
        if (awsSide == null) {
            throw new IllegalStateException("prepare comes before open");
        }
        if (!request.faults().isEmpty()) {
            throw new IllegalArgumentException("only the bundled reference commits faults");
        }
        RoutingSoftware software = RoutingSoftware.of(request.gateway());
        return new LiveTestbed(request, awsSide.api(), () -> newGateway(software));
    }

    private GatewayContainer newGateway(RoutingSoftware software) {
        Guest guest = new Guest(strongswan, awsSide, run, gateways.incrementAndGet());
        made.push(guest);
        guest.boot();
        return new StrongswanGateway(guest, software, faults);
    }

    /**
     * Removes every container and the network; what is gone already is passed over.
     *
     * <p>Called on any thread at any moment, above all by a signal while a container starts: it waits for none of that,
     * and takes away also what was not yet known by name.
     */
    @Override
    public void close() {
        boolean any = !made.isEmpty();
        while (!made.isEmpty()) {
            try {
                made.pop().close();
            } catch (Exception e) {
                LOG.warn("removing what the run made: {}", e.getMessage());
            }
        }
        if (any) {
            new Leftovers(DockerClientFactory.lazyClient()).remove(run);
        }
        awsSide = null;
    }
}
