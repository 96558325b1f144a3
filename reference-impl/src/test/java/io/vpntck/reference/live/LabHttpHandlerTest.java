package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpntck.reference.crypto.EncryptionAlgorithm;
import io.vpntck.reference.crypto.HashAlgorithm;
import io.vpntck.reference.crypto.IntegrityAlgorithm;
import io.vpntck.reference.ec2.query.HttpRequestView;
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
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call of the lab over HTTP: what it comes to in the lab, and how the answer is written. */
class LabHttpHandlerTest {
    private static final Instant TIME = Instant.parse("2018-09-03T08:00:00Z");
    private static final String DONE = "\"done\"";
    private static final String PACKETS = "[[\"2018-09-03T08:00:00Z\",\"0102\"]]";

    /** A call with its form, what the lab is asked, and the answer. */
    private record Row(String call, String form, String asked, String answer) {
        @Override
        public String toString() {
            return call;
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row("now", "", "now()", "\"2018-09-03T08:00:00Z\""),
            new Row(
                    "create-vpn-gateway",
                    "region=eu-west-1&created=2018-06-29T00%3A00%3A00Z",
                    "createVpnGatewayAsOf(eu-west-1, 2018-06-29T00:00:00Z)",
                    "\"id-1\""),
            new Row(
                    "raise-quota",
                    "region=eu-west-1&quota=vpn-gateways&value=6",
                    "raiseQuota(eu-west-1, vpn-gateways, 6)",
                    DONE),
            new Row("classic-profile", "region=eu-west-1&on=true", "classicProfile(eu-west-1, true)", DONE),
            new Row("add-route-target", "vpc=vpc-1&kind=instance", "addRouteTarget(vpc-1, instance)", "\"id-1\""),
            new Row("remove-route-target", "id=i-1", "removeRouteTarget(i-1)", DONE),
            new Row("arrived-at-target", "id=i-1", "arrivedAtRouteTarget(i-1)", PACKETS),
            new Row(
                    "add-gateway-endpoint",
                    "vpc=vpc-1&prefix=198.18.40.0%2F24",
                    "addGatewayEndpoint(vpc-1, 198.18.40.0/24)",
                    "\"id-1\""),
            new Row(
                    "give-elastic-address",
                    "vpc=vpc-1&host=10.0.1.10&address=198.18.55.1",
                    "giveElasticAddress(vpc-1, 10.0.1.10, 198.18.55.1)",
                    DONE),
            new Row(
                    "announce-by-direct-connect",
                    "vpc=vpc-1&prefix=172.31.0.0%2F24&on=false",
                    "announceByDirectConnect(vpc-1, 172.31.0.0/24, false)",
                    "\"id-1\""),
            new Row(
                    "announced-to-direct-connect",
                    "vpc=vpc-1",
                    "announcedToDirectConnect(vpc-1)",
                    "[[\"10.0.0.0/16\",\"64512 65000\"]]"),
            new Row("send-by-direct-connect", "vpc=vpc-1&packet=0a0B", "sendByDirectConnect(vpc-1, 0a0b)", DONE),
            new Row("add-vpc-host", "vpc=vpc-1&address=10.0.1.10", "addVpcHost(vpc-1, 10.0.1.10)", DONE),
            new Row(
                    "ping",
                    "vpc=vpc-1&source=10.0.1.10&destination=10.20.0.10&count=5&interval=200",
                    "pingFromVpcHost(vpc-1, 10.0.1.10, 10.20.0.10, 5, PT0.2S)",
                    DONE),
            new Row(
                    "ping",
                    "vpc=vpc-1&source=10.0.1.10&destination=10.20.0.10&count=5",
                    "pingFromVpcHost(vpc-1, 10.0.1.10, 10.20.0.10, 5, PT1S)",
                    DONE),
            new Row("send", "vpc=vpc-1&packet=0a0b", "sendFromVpcHost(vpc-1, 0a0b)", DONE),
            new Row(
                    "serve",
                    "vpc=vpc-1&address=10.0.1.10&port=80&octets=5000000000",
                    "serveFromVpcHost(vpc-1, 10.0.1.10, 80, 5000000000)",
                    DONE),
            new Row("arrived", "vpc=vpc-1&address=10.0.1.10", "arrivedAtVpcHost(vpc-1, 10.0.1.10)", PACKETS),
            new Row("ping-through", "address=198.51.100.129&count=3", "pingThrough(198.51.100.129, 3)", DONE),
            new Row("prefer", "address=198.51.100.129&on=true", "prefer(198.51.100.129, true)", DONE),
            new Row("blackhole", "address=198.51.100.129&on=false", "blackhole(198.51.100.129, false)", DONE),
            new Row("delete-sas", "address=198.51.100.129", "deleteSas(198.51.100.129)", DONE),
            new Row("maintain", "address=198.51.100.129&time=60000", "maintain(198.51.100.129, PT1M)", DONE),
            new Row("stop-bgp", "address=198.51.100.129&on=true", "stopBgp(198.51.100.129, true)", DONE),
            new Row("pass-over-excess-routes", "on=true", "passOverExcessRoutes(true)", DONE),
            new Row("capture", "", "capture()", PACKETS),
            new Row(
                    "ike-secrets",
                    "",
                    "ikeSecrets()",
                    "[[\"0101010101010101\",\"0202020202020202\",\"AES_128_CBC\",\"SHA1\",\"03\",\"04\"]]"),
            new Row(
                    "esp-secrets",
                    "",
                    "espSecrets()",
                    "[[\"198.51.100.10\",\"198.51.100.129\",\"c0000001\",\"AES_128_CBC\",\"HMAC_SHA1_96\",\"05\",\"06\"]]"),
            new Row("events", "", "events()", "[[\"2018-09-03T08:00:00Z\",\"tunnel-up\",\"198.51.100.129\"]]"),
            new Row("drops", "", "drops()", "{\"REPLAY\":2}"));

    static Stream<Row> rows() {
        return ROWS.stream();
    }

    private final List<String> asked = new ArrayList<>();
    private final Lab lab = (Lab) Proxy.newProxyInstance(
            Lab.class.getClassLoader(), new Class<?>[] {Lab.class}, (proxy, method, arguments) -> {
                asked.add(method.getName() + words(arguments));
                return answer(method);
            });
    private final LabHttpHandler handler = new LabHttpHandler(new LabHttpHandler.Access() {
        @Override
        public Object call(String accessKey, String call, Map<String, String> parameters) {
            if (accessKey.equals("broken")) {
                throw new IllegalStateException("the lab is broken");
            }
            return LabHttpHandler.call(lab, call, parameters);
        }

        @Override
        public void close(String accessKey) {
            asked.add("close " + accessKey);
        }
    });

    private static String words(Object... arguments) {
        return Optional.ofNullable(arguments).stream()
                .flatMap(Arrays::stream)
                .map(argument -> argument instanceof Octets octets ? octets.toHex() : argument.toString())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static Object answer(Method method) {
        return switch (method.getName()) {
            case "now" -> TIME;
            case "capture", "arrivedAtRouteTarget", "arrivedAtVpcHost" ->
                List.of(new CapturedPacket(TIME, Octets.ofHex("0102")));
            case "announcedToDirectConnect" -> List.of(new AnnouncedRoute(Ipv4Prefix.of("10.0.0.0/16"), "64512 65000"));
            case "ikeSecrets" ->
                List.of(new IkeSecret(
                        Octets.ofHex("01".repeat(8)),
                        Octets.ofHex("02".repeat(8)),
                        EncryptionAlgorithm.AES_128_CBC,
                        HashAlgorithm.SHA1,
                        Octets.ofHex("03"),
                        Octets.ofHex("04")));
            case "espSecrets" ->
                List.of(new EspSecret(
                        Ipv4Address.of("198.51.100.10"),
                        Ipv4Address.of("198.51.100.129"),
                        0xc000_0001,
                        EncryptionAlgorithm.AES_128_CBC,
                        IntegrityAlgorithm.HMAC_SHA1_96,
                        Octets.ofHex("05"),
                        Octets.ofHex("06")));
            case "events" -> List.of(new AwsSideEvent(TIME, "tunnel-up", "198.51.100.129"));
            case "drops" -> Map.of(DropReason.REPLAY, 2L);
            default -> method.getReturnType() == String.class ? "id-1" : null;
        };
    }

    private HttpReply ask(String account, String call, String form) {
        return handler.answer(
                new HttpRequestView("POST", "/lab/v1/" + call, "", Map.of("x-account", account), Octets.ofUtf8(form)));
    }

    private static String text(HttpReply reply) {
        return new String(reply.body().toByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aCallIsMadeAndAnsweredInJson(Row row) {
        HttpReply reply = ask("account-a", row.call(), row.form());
        assertThat(asked).containsExactly(row.asked());
        assertThat(text(reply)).isEqualTo(row.answer());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("Content-Type", "application/json");
    }

    @Test
    void thereIsACallForAllThatALabHas() {
        assertThat(ROWS.stream().map(row -> row.asked().replaceAll("\\(.*", "")).collect(Collectors.toSet()))
                .isEqualTo(
                        Stream.of(Lab.class.getMethods()).map(Method::getName).collect(Collectors.toSet()));
    }

    @Test
    void anAccountIsClosed() {
        assertThat(text(ask("account-a", "close-account", ""))).isEqualTo(DONE);
        assertThat(asked).containsExactly("close account-a");
    }

    @ParameterizedTest
    @CsvSource({
        "blackhole,          address=198.51.100.129,               the parameter on is missing",
        "add-vpc-host,       vpc=vpc-1&address=10.0.1,             'address is 10.0.1, not an IPv4 address'",
        "raise-quota,        region=r&quota=q&value=many,          'For input string: \"many\"'",
        "create-vpn-gateway, region=r&created=yesterday,           'Text ''yesterday'' could not be parsed at index 0'",
    })
    void badInputIsRefusedInOneLineAndDoesNothing(String call, String form, String line) {
        HttpReply reply = ask("account-a", call, form);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(text(reply)).isEqualTo(line);
        assertThat(asked).isEmpty();
    }

    @Test
    void somebodyHasToSayWhoHeIs() {
        HttpReply reply = handler.answer(new HttpRequestView("POST", "/lab/v1/now", "", Map.of(), Octets.EMPTY));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(text(reply)).isEqualTo("the header X-Account is missing");
    }

    @Test
    void anUnknownCallAndABrokenLabAreToldApart() {
        assertThat(ask("account-a", "make-coffee", "").status()).isEqualTo(404);
        HttpReply broken = ask("broken", "now", "");
        assertThat(broken.status()).isEqualTo(500);
        assertThat(text(broken)).isEqualTo("the lab is broken");
    }
}
