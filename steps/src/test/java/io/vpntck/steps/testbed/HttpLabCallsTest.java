package io.vpntck.steps.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.lab.AnnouncedRoute;
import io.vpntck.reference.lab.AwsSideEvent;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.DropReason;
import io.vpntck.reference.lab.EspSecret;
import io.vpntck.reference.lab.IkeSecret;
import io.vpntck.reference.lab.Lab;
import io.vpntck.reference.wire.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked of a lab goes over HTTP, and its answers are read, by a server that answers what it is told to. */
class HttpLabCallsTest {
    private static final Instant TIME = Instant.parse("2018-09-03T08:00:00Z");
    private static final Ipv4Address HOST = Ipv4Address.of("10.0.1.10");
    private static final Ipv4Address TUNNEL = Ipv4Address.of("198.51.100.129");
    private static final Octets PACKET = Octets.ofHex("0a0b");

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private HttpServer server;
    private HttpLab lab;
    private volatile String answer = "\"done\"";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
        lab = new HttpLab(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "account-a");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String form = URLDecoder.decode(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        requests.add(Stream.of(form.split("&"))
                .sorted()
                .collect(Collectors.joining(
                        " ",
                        exchange.getRequestHeaders().getFirst("X-Account") + " " + exchange.getRequestURI() + " ",
                        "")));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private record Row(String request, Consumer<Lab> call) {
        @Override
        public String toString() {
            return request;
        }
    }

    static Stream<Row> calls() {
        return Stream.of(
                new Row("add-route-target kind=instance vpc=vpc-1", lab -> lab.addRouteTarget("vpc-1", "instance")),
                new Row("remove-route-target id=i-1", lab -> lab.removeRouteTarget("i-1")),
                new Row(
                        "send-by-direct-connect packet=0a0b vpc=vpc-1",
                        lab -> lab.sendByDirectConnect("vpc-1", PACKET)),
                new Row("add-vpc-host address=10.0.1.10 vpc=vpc-1", lab -> lab.addVpcHost("vpc-1", HOST)),
                new Row(
                        "ping count=5 destination=10.20.0.10 interval=1000 source=10.0.1.10 vpc=vpc-1",
                        lab -> lab.pingFromVpcHost("vpc-1", HOST, Ipv4Address.of("10.20.0.10"), 5)),
                new Row(
                        "ping count=5 destination=10.20.0.10 interval=200 source=10.0.1.10 vpc=vpc-1",
                        lab -> lab.pingFromVpcHost(
                                "vpc-1", HOST, Ipv4Address.of("10.20.0.10"), 5, Duration.ofMillis(200))),
                new Row("send packet=0a0b vpc=vpc-1", lab -> lab.sendFromVpcHost("vpc-1", PACKET)),
                new Row(
                        "serve address=10.0.1.10 octets=5000000000 port=80 vpc=vpc-1",
                        lab -> lab.serveFromVpcHost("vpc-1", HOST, 80, 5_000_000_000L)),
                new Row("ping-through address=198.51.100.129 count=3", lab -> lab.pingThrough(TUNNEL, 3)),
                new Row("prefer address=198.51.100.129 on=true", lab -> lab.prefer(TUNNEL, true)),
                new Row("blackhole address=198.51.100.129 on=false", lab -> lab.blackhole(TUNNEL, false)),
                new Row("delete-sas address=198.51.100.129", lab -> lab.deleteSas(TUNNEL)),
                new Row(
                        "maintain address=198.51.100.129 time=60000",
                        lab -> lab.maintain(TUNNEL, Duration.ofSeconds(60))),
                new Row("stop-bgp address=198.51.100.129 on=true", lab -> lab.stopBgp(TUNNEL, true)),
                new Row("pass-over-excess-routes on=true", lab -> lab.passOverExcessRoutes(true)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallIsOneRequestForItsAccount(Row row) {
        row.call().accept(lab);
        assertThat(requests).containsExactly("account-a /lab/v1/" + row.request());
    }

    @Test
    void packetsAreRead() {
        answer = "[[\"2018-09-03T08:00:00Z\",\"0a0b\"]]";
        List<CapturedPacket> read = List.of(new CapturedPacket(TIME, PACKET));
        assertThat(lab.capture()).isEqualTo(read);
        assertThat(lab.arrivedAtVpcHost("vpc-1", HOST)).isEqualTo(read);
        assertThat(lab.arrivedAtRouteTarget("i-1")).isEqualTo(read);
        assertThat(requests)
                .containsExactly(
                        "account-a /lab/v1/capture ",
                        "account-a /lab/v1/arrived address=10.0.1.10 vpc=vpc-1",
                        "account-a /lab/v1/arrived-at-target id=i-1");
    }

    @Test
    void keysAreRead() {
        answer = "[[\"0101010101010101\",\"0202020202020202\",\"AES_256_CBC\",\"SHA2_256\",\"03\",\"04\"]]";
        assertThat(lab.ikeSecrets())
                .containsExactly(new IkeSecret(
                        Octets.ofHex("01".repeat(8)),
                        Octets.ofHex("02".repeat(8)),
                        EncryptionAlgorithm.AES_256_CBC,
                        HashAlgorithm.SHA2_256,
                        Octets.ofHex("03"),
                        Octets.ofHex("04")));
        answer = "[[\"198.51.100.10\",\"198.51.100.129\",\"c0000001\",\"AES_128_CBC\",\"HMAC_SHA1_96\",\"05\",\"06\"]]";
        assertThat(lab.espSecrets())
                .containsExactly(new EspSecret(
                        Ipv4Address.of("198.51.100.10"),
                        TUNNEL,
                        0xc000_0001,
                        EncryptionAlgorithm.AES_128_CBC,
                        IntegrityAlgorithm.HMAC_SHA1_96,
                        Octets.ofHex("05"),
                        Octets.ofHex("06")));
    }

    @Test
    void whatTheAwsSideSaysIsRead() {
        answer = "[[\"10.0.0.0/16\",\"64512 65000\"]]";
        assertThat(lab.announcedToDirectConnect("vpc-1"))
                .containsExactly(new AnnouncedRoute(Ipv4Prefix.of("10.0.0.0/16"), "64512 65000"));
        answer = "[[\"2018-09-03T08:00:00Z\",\"tunnel-up\",\"198.51.100.129\"]]";
        assertThat(lab.events()).containsExactly(new AwsSideEvent(TIME, "tunnel-up", "198.51.100.129"));
        answer = "{\"REPLAY\":2,\"FOREIGN_SOURCE\":5000000000}";
        assertThat(lab.drops())
                .containsOnly(Map.entry(DropReason.REPLAY, 2L), Map.entry(DropReason.FOREIGN_SOURCE, 5_000_000_000L));
    }
}
