package io.vpntck.reports.gateways;

import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.Lab;
import io.vpntck.steps.gateway.Capability;
import io.vpntck.steps.gateway.GatewayUnderTest;
import io.vpntck.steps.testbed.GatewayDescription;
import io.vpntck.steps.testbed.RequestLedger;
import io.vpntck.steps.testbed.Testbed;
import io.vpntck.steps.testbed.TestbedProvider;
import io.vpntck.steps.testbed.TestbedRequest;
import io.vpntck.steps.testbed.TestbedUnavailableException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * A control plane of somebody else's, reached over HTTP; there is neither a gateway nor a lab. What a scenario makes there,
 * it takes away again, also when the run is ended by a signal.
 *
 * <p>Credentials and region come from {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY} and {@code AWS_REGION}; without them
 * each scenario is an account of its own in us-east-1.
 */
public final class ForeignControlPlane implements TestbedProvider {
    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration POLL = Duration.ofMillis(100);

    /** How long a request that is under way when a run is ended may still take. */
    private static final Duration LAST_REQUEST = Duration.ofSeconds(10);

    /** Deleting a connection takes minutes at AWS. */
    private static final Duration SWEPT = Duration.ofMinutes(10);

    private final URI endpoint;
    private final URI cloudWatch;
    private final Set<Capability> capabilities;
    private final String region;
    /** Begun, and not cleared up; guards {@link #ended}. */
    private final Set<Stage> open = new HashSet<>();

    private boolean ended;

    /**
     * Where it is.
     *
     * @param cloudWatch where its metrics are; without it, it has none
     * @param region of the scenarios; without one {@code AWS_REGION}, or us-east-1
     */
    public record Place(URI ec2, Optional<URI> cloudWatch, Optional<String> region) {
        String option() {
            return "--control-plane " + ec2
                    + cloudWatch.map(u -> " --cloudwatch " + u).orElse("")
                    + region.map(r -> " --region " + r).orElse("");
        }
    }

    private ForeignControlPlane(Place place) {
        this.endpoint = place.ec2;
        this.cloudWatch = place.cloudWatch.orElse(place.ec2);
        this.capabilities = place.cloudWatch.isPresent() ? Set.of(Capability.CLOUDWATCH) : Set.of();
        this.region = place.region.or(() -> environment("AWS_REGION")).orElse("us-east-1");
    }

    public static GatewayChoice at(Place place) {
        ForeignControlPlane provider = new ForeignControlPlane(place);
        return new GatewayChoice(
                "control-plane-" + place.ec2.getAuthority(),
                place.option(),
                provider,
                provider.gateways().get(0),
                provider.capabilities,
                List.of());
    }

    @Override
    public List<GatewayDescription> gateways() {
        return List.of(new GatewayDescription(
                "control-plane",
                "live",
                "control plane at " + endpoint,
                capabilities,
                "a control plane of somebody else's"));
    }

    @Override
    public void prepare(GatewayDescription gateway) throws TestbedUnavailableException {
        int port = endpoint.getPort() >= 0
                ? endpoint.getPort()
                : endpoint.getScheme().equals("https") ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.getHost(), port), CONNECT_MILLIS);
        } catch (IOException e) {
            throw new TestbedUnavailableException("cannot reach the control plane at " + endpoint + " ("
                    + e.getMessage() + "): start it, or correct --control-plane");
        }
    }

    @Override
    public Testbed open(TestbedRequest request) {
        Stage stage = new Stage(request.scenario());
        synchronized (open) {
            if (ended) {
                throw new IllegalStateException("the run is being ended: no more scenarios begin");
            }
            open.add(stage);
        }
        return stage;
    }

    /** Waits for scenarios that are clearing up at this moment. */
    @Override
    public void close() {
        List<Stage> left;
        synchronized (open) {
            ended = true;
            left = List.copyOf(open);
        }
        left.forEach(Stage::close);
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank());
    }

    /** One scenario at the endpoint. */
    private final class Stage implements Testbed {
        private final String scenario;
        private final RequestLedger ledger = new RequestLedger();
        private boolean cleared;

        Stage(String scenario) {
            this.scenario = scenario;
        }

        @Override
        public String kind() {
            return "live";
        }

        @Override
        public URI ec2Endpoint() {
            return endpoint;
        }

        @Override
        public URI cloudWatchEndpoint() {
            return cloudWatch;
        }

        @Override
        public String accessKey() {
            return environment("AWS_ACCESS_KEY_ID").orElse(scenario);
        }

        @Override
        public String secretKey() {
            return environment("AWS_SECRET_ACCESS_KEY").orElse(scenario);
        }

        @Override
        public String region() {
            return region;
        }

        @Override
        public Optional<RequestLedger> ledger() {
            return Optional.of(ledger);
        }

        @Override
        public Lab lab() {
            return new NoLab();
        }

        @Override
        public GatewayUnderTest gateway() {
            throw new UnsupportedOperationException("there is no gateway behind --control-plane");
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public boolean await(Duration limit, BooleanSupplier condition) {
            Instant end = Instant.now().plus(limit);
            while (!condition.getAsBoolean()) {
                if (!Instant.now().isBefore(end)) {
                    return false;
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
            return true;
        }

        @Override
        public void pathMtu(int octets) {
            throw new UnsupportedOperationException("there is no gateway behind --control-plane");
        }

        @Override
        public List<CapturedPacket> outsideCapture() {
            return List.of();
        }

        /** Takes away what the scenario made; by a signal this comes from another thread, once in all. */
        @Override
        public synchronized void close() {
            if (cleared) {
                return;
            }
            cleared = true;
            try {
                clear();
            } finally {
                // Not before: whoever ends the run waits for those that are open.
                synchronized (open) {
                    open.remove(this);
                }
            }
        }

        private void clear() {
            ledger.close(LAST_REQUEST);
            Map<String, List<RequestLedger.Made>> byRegion =
                    ledger.all().stream().collect(Collectors.groupingBy(RequestLedger.Made::region));
            byRegion.forEach((where, made) -> {
                try (Ec2Client client = client(where)) {
                    List<String> left = new Sweep(client, SWEPT)
                            .away(made).stream().map(RequestLedger.Made::id).toList();
                    if (!left.isEmpty()) {
                        throw new IllegalStateException("left behind in " + where + " at " + endpoint + ": "
                                + String.join(", ", left) + ": delete them yourself");
                    }
                }
            });
        }

        private Ec2Client client(String where) {
            return Ec2Client.builder()
                    .endpointOverride(endpoint)
                    .region(Region.of(where))
                    .credentialsProvider(
                            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey(), secretKey())))
                    .httpClient(UrlConnectionHttpClient.create())
                    .build();
        }
    }
}
