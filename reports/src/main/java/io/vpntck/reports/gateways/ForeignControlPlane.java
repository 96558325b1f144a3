package io.vpntck.reports.gateways;

import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.lab.AwsSideEvent;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.lab.Lab;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final String region;
    private final Set<Stage> open = ConcurrentHashMap.newKeySet();

    private ForeignControlPlane(URI endpoint, String region) {
        this.endpoint = endpoint;
        this.region = region;
    }

    /** @param region of the scenarios; without one {@code AWS_REGION}, or us-east-1 */
    public static GatewayChoice at(URI endpoint, Optional<String> region) {
        String where = region.or(() -> environment("AWS_REGION")).orElse("us-east-1");
        ForeignControlPlane provider = new ForeignControlPlane(endpoint, where);
        GatewayDescription description = provider.gateways().get(0);
        return new GatewayChoice(
                "control-plane-" + endpoint.getAuthority(),
                "--control-plane " + endpoint
                        + region.map(r -> " --region " + r).orElse(""),
                provider,
                description,
                Set.of(),
                List.of());
    }

    @Override
    public List<GatewayDescription> gateways() {
        return List.of(new GatewayDescription(
                "control-plane",
                "live",
                "control plane at " + endpoint,
                Set.of(),
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
        open.add(stage);
        return stage;
    }

    @Override
    public void close() {
        open.forEach(Stage::close);
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank());
    }

    /** One scenario at the endpoint. */
    private final class Stage implements Testbed {
        private final String scenario;
        private final RequestLedger ledger = new RequestLedger();

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
            if (!open.remove(this)) {
                return;
            }
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

    /** Somebody else's control plane has no lab: it can be asked for nothing, and has captured nothing. */
    private static final class NoLab implements Lab {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void addVpcHost(String vpcId, Ipv4Address address) {
            throw none();
        }

        @Override
        public void pingFromVpcHost(String vpcId, Ipv4Address source, Ipv4Address destination, int count) {
            throw none();
        }

        @Override
        public void blackhole(Ipv4Address outsideAddress, boolean on) {
            throw none();
        }

        @Override
        public void deleteSas(Ipv4Address outsideAddress) {
            throw none();
        }

        @Override
        public String createVpnGatewayAsOf(String region, Instant created) {
            throw none();
        }

        @Override
        public String addRouteTarget(String vpcId, String kind) {
            throw none();
        }

        @Override
        public void removeRouteTarget(String id) {
            throw none();
        }

        @Override
        public void classicProfile(String region, boolean on) {
            throw none();
        }

        @Override
        public List<CapturedPacket> capture() {
            return List.of();
        }

        @Override
        public List<IkeSecret> ikeSecrets() {
            return List.of();
        }

        @Override
        public List<EspSecret> espSecrets() {
            return List.of();
        }

        @Override
        public List<AwsSideEvent> events() {
            return List.of();
        }

        private static UnsupportedOperationException none() {
            return new UnsupportedOperationException("there is no lab behind --control-plane");
        }
    }
}
