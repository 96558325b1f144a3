package io.vpntck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/**
 * {@code serve --state}, killed without warning while three clients create, over and over: what was acknowledged is there
 * afterwards, and nothing is there in part.
 */
@Timeout(120)
class KilledServerTest {
    private static final int ROUNDS = 5;
    private static final int CLIENTS = 3;
    private static final List<Tag> TAGS = List.of(tag("Name", "edge"), tag("site", "north"), tag("owner", "net"));

    @TempDir
    private Path folder;

    private final Random random = new Random(20180903);
    private Process process;
    private URI uri;

    /** What one account was told that it has. */
    private static final class Acknowledged {
        final Map<String, String> customerGateways = new TreeMap<>();
        final Map<String, Boolean> vpnGatewaysTagged = new TreeMap<>();
        final Map<String, String> configurations = new TreeMap<>();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @AfterEach
    void kill() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private void start() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServeCommand.class.getName(),
                        "--port",
                        Integer.toString(port),
                        "--state",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertThat(line).startsWith("Serving the EC2 API on ").endsWith(", state in " + folder);
        uri = URI.create("http://127.0.0.1:" + port);
    }

    @Test
    void losesNothingThatWasAcknowledgedAndShowsNothingInPart() throws Exception {
        Map<String, Acknowledged> all = new ConcurrentHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            start();
            check(all);
            streamAndKill(round, all);
        }
        start();
        check(all);
        assertThat(all.values().stream()
                        .mapToInt(account -> account.configurations.size())
                        .sum())
                .as("connections acknowledged, in all rounds")
                .isGreaterThan(ROUNDS);
    }

    /** Lets the clients create until a number of answers that was drawn, and kills the server in the middle of the next. */
    private void streamAndKill(int round, Map<String, Acknowledged> all) throws Exception {
        Semaphore answers = new Semaphore(0);
        CountDownLatch ended = new CountDownLatch(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            String name = "r" + round + "c" + client;
            Thread thread = new Thread(
                    () -> {
                        try {
                            for (int account = 0; true; account++) {
                                create(
                                        all.computeIfAbsent(name + "a" + account, k -> new Acknowledged()),
                                        name + "a" + account,
                                        answers);
                            }
                        } catch (SdkException e) {
                            // The server is gone: what it was asked last was not acknowledged.
                            ended.countDown();
                        }
                    },
                    name);
            thread.setDaemon(true);
            thread.start();
        }
        assertThat(answers.tryAcquire(20 + random.nextInt(60), 30, TimeUnit.SECONDS))
                .as("answers in time")
                .isTrue();
        process.destroyForcibly().waitFor();
        assertThat(ended.await(30, TimeUnit.SECONDS)).as("clients ended").isTrue();
    }

    private void create(Acknowledged account, String accessKey, Semaphore answers) {
        try (Ec2Client ec2 = Clients.of(uri, accessKey)) {
            String vgw =
                    ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
            account.vpnGatewaysTagged.put(vgw, false);
            answers.release();
            ec2.createTags(r -> r.resources(vgw).tags(TAGS));
            account.vpnGatewaysTagged.put(vgw, true);
            answers.release();
            for (int i = 1; i <= 4; i++) {
                String address = "198.18.0." + i;
                String cgw = ec2.createCustomerGateway(
                                r -> r.type("ipsec.1").ipAddress(address).bgpAsn(65000))
                        .customerGateway()
                        .customerGatewayId();
                account.customerGateways.put(cgw, address);
                answers.release();
                VpnConnection connection = ec2.createVpnConnection(
                                r -> r.type("ipsec.1").vpnGatewayId(vgw).customerGatewayId(cgw))
                        .vpnConnection();
                account.configurations.put(connection.vpnConnectionId(), connection.customerGatewayConfiguration());
                answers.release();
            }
        }
    }

    private void check(Map<String, Acknowledged> all) {
        Set<String> outside = new HashSet<>();
        all.forEach((accessKey, account) -> {
            try (Ec2Client ec2 = Clients.of(uri, accessKey)) {
                check(accessKey, account, ec2, outside);
            }
        });
    }

    /** One request of each client may have been under way: it was carried out in whole, or it was not. */
    private void check(String accessKey, Acknowledged account, Ec2Client ec2, Set<String> outside) {
        Map<String, String> customerGateways = ec2.describeCustomerGateways().customerGateways().stream()
                .collect(Collectors.toMap(CustomerGateway::customerGatewayId, CustomerGateway::ipAddress));
        assertThat(customerGateways)
                .as("customer gateways of %s", accessKey)
                .containsAllEntriesOf(account.customerGateways)
                .hasSizeLessThanOrEqualTo(account.customerGateways.size() + 1);
        List<VpnGateway> vpnGateways = ec2.describeVpnGateways().vpnGateways();
        assertThat(vpnGateways)
                .as("virtual private gateways of %s", accessKey)
                .extracting(VpnGateway::vpnGatewayId)
                .containsAll(account.vpnGatewaysTagged.keySet());
        for (VpnGateway gateway : vpnGateways) {
            boolean tagged = account.vpnGatewaysTagged.getOrDefault(gateway.vpnGatewayId(), false);
            assertThat(gateway.tags())
                    .as("tags of %s", gateway.vpnGatewayId())
                    .hasSize(tagged || !gateway.tags().isEmpty() ? TAGS.size() : 0)
                    .isSubsetOf(TAGS);
        }
        List<VpnConnection> connections = ec2.describeVpnConnections().vpnConnections();
        Map<String, String> configurations = connections.stream()
                .collect(Collectors.toMap(VpnConnection::vpnConnectionId, VpnConnection::customerGatewayConfiguration));
        assertThat(configurations)
                .as("configurations of %s: keys and addresses", accessKey)
                .containsAllEntriesOf(account.configurations)
                .hasSizeLessThanOrEqualTo(account.configurations.size() + 1);
        for (VpnConnection connection : connections) {
            List<String> tunnels = new ArrayList<>();
            connection.vgwTelemetry().forEach(tunnel -> tunnels.add(tunnel.outsideIpAddress()));
            assertThat(tunnels)
                    .as("tunnels of %s", connection.vpnConnectionId())
                    .hasSize(2);
            assertThat(connection.customerGatewayConfiguration()).contains(tunnels);
            assertThat(outside).as("addresses of other connections").doesNotContainAnyElementsOf(tunnels);
            outside.addAll(tunnels);
        }
    }
}
