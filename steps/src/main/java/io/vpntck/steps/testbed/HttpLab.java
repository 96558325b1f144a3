package io.vpntck.steps.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lab of an AWS side in another process, over HTTP. */
public final class HttpLab implements Lab {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI server;
    private final String accessKey;

    /** @param server where the EC2 API listens, for example {@code http://198.51.100.2:8080} */
    public HttpLab(URI server, String accessKey) {
        this.server = server;
        this.accessKey = accessKey;
    }

    /** @throws IllegalArgumentException when the lab refuses; @throws UncheckedIOException when it cannot be reached */
    private JsonNode call(String name, Map<String, String> parameters) {
        String form = parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/lab/v1/" + name))
                .timeout(PATIENCE)
                .header("X-Account", accessKey)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalArgumentException("the lab refuses " + name + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("the lab cannot be reached for " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private <T> List<T> rows(String name, Function<JsonNode, T> row) {
        return rows(name, Map.of(), row);
    }

    private <T> List<T> rows(String name, Map<String, String> parameters, Function<JsonNode, T> row) {
        List<T> all = new ArrayList<>();
        call(name, parameters).forEach(node -> all.add(row.apply(node)));
        return all;
    }

    private static String text(JsonNode row, int column) {
        return row.get(column).asText();
    }

    private static Octets octets(JsonNode row, int column) {
        return Octets.ofHex(text(row, column));
    }

    /** Ends the account: its outside addresses are free again, and nothing of it is kept. */
    public void closeAccount() {
        call("close-account", Map.of());
    }

    @Override
    public Instant now() {
        return Instant.parse(call("now", Map.of()).asText());
    }

    @Override
    public String createVpnGatewayAsOf(String region, Instant created) {
        return call("create-vpn-gateway", Map.of("region", region, "created", created.toString()))
                .asText();
    }

    @Override
    public void raiseQuota(String region, String quota, int value) {
        call("raise-quota", Map.of("region", region, "quota", quota, "value", Integer.toString(value)));
    }

    @Override
    public void classicProfile(String region, boolean on) {
        call("classic-profile", Map.of("region", region, "on", Boolean.toString(on)));
    }

    @Override
    public String addRouteTarget(String vpcId, String kind) {
        return call("add-route-target", Map.of("vpc", vpcId, "kind", kind)).asText();
    }

    @Override
    public void removeRouteTarget(String id) {
        call("remove-route-target", Map.of("id", id));
    }

    @Override
    public List<CapturedPacket> arrivedAtRouteTarget(String id) {
        return rows("arrived-at-target", Map.of("id", id), HttpLab::packet);
    }

    @Override
    public String addGatewayEndpoint(String vpcId, Ipv4Prefix prefix) {
        return call("add-gateway-endpoint", Map.of("vpc", vpcId, "prefix", prefix.toString()))
                .asText();
    }

    @Override
    public void giveElasticAddress(String vpcId, Ipv4Address host, Ipv4Address address) {
        call("give-elastic-address", Map.of("vpc", vpcId, "host", host.toString(), "address", address.toString()));
    }

    @Override
    public String announceByDirectConnect(String vpcId, Ipv4Prefix prefix, boolean on) {
        return call(
                        "announce-by-direct-connect",
                        Map.of("vpc", vpcId, "prefix", prefix.toString(), "on", Boolean.toString(on)))
                .asText();
    }

    @Override
    public List<AnnouncedRoute> announcedToDirectConnect(String vpcId) {
        return rows(
                "announced-to-direct-connect",
                Map.of("vpc", vpcId),
                row -> new AnnouncedRoute(Ipv4Prefix.of(text(row, 0)), text(row, 1)));
    }

    @Override
    public void sendByDirectConnect(String vpcId, Octets packet) {
        call("send-by-direct-connect", Map.of("vpc", vpcId, "packet", packet.toHex()));
    }

    @Override
    public void addVpcHost(String vpcId, Ipv4Address address) {
        call("add-vpc-host", Map.of("vpc", vpcId, "address", address.toString()));
    }

    @Override
    public void pingFromVpcHost(
            String vpcId, Ipv4Address source, Ipv4Address destination, int count, Duration interval) {
        call(
                "ping",
                Map.of(
                        "vpc", vpcId,
                        "source", source.toString(),
                        "destination", destination.toString(),
                        "count", Integer.toString(count),
                        "interval", Long.toString(interval.toMillis())));
    }

    @Override
    public void sendFromVpcHost(String vpcId, Octets packet) {
        call("send", Map.of("vpc", vpcId, "packet", packet.toHex()));
    }

    @Override
    public void serveFromVpcHost(String vpcId, Ipv4Address address, int port, long octets) {
        call(
                "serve",
                Map.of(
                        "vpc", vpcId,
                        "address", address.toString(),
                        "port", Integer.toString(port),
                        "octets", Long.toString(octets)));
    }

    @Override
    public List<CapturedPacket> arrivedAtVpcHost(String vpcId, Ipv4Address address) {
        return rows("arrived", Map.of("vpc", vpcId, "address", address.toString()), HttpLab::packet);
    }

    @Override
    public void pingThrough(Ipv4Address outsideAddress, int count) {
        call("ping-through", Map.of("address", outsideAddress.toString(), "count", Integer.toString(count)));
    }

    @Override
    public void prefer(Ipv4Address outsideAddress, boolean on) {
        call("prefer", Map.of("address", outsideAddress.toString(), "on", Boolean.toString(on)));
    }

    @Override
    public void blackhole(Ipv4Address outsideAddress, boolean on) {
        call("blackhole", Map.of("address", outsideAddress.toString(), "on", Boolean.toString(on)));
    }

    @Override
    public void deleteSas(Ipv4Address outsideAddress) {
        call("delete-sas", Map.of("address", outsideAddress.toString()));
    }

    @Override
    public void maintain(Ipv4Address outsideAddress, Duration time) {
        call("maintain", Map.of("address", outsideAddress.toString(), "time", Long.toString(time.toMillis())));
    }

    @Override
    public void stopBgp(Ipv4Address outsideAddress, boolean on) {
        call("stop-bgp", Map.of("address", outsideAddress.toString(), "on", Boolean.toString(on)));
    }

    @Override
    public void passOverExcessRoutes(boolean on) {
        call("pass-over-excess-routes", Map.of("on", Boolean.toString(on)));
    }

    @Override
    public List<CapturedPacket> capture() {
        return rows("capture", HttpLab::packet);
    }

    private static CapturedPacket packet(JsonNode row) {
        return new CapturedPacket(Instant.parse(text(row, 0)), octets(row, 1));
    }

    @Override
    public List<IkeSecret> ikeSecrets() {
        return rows(
                "ike-secrets",
                row -> new IkeSecret(
                        octets(row, 0),
                        octets(row, 1),
                        EncryptionAlgorithm.valueOf(text(row, 2)),
                        HashAlgorithm.valueOf(text(row, 3)),
                        octets(row, 4),
                        octets(row, 5)));
    }

    @Override
    public List<EspSecret> espSecrets() {
        return rows(
                "esp-secrets",
                row -> new EspSecret(
                        Ipv4Address.of(text(row, 0)),
                        Ipv4Address.of(text(row, 1)),
                        Integer.parseUnsignedInt(text(row, 2), 16),
                        EncryptionAlgorithm.valueOf(text(row, 3)),
                        IntegrityAlgorithm.valueOf(text(row, 4)),
                        octets(row, 5),
                        octets(row, 6)));
    }

    @Override
    public List<AwsSideEvent> events() {
        return rows("events", row -> new AwsSideEvent(Instant.parse(text(row, 0)), text(row, 1), text(row, 2)));
    }

    @Override
    public Map<DropReason, Long> drops() {
        Map<DropReason, Long> all = new EnumMap<>(DropReason.class);
        call("drops", Map.of())
                .fields()
                .forEachRemaining(f ->
                        all.put(DropReason.valueOf(f.getKey()), f.getValue().asLong()));
        return all;
    }
}
