package io.vpntck.reports.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vpntck.steps.gateway.Capability;
import io.vpntck.steps.testbed.RequestLedger;
import io.vpntck.steps.testbed.Testbed;
import io.vpntck.steps.testbed.TestbedRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A control plane whose answers are held back until the test lets them go. */
@Timeout(30)
class ForeignControlPlaneTest {
    private static final byte[] GONE =
            ("<Response><Errors><Error><Code>InvalidCustomerGatewayID.NotFound</Code><Message/></Error></Errors>"
                            + "<RequestID>1</RequestID></Response>")
                    .getBytes(StandardCharsets.UTF_8);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private HttpServer server;
    private URI endpoint;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.countDown();
            try {
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(400, GONE.length);
            exchange.getResponseBody().write(GONE);
            exchange.close();
        });
        server.start();
        endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private GatewayChoice choice(Optional<URI> cloudWatch) {
        return ForeignControlPlane.at(new ForeignControlPlane.Place(endpoint, cloudWatch, Optional.of("eu-west-1")));
    }

    private static TestbedRequest scenario() {
        return new TestbedRequest("control-plane", "Test1-1", 1, Set.of());
    }

    @Test
    void theEndOfARunWaitsForAScenarioThatIsClearingUp() throws Exception {
        GatewayChoice choice = choice(Optional.empty());
        Testbed scenario = choice.provider().open(scenario());
        scenario.ledger().orElseThrow().add(new RequestLedger.Made("eu-west-1", "cgw-1"));
        CompletableFuture<Void> clearing = CompletableFuture.runAsync(scenario::close);
        asked.await();

        CompletableFuture<Void> end =
                CompletableFuture.runAsync(() -> choice.provider().close());
        assertThat(end).as("while the scenario clears up").failsWithin(300, TimeUnit.MILLISECONDS);
        answered.countDown();
        assertThat(clearing).succeedsWithin(10, TimeUnit.SECONDS);
        end.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> choice.provider().open(scenario())).hasMessageContaining("no more scenarios begin");
    }

    @Test
    void metricsNeedAnEndpointOfTheirOwn() {
        URI metrics = URI.create("http://127.0.0.1:9");
        assertThat(choice(Optional.empty()).capabilities()).isEmpty();
        assertThat(choice(Optional.of(metrics)).capabilities()).containsExactly(Capability.CLOUDWATCH);
        assertThat(choice(Optional.of(metrics)).option())
                .isEqualTo("--control-plane " + endpoint + " --cloudwatch http://127.0.0.1:9 --region eu-west-1");
        try (Testbed scenario = choice(Optional.of(metrics)).provider().open(scenario())) {
            assertThat(scenario.cloudWatchEndpoint()).isEqualTo(metrics);
            assertThat(scenario.ec2Endpoint()).isEqualTo(endpoint);
        }
    }
}
