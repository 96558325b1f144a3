package io.vpntck.reference.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vpntck.reference.ec2.query.HttpRequestView;
import io.vpntck.reference.ip.Ipv4Address;
import io.vpntck.reference.ip.Ipv4Prefix;
import io.vpntck.reference.lab.CapturedPacket;
import io.vpntck.reference.lab.Lab;
import io.vpntck.reference.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lab over HTTP, plainly apart from the EC2 API: {@code POST /lab/v1/<call>} with form parameters, answered in JSON.
 *
 * <p>The header {@code X-Account} names the access key. Bad input is 400 with one line of text, an unknown call 404.
 */
final class LabHttpHandler implements WebHandler {
    static final String PATH = "/lab/v1/";

    private static final Logger LOG = LoggerFactory.getLogger(LabHttpHandler.class);
    private static final Map<String, String> JSON_TYPE = Map.of("Content-Type", "application/json");

    private final ObjectMapper json = new ObjectMapper();
    private final Access access;

    /** Makes a call of an account's lab, where no other thread is using it. */
    interface Access {
        Object call(String accessKey, String call, Map<String, String> parameters);

        /** Forgets an account with all that it has. */
        void close(String accessKey);
    }

    LabHttpHandler(Access access) {
        this.access = access;
    }

    @Override
    public HttpReply answer(HttpRequestView request) {
        try {
            return new HttpReply(200, JSON_TYPE, Octets.of(json.writeValueAsBytes(result(request))));
        } catch (UnknownCallException e) {
            return refusal(404, e);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return refusal(400, e);
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.error("a call of the lab was not answered", e);
            return refusal(500, e);
        }
    }

    private static HttpReply refusal(int status, Exception e) {
        return new HttpReply(
                status,
                Map.of("Content-Type", "text/plain;charset=UTF-8"),
                Octets.ofUtf8(String.valueOf(e.getMessage())));
    }

    private static final class UnknownCallException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownCallException(String call) {
            super("the lab has no call " + call);
        }
    }

    private Object result(HttpRequestView request) {
        String account = request.header("x-account")
                .orElseThrow(() -> new IllegalArgumentException("the header X-Account is missing"));
        String call = request.path().substring(PATH.length());
        Map<String, String> in = FormDecoder.decode(new String(request.body().toByteArray(), StandardCharsets.UTF_8));
        if (call.equals("close-account")) {
            return done(() -> access.close(account));
        }
        return access.call(account, call, in);
    }

    static Object call(Lab lab, String call, Map<String, String> in) {
        return switch (call) {
            case "now" -> lab.now().toString();
            case "create-vpn-gateway" ->
                lab.createVpnGatewayAsOf(text(in, "region"), Instant.parse(text(in, "created")));
            case "raise-quota" ->
                done(() -> lab.raiseQuota(text(in, "region"), text(in, "quota"), Integer.parseInt(text(in, "value"))));
            case "classic-profile" ->
                done(() -> lab.classicProfile(text(in, "region"), text(in, "on").equals("true")));
            case "add-route-target" -> lab.addRouteTarget(text(in, "vpc"), text(in, "kind"));
            case "remove-route-target" -> done(() -> lab.removeRouteTarget(text(in, "id")));
            case "arrived-at-target" -> packets(lab.arrivedAtRouteTarget(text(in, "id")));
            case "add-gateway-endpoint" -> lab.addGatewayEndpoint(text(in, "vpc"), Ipv4Prefix.of(text(in, "prefix")));
            case "give-elastic-address" ->
                done(() -> lab.giveElasticAddress(text(in, "vpc"), address(in, "host"), address(in, "address")));
            case "announce-by-direct-connect" ->
                lab.announceByDirectConnect(
                        text(in, "vpc"),
                        Ipv4Prefix.of(text(in, "prefix")),
                        text(in, "on").equals("true"));
            case "announced-to-direct-connect" ->
                lab.announcedToDirectConnect(text(in, "vpc")).stream()
                        .map(route -> List.of(route.prefix().toString(), route.path()))
                        .toList();
            case "send-by-direct-connect" ->
                done(() -> lab.sendByDirectConnect(text(in, "vpc"), Octets.ofHex(text(in, "packet"))));
            case "add-vpc-host" -> done(() -> lab.addVpcHost(text(in, "vpc"), address(in, "address")));
            case "ping" ->
                done(() -> lab.pingFromVpcHost(
                        text(in, "vpc"),
                        address(in, "source"),
                        address(in, "destination"),
                        Integer.parseInt(text(in, "count")),
                        Duration.ofMillis(Long.parseLong(in.getOrDefault("interval", "1000")))));
            case "send" -> done(() -> lab.sendFromVpcHost(text(in, "vpc"), Octets.ofHex(text(in, "packet"))));
            case "serve" ->
                done(() -> lab.serveFromVpcHost(
                        text(in, "vpc"),
                        address(in, "address"),
                        Integer.parseInt(text(in, "port")),
                        Long.parseLong(text(in, "octets"))));
            case "arrived" -> packets(lab.arrivedAtVpcHost(text(in, "vpc"), address(in, "address")));
            case "ping-through" ->
                done(() -> lab.pingThrough(address(in, "address"), Integer.parseInt(text(in, "count"))));
            case "prefer" ->
                done(() -> lab.prefer(address(in, "address"), text(in, "on").equals("true")));
            case "blackhole" ->
                done(() -> lab.blackhole(address(in, "address"), text(in, "on").equals("true")));
            case "delete-sas" -> done(() -> lab.deleteSas(address(in, "address")));
            case "stop-bgp" ->
                done(() -> lab.stopBgp(address(in, "address"), text(in, "on").equals("true")));
            case "pass-over-excess-routes" ->
                done(() -> lab.passOverExcessRoutes(text(in, "on").equals("true")));
            case "maintain" ->
                done(() -> lab.maintain(address(in, "address"), Duration.ofMillis(Long.parseLong(text(in, "time")))));
            case "capture" -> packets(lab.capture());
            case "ike-secrets" ->
                lab.ikeSecrets().stream()
                        .map(s -> List.of(
                                s.initiatorCookie().toHex(),
                                s.responderCookie().toHex(),
                                s.encryption().name(),
                                s.hash().name(),
                                s.encryptionKey().toHex(),
                                s.skeyidA().toHex()))
                        .toList();
            case "esp-secrets" ->
                lab.espSecrets().stream()
                        .map(s -> List.of(
                                s.source().toString(),
                                s.destination().toString(),
                                Integer.toHexString(s.spi()),
                                s.encryption().name(),
                                s.integrity().name(),
                                s.encryptionKey().toHex(),
                                s.integrityKey().toHex()))
                        .toList();
            case "events" ->
                lab.events().stream()
                        .map(e -> List.of(e.time().toString(), e.kind(), e.detail()))
                        .toList();
            case "drops" -> lab.drops();
            default -> throw new UnknownCallException(call);
        };
    }

    private static List<List<String>> packets(List<CapturedPacket> packets) {
        return packets.stream()
                .map(p -> List.of(p.time().toString(), p.packet().toHex()))
                .toList();
    }

    private static String done(Runnable call) {
        call.run();
        return "done";
    }

    private static String text(Map<String, String> in, String name) {
        return Optional.ofNullable(in.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the parameter " + name + " is missing"));
    }

    private static Ipv4Address address(Map<String, String> in, String name) {
        String text = text(in, name);
        return Ipv4Address.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(name + " is " + text + ", not an IPv4 address"));
    }
}
